import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile, Database } from '../../../../main/store/case-file.ts'
import type { Schema } from '../../../../main/store/migrate.ts'
import {
  addNote,
  addParty,
  addSource,
  addTextVersion,
  contentOf,
  newCase,
  newFolder,
  opened,
  partyNames,
} from '../support.ts'

const schema: Schema = {
  migrations: [
    {
      name: 'trial',
      sql: `
        create table parent (id text primary key, name text, size integer, share real, bytes blob) strict;
        create table child (id text primary key, parent text references parent (id) on delete cascade, body text not null) strict;
        create table link (parent text not null references parent (id) on delete cascade, other text not null, place integer, primary key (parent, other)) strict, without rowid;
        create table optional (id integer primary key, parent text references parent (id) on delete set null, note text unique) strict;
      `,
    },
  ],
  searchables: [{ kind: 'child', table: 'child', title: `''`, body: 'r.body', heading: 'r.id', source: 'null' }],
}

const keys = ['a', 'b', 'c', 'd']
const key = fc.constantFrom(...keys)
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '{"length":3}',
    '"quoted"',
    'null',
    '',
    "it's",
    'line\nline',
    '\u0000',
    'e\u0301🪨',
    'x'.repeat(1500),
  ),
)
const number = fc.oneof(fc.integer(), fc.constant(2 ** 53 - 1), fc.constant(0), fc.constant(null))
const share = fc.oneof(fc.double({ noNaN: true }), fc.constant(null))
const bytes = fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constant(new Uint8Array(1200).fill(7)), fc.constant(null))

type Step = (db: Database) => void
const run =
  (sql: string, ...values: (string | number | null | Uint8Array)[]): Step =>
  db => {
    db.run(sql, values)
  }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(key, text, number, share, bytes)
    .map(([id, name, size, part, blob]) =>
      run(
        'insert or replace into parent (id, name, size, share, bytes) values (?, ?, ?, ?, ?)',
        id,
        name,
        size,
        part,
        blob,
      ),
    ),
  fc
    .tuple(key, text, number, bytes)
    .map(([id, name, size, blob]) =>
      run(
        'insert into parent (id, name, size, bytes) values (?, ?, ?, ?) on conflict do update set name = excluded.name, size = excluded.size',
        id,
        name,
        size,
        blob,
      ),
    ),
  fc.tuple(key, share).map(([id, part]) => run('update parent set share = ? where id = ?', part, id)),
  fc.tuple(key, bytes).map(([id, blob]) => run('update parent set bytes = ? where id >= ?', blob, id)),
  key.map(id => run('delete from parent where id = ?', id)),
  fc
    .tuple(key, key, text)
    .map(([id, parent, body]) =>
      run('insert or replace into child select ?, id, ? from parent where id = ?', id, body, parent),
    ),
  fc.tuple(key, text).map(([id, body]) => run('update child set body = ? where id <= ?', body, id)),
  fc
    .tuple(key, key, number)
    .map(([parent, other, place]) =>
      run('insert or replace into link select id, ?, ? from parent where id = ?', other, place, parent),
    ),
  fc.tuple(key, key).map(([one, other]) => run('update or ignore link set other = ? where other = ?', one, other)),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), key, text)
    .map(([id, parent, note]) =>
      run('insert or replace into optional select ?, id, ? from parent where id = ?', id, note, parent),
    ),
  fc.constant(run('update optional set note = null')),
)

const command = fc.array(step, { minLength: 1, maxLength: 5 })

const state = (file: CaseFile) => file.read(contentOf)

test('undo of everything gives the first state row for row, redo of everything the last, also after reopening', async () => {
  const folder = newFolder()
  const template = join(folder, 'template.gloss')
  ;(await opened(template, { create: () => undefined, schema })).close()
  let number = 0
  let undone = 0
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 8 }), fc.nat(8), async (commands, reopenAt) => {
      const path = join(folder, `case-${number++}.gloss`)
      copyFileSync(template, path)
      let file = await opened(path, { schema })
      const reopen = async () => {
        file.close()
        file = await opened(path, { schema })
      }
      const states = [state(file)]
      for (const steps of commands) {
        const { tx } = file.write('Command', db => {
          for (const each of steps) each(db)
        })
        if (tx !== null) states.push(state(file))
        else expect(state(file)).toEqual(states.at(-1))
      }
      for (let index = states.length - 2; index >= 0; index--) {
        if (index === reopenAt) await reopen()
        expect(file.undo()).toMatchObject({ ok: true })
        expect(state(file)).toEqual(states[index])
        undone++
      }
      expect(file.undo().ok).toBe(false)
      for (let index = 1; index < states.length; index++) {
        if (index === reopenAt) await reopen()
        expect(file.redo()).toMatchObject({ ok: true })
        expect(state(file)).toEqual(states[index])
      }
      expect(file.redo().ok).toBe(false)
      file.close()
    }),
    { numRuns: Number(process.env.GLOSSATOR_UNDO_RUNS ?? 40) },
  )
  expect(undone).toBeGreaterThan(40)
})

test('undo and redo follow a model of two stacks through any order of edit, undo and redo', async () => {
  const file = await newCase({ schema })
  const names = () =>
    file.read(db => db.all<{ name: string }>('select name from parent order by id').map(row => row.name))
  const past: string[][] = []
  let future: string[][] = []
  let now: string[] = []
  let edits = 0
  const moves = fc.array(fc.constantFrom('edit', 'edit', 'undo', 'undo', 'redo'), { minLength: 30, maxLength: 60 })
  for (const move of fc.sample(moves, { numRuns: 6, seed: 11 }).flat()) {
    if (move === 'edit') {
      const name = `n${edits++}`
      file.write(name, db =>
        db.run('insert into parent (id, name) values (?, ?)', [String(edits).padStart(6, '0'), name]),
      )
      past.push(now)
      now = [...now, name]
      future = []
    } else {
      const [from, to] = move === 'undo' ? [past, future] : [future, past]
      const next = from.pop()
      expect(file[move as 'undo' | 'redo']().ok).toBe(next !== undefined)
      if (next) to.push(now)
      now = next ?? now
    }
    expect(names()).toEqual(now)
    const { undo, redo } = file.history()
    expect(undo !== null).toBe(past.length > 0)
    expect(redo !== null).toBe(future.length > 0)
  }
  expect(edits).toBeGreaterThan(50)
})

test('leaves a row that is no longer as the command left it, and refuses when nothing else can go back', async () => {
  const file = await newCase()
  file.write('Two parties', db => {
    addParty(db, 'One')
    addParty(db, 'Two')
  })
  // As if by a program that knows nothing of commands: the log has it, but under no command.
  file.write('Unlogged', db => {
    db.run(`update party set name = 'Other' where id = 'party-One'`)
    db.run('delete from change where seq = (select max(seq) from change)')
  })
  const left = 'The party party-One was left as it is: it was changed since.'
  expect(file.undo()).toMatchObject({ ok: true, value: { label: 'Two parties', skipped: [left] } })
  expect(partyNames(file)).toEqual(['Other'])
  expect(file.redo()).toMatchObject({ ok: true, value: { skipped: [] } })
  expect(partyNames(file)).toEqual(['Other', 'Two'])
  file.write('Unlogged', db => {
    db.run(`update party set name = 'Another' where id = 'party-Two'`)
    db.run('delete from change where seq = (select max(seq) from change)')
  })
  const before = file.read(contentOf)
  expect(file.undo()).toMatchObject({ ok: false, code: 'stale' })
  expect(file.read(contentOf)).toEqual(before)
})

test('the bytes of an imported file are never in the log, and come back', async () => {
  const file = await newCase()
  const bytes = new Uint8Array(50_000).map((_, index) => index % 251)
  const text = 'Fund. '.repeat(2000)
  file.write('Import', db => {
    addSource(db, 's', 'S')
    addTextVersion(db, 's', 1, text, bytes)
  })
  const logged = () =>
    file.read(
      db => db.get<{ size: number }>('select sum(length(coalesce(before, after))) as size from change')?.size ?? 0,
    )
  expect(logged()).toBeLessThan(4000)
  const before = file.read(contentOf)
  expect(file.undo().ok).toBe(true)
  expect(logged()).toBeLessThan(2 * text.length)
  expect(file.redo().ok).toBe(true)
  expect(file.read(contentOf)).toEqual(before)
  expect(file.read(db => db.get<{ bytes: Uint8Array }>('select bytes from attachmentPiece'))?.bytes).toEqual(bytes)
})

test('a command that changes nothing leaves no trace in the history', async () => {
  const file = await newCase()
  file.write('Add', db => addNote(db, 'n', 'Title', 'Text'))
  expect(file.write('Nothing', () => 7)).toEqual({ value: 7, changed: [], tx: null })
  expect(file.write('Same again', db => db.run(`update note set title = 'Title'`))).toEqual({
    value: 1,
    changed: [],
    tx: null,
  })
  expect(file.history().undo).toBe('Add')
  expect(file.write('Other', db => db.run(`update note set title = 'Other'`))).toMatchObject({
    changed: ['note'],
    tx: 2,
  })
})

test('the log tells before and after of each change, by column', async () => {
  const file = await newCase({ actor: () => 'Ann' })
  file.write('Add', db => addParty(db, 'One'))
  file.write('Rename', db => db.run(`update party set name = 'Uno'`))
  const [, rename] = file.read(db =>
    db.all<{ tx: number; table: string; id: string; op: string; before: string; after: string }>(
      'select tx, "table", id, op, before, after from change order by seq',
    ),
  )
  expect(rename).toEqual({
    tx: 2,
    table: 'party',
    id: 'party-One',
    op: 'update',
    before: '{"name":"One"}',
    after: '{"name":"Uno"}',
  })
  expect(file.read(db => db.get('select actor, label, undoOf from tx where id = 2'))).toEqual({
    actor: 'Ann',
    label: 'Rename',
    undoOf: null,
  })
})

test('undo stops before what the case began with', async () => {
  const file = await newCase({ create: db => addParty(db, 'Given') })
  expect(file.undo().ok).toBe(false)
  file.write('Add', db => addParty(db, 'Own'))
  expect(file.undo().ok).toBe(true)
  expect(file.undo().ok).toBe(false)
  expect(file.redo().ok).toBe(true)
  expect(partyNames(file)).toEqual(['Given', 'Own'])
})
