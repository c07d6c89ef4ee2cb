import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../../main/store/case-file.ts'
import { takeAllSteps } from '../../../../main/store/disk/copy.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { addParty, contentOf, newCase, newFolder, opened, partyNames } from '../support.ts'
import { type Chance, chanceFrom, randomCommands } from './random-commands.ts'

const state = (file: CaseFile) => {
  const { attachmentPiece, attachmentUpload, version, ...records } = file.read(contentOf)
  return records
}

const walk = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

const commandsIn = (file: CaseFile) =>
  file.read(db => db.all<{ id: number; label: string; at: string }>('select id, label, at from tx order by id'))

/** The records as they stood after a command, from a copy that is taken back to there. */
const asOf = async (file: CaseFile, tx: number, folder = newFolder()) => {
  const path = join(folder, `as-of-${tx}.gloss`)
  takeAllSteps(file.copy(path))
  const copy = await opened(path)
  walk(copy.rewind(tx))
  return copy
}

const name = (file: CaseFile, tx: number, called: string) =>
  file.write('name', db =>
    db.run('insert into version (tx, name, created) values (?, ?, ?)', [tx, called, '2025-01-01T00:00:00.000Z']),
  )

/** A case with a random history; what it was like after each command. */
const lived = async (chance: Chance, moves: number) => {
  const file = await newCase()
  const command = file.read(randomCommands)
  const first = state(file)
  const states = new Map<number, unknown>()
  for (let move = 0; move < moves; move++) {
    const choice = chance.below(10)
    if (choice < 7) file.write(`Command ${move}`, db => command(db, chance))
    else if (choice < 9) file.undo()
    else file.redo()
    const last = commandsIn(file).at(-1)
    if (last) states.set(last.id, state(file))
  }
  return { file, first, states }
}

const undoAll = (file: CaseFile) => {
  for (let outcome = file.undo(); outcome.ok; outcome = file.undo()) expect(outcome.value.skipped).toEqual([])
}

const later = '2999-01-01T00:00:00.000Z'

test('a copy taken back to a command holds what the case held then, and its history ends there', async () => {
  for (let seed = 0; seed < 3; seed++) {
    const chance = chanceFrom(500 + seed)
    const { file, first, states } = await lived(chance, 70)
    const before = state(file)
    const ids = [...states.keys()]
    for (const tx of [ids[0], ids.at(-1), ...Array.from({ length: 4 }, () => chance.oneOf(ids))]) {
      if (tx === undefined) throw new Error('There is no command')
      const copy = await asOf(file, tx)
      expect(state(copy)).toEqual(states.get(tx))
      expect(commandsIn(copy)).toEqual(commandsIn(file).filter(({ id }) => id <= tx))
      expect(copy.read(db => db.get<{ last: number }>('select max(seq) as last from change'))).toEqual(
        file.read(db => db.get('select lastSeq as last from tx where id = ?', [tx])),
      )
      expect(copy.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
      undoAll(copy)
      expect(state(copy)).toEqual(first)
      copy.close()
    }
    expect(state(file)).toEqual(before)
  }
})

test('merging keeps what every named version was like, and what undo goes back to', async () => {
  for (let seed = 0; seed < 4; seed++) {
    const chance = chanceFrom(700 + seed)
    const { file, first, states } = await lived(chance, 90)
    const ids = [...states.keys()]
    const named = [...new Set(Array.from({ length: 3 }, () => chance.oneOf(ids)))].sort((one, other) => one - other)
    for (const tx of named) name(file, tx, `Version ${tx}`)
    const wanted = named.map(tx => states.get(tx))
    const [now, commands] = [state(file), commandsIn(file).length]
    const merged = walk(file.merge(later))
    expect(merged).toBeGreaterThan(commands - 2 * named.length - 2)
    expect(commandsIn(file).length).toBeLessThanOrEqual(named.length + 1)
    expect(state(file)).toEqual(now)
    const kept = file.read(db => db.all<{ tx: number; name: string }>('select tx, name from version order by tx'))
    expect(kept.map(version => version.name)).toEqual(named.map(tx => `Version ${tx}`))
    for (const [index, { tx }] of kept.entries()) {
      const copy = await asOf(file, tx)
      expect(state(copy)).toEqual(wanted[index])
      copy.close()
    }
    // A row has one change at most in each merged command.
    const twice = `select 1 from change as c join tx as t on t.id = c.tx where t.label glob '*merged'
      group by c.tx, c."table", c.id having count(*) > 1`
    expect(file.read(db => db.all(twice))).toEqual([])
    undoAll(file)
    expect(state(file)).toEqual(first)
    while (file.redo().ok);
    expect(state(file)).toEqual(now)
    expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
  }
})

test('merging up to an instant leaves newer commands, and those they take back, one by one', async () => {
  for (let seed = 0; seed < 4; seed++) {
    const chance = chanceFrom(900 + seed)
    const { file, first, states } = await lived(chance, 60)
    while (file.redo().ok);
    const commands = commandsIn(file)
    const middle = commands[Math.floor(commands.length / 2)]
    if (!middle) throw new Error('There is no command')
    const now = state(file)
    const undo = file.history().undo
    walk(file.merge(middle.at))
    const left = commandsIn(file)
    expect(left.at(-1)).toEqual(commands.at(-1))
    expect(left.filter(({ id }) => id >= middle.id)).toEqual(commands.filter(({ id }) => id >= middle.id))
    expect(left.length).toBeLessThan(commands.length)
    expect(file.history().undo).toBe(undo)
    const tx = chance.oneOf(left.slice(1)).id
    const copy = await asOf(file, tx)
    expect(state(copy)).toEqual(states.get(tx))
    copy.close()
    undoAll(file)
    expect(state(file)).toEqual(first)
    while (file.redo().ok);
    expect(state(file)).toEqual(now)
  }
})

test('given up between two steps, merging leaves a log that fits the case', async () => {
  const file = await newCase()
  for (let number = 0; number < 40; number++) {
    file.write(`Added ${number}`, db => addParty(db, `p${number}`))
    if (number % 10 === 9) name(file, number + 1, `After ${number}`)
  }
  const steps = file.merge(later)
  steps.next()
  steps.next()
  steps.return(0)
  expect(
    commandsIn(file)
      .map(({ label }) => label)
      .slice(0, 3),
  ).toEqual(['10 commands, merged', '10 commands, merged', 'Added 20'])
  expect(file.undo().ok).toBe(true)
  expect(partyNames(file)).toHaveLength(39)
  walk(file.merge(later))
  undoAll(file)
  expect(partyNames(file)).toEqual([])
})

test('the bytes of a file go when neither a record nor an undo needs them any more, and not before', async () => {
  const file = await newCase()
  const sha256 = 'a'.repeat(64)
  const pieces = () => file.read(db => db.all('select 1 from attachmentPiece')).length
  file.write('Import', db => {
    db.run('insert into attachmentUpload (id, sha256) values (1, ?)', [sha256])
    db.run(`insert into attachmentPiece (upload, number, encoding, bytes) values (1, 0, 'identity', x'01')`)
    db.run('insert into attachment (sha256, length) values (?, 1)', [sha256])
  })
  file.write('Still arriving', db => {
    db.run('insert into attachmentUpload (id) values (2)')
    db.run(`insert into attachmentPiece (upload, number, encoding, bytes) values (2, 0, 'identity', x'02')`)
  })
  file.write('Add', db => addParty(db, 'One'))
  file.write('Remove', db => db.run('delete from attachment'))
  expect(pieces()).toBe(2)
  name(file, 3, 'Removed')
  walk(file.merge(later))
  expect(pieces()).toBe(1)
  expect(partyNames(file)).toEqual(['One'])

  file.write('Import again', db => {
    db.run('insert into attachmentUpload (id, sha256) values (3, ?)', [sha256])
    db.run(`insert into attachmentPiece (upload, number, encoding, bytes) values (3, 0, 'identity', x'01')`)
    db.run('insert into attachment (sha256, length) values (?, 1)', [sha256])
  })
  const imported = commandsIn(file).at(-1)?.id ?? 0
  name(file, imported, 'Imported')
  file.write('Remove again', db => db.run('delete from attachment'))
  walk(file.merge(later))
  expect(pieces()).toBe(2)
  const copy = await asOf(file, commandsIn(file)[0]?.id ?? 0)
  expect(copy.read(db => db.all('select 1 from attachmentPiece'))).toEqual([])
})
