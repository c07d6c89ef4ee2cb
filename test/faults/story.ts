import { createHash } from 'node:crypto'
import type { CaseFile, Database } from '../../main/store/case-file.ts'
import type { Schema } from '../../main/store/migrate.ts'

/** Tables on which the story of the fault tests plays. */
export const storySchema: Schema = {
  migrations: [
    {
      name: 'story',
      sql: `
        create table counter (id integer primary key, n integer not null) strict;
        insert into counter values (1, 0);
        create table item (id integer primary key, n integer not null, body text not null) strict;
        create index itemByBody on item (body);
        create table part (item integer not null references item (id) on delete cascade, place integer not null, text text not null, primary key (item, place)) strict, without rowid;
      `,
    },
  ],
  searchables: [],
}

/** The same with one more step: what an older case is brought up to. */
export const nextStorySchema: Schema = {
  ...storySchema,
  migrations: [
    ...storySchema.migrations,
    {
      name: 'remarks',
      sql: `
        alter table item add column remark text not null default '';
        create table remark (id integer primary key, text text not null) strict;
        insert into remark select id, substr(body, 1, 20) from item;
      `,
    },
  ],
}

/** A small generator of numbers (mulberry32), so that every failure can be played again from its seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Item = { n: number; body: string; parts: string[] }
type Step =
  | { kind: 'add'; id: number; item: Item }
  | { kind: 'change'; id: number; n: number; body: string }
  | { kind: 'remove'; id: number }

/** What command `n` of the story does: the same in every process and every run. */
const stepsOf = (n: number): Step[] => {
  const random = randomFrom(n * 7919)
  const long = n % 17 === 0 ? 60_000 : 300
  const text = () => `${n}:${random().toString(36)}`.repeat(1 + Math.floor((random() * long) / 14))
  const steps: Step[] = []
  for (let index = 0; index <= random() * 3; index++)
    steps.push({
      kind: 'add',
      id: n * 10 + index,
      item: { n, body: text(), parts: [text(), text()].slice(0, 1 + Math.floor(random() * 2)) },
    })
  if (n > 3) steps.push({ kind: 'change', id: Math.floor(random() * n) * 10, n, body: text() })
  if (n > 5 && n % 3 === 0) steps.push({ kind: 'remove', id: Math.floor(random() * n) * 10 })
  return steps
}

/** Runs command `n`, which every observer must see whole or not at all. */
export const playCommand = (db: Database, n: number): void => {
  db.run('update counter set n = ?', [n])
  for (const step of stepsOf(n)) {
    if (step.kind === 'remove') db.run('delete from item where id = ?', [step.id])
    else if (step.kind === 'change')
      db.run('update item set n = ?, body = ? where id = ?', [step.n, step.body, step.id])
    else {
      db.run('insert into item (id, n, body) values (?, ?, ?)', [step.id, step.item.n, step.item.body])
      for (const [place, text] of step.item.parts.entries())
        db.run('insert into part (item, place, text) values (?, ?, ?)', [step.id, place, text])
    }
  }
}

const told = new Map<number, string>()
const items = new Map<number, Item>()
let toldUntil = 0

const summary = (rows: [number, Item][]): string => {
  const told = rows.sort(([one], [other]) => one - other).map(([id, item]) => [id, item.n, item.body, ...item.parts])
  return createHash('sha1').update(JSON.stringify(told)).digest('base64')
}

/** The state after command `n`, from the story alone. */
export const expectedAfter = (n: number): string => {
  if (toldUntil === 0) told.set(0, summary([]))
  while (toldUntil < n) {
    toldUntil++
    for (const step of stepsOf(toldUntil)) {
      const kept = items.get(step.id)
      if (step.kind === 'add') items.set(step.id, { ...step.item })
      else if (step.kind === 'remove') items.delete(step.id)
      else if (kept) items.set(step.id, { ...kept, n: step.n, body: step.body })
    }
    told.set(toldUntil, summary([...items]))
  }
  return told.get(n) ?? ''
}

/** How far the story got in an open case. */
export const counterOf = (file: CaseFile): number =>
  file.read(db => db.get<{ n: number }>('select n from counter')?.n ?? -1)

/** Which command the story had reached after each transaction: undo takes it back by one, redo on by one. */
export type Course = readonly number[]

/** Where transaction `t` leads when the one before led to `n`, in every process that tells the story with undo and redo. */
export const nextInCourse = (t: number, n: number): number => (t % 9 === 0 ? n - 1 : n + 1)

/** The course of a story told like that, up to transaction `t`. */
export const courseUntil = (t: number): Course => {
  const course = [0]
  for (let next = 1; next <= t; next++) course.push(nextInCourse(next, course[next - 1] ?? 0))
  return course
}

/** Makes transaction `t` of that course: an undo, a redo, or the next command. */
export const playTransaction = (file: CaseFile, t: number): void => {
  if (t % 9 === 0) file.undo()
  else if (t % 9 === 1 && t > 1) file.redo()
  else {
    const n = counterOf(file) + 1
    file.write(`Command ${n}`, db => playCommand(db, n))
  }
}

/** A story that was only ever told forwards. */
const forwards = (begun: number): Course => Array.from({ length: begun + 1 }, (_, n) => n)

/**
 * What is wrong with a case in which `acknowledged` transactions were, and those up to `begun` may have been, kept; or
 * null. `course`: where undo and redo took the story.
 */
export const faultIn = (
  file: CaseFile,
  acknowledged: number,
  begun: number,
  course: Course = forwards(begun),
): string | null => {
  try {
    return file.read(db => faultOf(db, acknowledged, begun, course))
  } catch (error) {
    return `unreadable: ${String(error)}`
  }
}

const faultOf = (db: Database, acknowledged: number, begun: number, course: Course): string | null => {
  const check = db.all<Record<string, string>>('pragma integrity_check').flatMap(row => Object.values(row))
  if (check.join() !== 'ok') return `corrupt: ${check.join('; ')}`
  const logged = db.get<{ n: number }>('select count(*) as n from tx')?.n ?? -1
  if (logged < acknowledged) return `lost: ${acknowledged} were acknowledged, ${logged} are there`
  if (logged > begun) return `from nowhere: ${begun} were begun, ${logged} are there`
  const n = db.get<{ n: number }>('select n from counter')?.n ?? -1
  if (n !== course[logged]) return `torn: after ${logged} transactions the story is at ${n}, not ${course[logged]}`
  const rows = db.all<{ id: number; n: number; body: string }>('select id, n, body from item')
  const found: [number, Item][] = rows.map(row => [row.id, { n: row.n, body: row.body, parts: [] }])
  const byId = new Map(found)
  for (const { item, text } of db.all<{ item: number; text: string }>(
    'select item, text from part order by item, place',
  ))
    byId.get(item)?.parts.push(text)
  return summary(found) === expectedAfter(n) ? null : `torn: the rows are not those of command ${n}`
}

/** How many transactions the log of an open case has. */
export const transactionsOf = (file: CaseFile): number =>
  file.read(db => db.get<{ n: number }>('select count(*) as n from tx')?.n ?? -1)
