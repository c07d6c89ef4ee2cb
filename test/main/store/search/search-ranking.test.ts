import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile, Database } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { lengthsOf, readLengthsAhead } from '../../../../main/store/search/lengths.ts'
import { matchExpression } from '../../../../main/store/search/match.ts'
import { search } from '../../../../main/store/search/search.ts'
import { parseQuery } from '../../../../shared/rules/query.ts'
import { addExcerpt, addNote, addSource, addTextVersion, newCase } from '../support.ts'
import { type Document, type Reference, referenceOf } from './search-reference.ts'

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

const stems =
  'fund share rev révé Café cafe mine miné port Ölpreis olp 50 5 état ÉTAT naïve über half łódź 𝛼beta фонд 矿产 中国人 国 ไทย 대통령'.split(
    ' ',
  )
const endings = ['', 's', 'ing', 'é', 'e', 'er', '1']
const vocabulary = stems.flatMap(stem => endings.map(ending => stem + ending))

type Random = () => number
const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
/** Unevenly common, as words are. */
const word = (random: Random) => vocabulary[Math.floor(vocabulary.length * random() ** 2.5)] as string
const text = (random: Random, length: number) =>
  Array.from({ length }, () => word(random) + pick(random, [' ', ' ', ' ', ', ', '. ', '-', ' “', '\n\n', '’'])).join(
    '',
  )

const written = (random: Random): string => {
  const count = 1 + Math.floor(random() * 3)
  return Array.from({ length: count }, (_, at) => {
    const kind = random()
    const not = at > 0 && random() < 0.2 ? '-' : ''
    if (kind < 0.2) return `${not}"${word(random)} ${word(random)}"`
    if (kind < 0.4) return `${not}${word(random).slice(0, 1 + Math.floor(random() * 4))}*`
    if (kind < 0.5) return `${not}${word(random)}-${word(random)}`
    return not + word(random)
  }).join(' ')
}

/** What the index should hold, read from the records. */
const documentsIn = (db: Database): Document[] => [
  ...db.all<Document>(
    `select s.id, s.title, v.text as body from source as s join textVersion as v on v.source = s.id
     where v.number = (select max(number) from textVersion where source = s.id)`,
  ),
  ...db.all<Document>(
    `select e.id, '' as title, a.exact || char(10) || e.comment as body from excerpt as e join anchor as a on a.excerpt = e.id
     join textVersion as v on v.id = a.textVersion
     where v.number = (select max(number) from textVersion where source = e.source)`,
  ),
  ...db.all<Document>(`select id, title, text || char(10) as body from note`),
]

const fill = (db: Database, random: Random, from: number, count: number) => {
  for (let number = from; number < from + count; number++) {
    addSource(db, `s${number}`, text(random, 1 + Math.floor(random() * 6)).trim())
    addTextVersion(db, `s${number}`, 1, text(random, 5 + Math.floor(random() ** 3 * 200)))
    addExcerpt(db, `e${number}`, `s${number}`, `s${number}-v1`, text(random, 8), random() < 0.5 ? '' : text(random, 5))
    addNote(db, `n${number}`, text(random, 3), text(random, Math.floor(random() * 60)))
  }
}

const filled = async (count: number): Promise<CaseFile> => {
  const file = await newCase()
  file.write('Fill', db => fill(db, randomFrom(count), 0, count))
  return file
}

/** Fails unless search finds what the reference finds, and shows the best of it in the order of the reference's scores. */
const compare = (file: CaseFile, reference: Reference, query: string, limit: number): number => {
  const parts = parseQuery(query)
  const match = matchExpression(parts)
  const scores = match === null ? new Map<string, number>() : reference.scoreOf(parts)
  const found = match === null ? { hits: [], total: 0 } : file.read(db => search(db, match, { limit }))
  expect(found.total, query).toBe(scores.size)
  const ids = found.hits.map(hit => hit.id)
  expect(ids, query).toHaveLength(Math.min(limit, scores.size))
  expect(new Set(ids).size, query).toBe(ids.length)
  const best = [...scores.values()].sort((one, other) => other - one)
  for (const [place, id] of ids.entries()) expect(scores.get(id), `${query}: ${id}`).toBeCloseTo(best[place] ?? -1, 9)
  return scores.size
}

/** Fails unless the lengths in memory are those of the index as it is now. */
const compareLengths = (file: CaseFile) => {
  const rows = file.read(db => db.all<{ docid: number; length: number }>('select docid, length from search_text'))
  const lengths = file.read(lengthsOf)
  expect(lengths.count).toBe(rows.length)
  expect(lengths.total).toBe(rows.reduce((sum, { length }) => sum + length, 0))
  for (const { docid, length } of rows) expect(lengths.byDocument[docid]).toBe(length)
}

test('lengths that are read ahead in steps are those of the index, whatever is edited between the steps', async () => {
  const file = await newCase()
  const random = randomFrom(4)
  file.write('Notes', db => {
    for (let number = 0; number < 110; number++) addNote(db, `many-${number}`, '', `${number}`)
  })
  let steps = 0
  while (file.read(db => readLengthsAhead(db, 50))) {
    steps++
    file.write('Edit', db => {
      if (steps === 1) fill(db, random, steps, 1)
      db.run(`update note set text = 'much longer than before' where id in ('many-3', 'many-90', 'many-108')`)
      db.run(`delete from note where id in ('many-4', 'many-80', 'many-109', 'many-${50 * steps}')`)
    })
  }
  expect(steps).toBe(2)
  compareLengths(file)
})

test('2,000 queries are ranked as the formula ranks them', { timeout: 120_000 }, async () => {
  const file = await filled(120)
  const reference = referenceOf(file.read(documentsIn))
  const random = randomFrom(1)
  let found = 0
  for (let query = 0; query < 2000; query++) found += compare(file, reference, written(random), 10) > 0 ? 1 : 0
  expect(found).toBeGreaterThan(1000)
})

test('random words, phrases, prefixes and exclusions find what a linear scan finds', { timeout: 60_000 }, async () => {
  const file = await filled(40)
  const reference = referenceOf(file.read(documentsIn))
  const bare = fc.constantFrom(...vocabulary)
  const part = fc.oneof(
    bare,
    fc.array(bare, { minLength: 1, maxLength: 3 }).map(words => `"${words.join(' ')}"`),
    fc.tuple(bare, fc.integer({ min: 1, max: 6 })).map(([word, length]) => `${word.slice(0, length)}*`),
    fc.tuple(bare, bare).map(([one, other]) => `${one}-${other}`),
    bare.map(word => `-${word}`),
    fc.tuple(bare, bare).map(([one, other]) => `-"${one} ${other}"`),
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), parts => {
      compare(file, reference, parts.join(' '), 1000)
    }),
    { numRuns: 300 },
  )
})

const someOf = (db: Database, random: Random, table: string): string =>
  pick(random, [...db.all<{ id: string }>(`select id from ${table} order by id`), { id: 'none' }]).id

const edits: Record<string, (db: Database, random: Random, number: number) => void> = {
  'more records': (db, random, number) => fill(db, random, 1000 + number, 1),
  'a newer text': (db, random, number) => {
    const source = someOf(db, random, 'source')
    if (source === 'none') return
    addTextVersion(db, source, 100 + number, text(random, 30))
    db.run(
      `insert into anchor (excerpt, textVersion, start, "end", exact, prefix, suffix, page, state)
       select id, ?, 0, 1, ?, '', '', null, 'moved' from excerpt where source = ?`,
      [`${source}-v${100 + number}`, text(random, 6), source],
    )
  },
  'another title': (db, random) => {
    db.run('update source set title = ? where id = ?', [text(random, 3), someOf(db, random, 'source')])
  },
  'another note': (db, random) => {
    db.run('update note set text = ? where id in (?, ?)', [
      text(random, 20),
      someOf(db, random, 'note'),
      someOf(db, random, 'note'),
    ])
  },
  'another comment': (db, random) => {
    db.run('update excerpt set comment = ? where id = ?', [text(random, 4), someOf(db, random, 'excerpt')])
  },
  'fewer sources': (db, random) => {
    db.run('delete from source where id = ?', [someOf(db, random, 'source')])
  },
  'the last records gone': db => {
    db.run('delete from note where rowid = (select max(rowid) from note)')
    db.run('delete from source where rowid = (select max(rowid) from source)')
  },
  'fewer notes': (db, random) => {
    db.run('delete from note where id in (?, ?)', [someOf(db, random, 'note'), someOf(db, random, 'note')])
  },
}

test('after random edits and undos, ranks and hits are those of the texts as they are', {
  timeout: 60_000,
}, async () => {
  const file = await filled(30)
  const random = randomFrom(3)
  for (let step = 0; step < 60; step++) {
    const [label, edit] = pick(random, Object.entries(edits))
    if (random() < 0.25) file.undo()
    else
      file.write(label, db => {
        edit(db, random, step)
      })
    compareLengths(file)
    const reference = referenceOf(file.read(documentsIn))
    for (let query = 0; query < 3; query++) compare(file, reference, written(random), 15)
  }
  expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
})
