import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import type { CaseFile, Database } from '../../../../main/store/case-file.ts'
import { matchExpression } from '../../../../main/store/search/match.ts'
import { matchesBySqlite } from '../../../../main/store/search/rank.ts'
import { wordMatches } from '../../../../main/store/search/words.ts'
import { parseQuery } from '../../../../shared/rules/query.ts'
import { addNote, newCase } from '../support.ts'

/** Uniform numbers in [0, 1), the same at every run (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

// Words whose beginnings are one another's, of several scripts, and so many that the trees have several levels.
const vocabulary = [
  ...['a', 'an', 'ant', 'ante', 'antenna', 'état', 'ETAT', 'фонд', 'фо', 'минерал', 'ไทย', 'naïve', '5', '50', '𝛼beta'],
  ...Array.from({ length: 700 }, (_, number) => `w${((number * 7919) % 46_001).toString(36)}`),
]

const check = (db: Database, query: string): number => {
  const match = matchExpression(parseQuery(query))
  if (match === null) throw new Error(`${query} seeks nothing`)
  const found = wordMatches(db, match)
  const expected = matchesBySqlite(db, match, false)
  if (found === null) return 0
  expect([...found.docids], query).toEqual([...expected.docids])
  expect([...found.hits], query).toEqual([...expected.hits])
  for (const [at, phrase] of match.phrases.entries()) {
    const rows = db.get<{ n: number }>('select count(*) as n from search_fts where search_fts match ?', [phrase])?.n
    expect(found.holding[at], `${query}: ${phrase}`).toBe(rows)
  }
  return found.docids.length
}

const checkAll = (file: CaseFile, random: () => number): void => {
  const word = () => vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? ''
  const start = () => `${word().slice(0, 2 + Math.floor(random() * 3))}*`
  let found = 0
  file.read(db => {
    for (let number = 0; number < 25; number++) {
      found += check(db, word()) > 0 ? 1 : 0
      check(db, start())
      check(db, `${word()} ${start()}`)
      check(db, `${word()} -${word()} -${start()}`)
    }
    check(db, 'nowhere')
    check(db, 'a -nowhere')
    check(db, 'a a')
  })
  expect(found).toBeGreaterThan(15)
}

test('words looked up in the pages of the index match what SQLite says, after edits, undo and merges', async () => {
  const file = await newCase()
  const random = randomFrom(5)
  const text = (length: number) =>
    Array.from({ length }, () => vocabulary[Math.floor(vocabulary.length * random() ** 3)]).join(' ')
  let made = 0
  const add = (count: number) =>
    file.write('Notes', db => {
      for (let number = 0; number < count; number++) addNote(db, `n${made++}`, text(3), text(10 + random() * 100))
    })
  add(60)
  checkAll(file, random)
  for (let step = 0; step < 8; step++) {
    const some = `(select id from note where rowid % 9 = ${step})`
    if (step % 4 === 0) add(15)
    else if (step % 4 === 1)
      file.write('Edit', db => db.run(`update note set text = ? where id in ${some}`, [text(30)]))
    else if (step % 4 === 2) file.write('Remove', db => db.run(`delete from note where id in ${some}`))
    else if (step % 8 === 3) file.undo()
    // Left in the middle of a merge, which takes several steps.
    else file.idle()
    if (step % 4 === 3) checkAll(file, random)
  }
  while (file.idle());
  checkAll(file, random)
  const levels = file.read(db =>
    db.all<{ root: Uint8Array }>('select root from search_fts_segdir where level < 1024').map(({ root }) => root[0]),
  )
  expect(Math.max(...levels.map(level => level ?? 0))).toBeGreaterThan(0)
})

test('one letter, and words in quotation marks, are left to SQLite', async () => {
  const file = await newCase()
  file.write('Note', db => addNote(db, 'n', 'fund share', 'a share of a fund'))
  const isLookedUp = (query: string) =>
    file.read(db => {
      const match = matchExpression(parseQuery(query))
      return match !== null && wordMatches(db, match) !== null
    })
  expect(['fund', 'fu*', 'fund -share', 'fund fu*'].map(isLookedUp)).toEqual([true, true, true, true])
  expect(['f*', '"share of"', 'fund-share', 'fund -f*'].map(isLookedUp)).toEqual([false, false, false, false])
})

test('a damaged node is said to be one, whatever it holds', async () => {
  const file = await newCase()
  const random = randomFrom(6)
  file.write('Notes', db => {
    for (let number = 0; number < 40; number++)
      addNote(db, `n${number}`, 'fund', vocabulary.slice(number * 15, number * 15 + 40).join(' '))
  })
  const match = matchExpression(parseQuery('wa* fund'))
  if (match === null) throw new Error('It seeks something')
  const nodes = file.read(db =>
    db.all<{ blockid: number; block: Uint8Array }>('select blockid, block from search_fts_segments'),
  )
  const root = file.read(db => db.get<{ root: Uint8Array }>('select root from search_fts_segdir where level = 0'))?.root
  expect(nodes.length).toBeGreaterThan(1)
  const stained = (bytes: Uint8Array) =>
    Uint8Array.from(bytes, byte => (random() < 0.05 ? Math.floor(random() * 256) : byte))
  for (let turn = 0; turn < 80; turn++)
    file.read(db => {
      const damaged: Database = {
        ...db,
        get: (sql, parameters) => {
          const row = db.get<Record<string, unknown>>(sql, parameters)
          return (row?.block instanceof Uint8Array ? { block: stained(row.block) } : row) as never
        },
        all: (sql, parameters) =>
          db
            .all<Record<string, unknown>>(sql, parameters)
            .map(row =>
              row.root instanceof Uint8Array && turn % 2 === 0 ? { ...row, root: stained(row.root) } : row,
            ) as never,
      }
      try {
        wordMatches(damaged, match)
      } catch (error) {
        expect(String(error)).toContain('malformed')
      }
    })
  expect(Buffer.from(root ?? []).length).toBeGreaterThan(0)
})
