import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../../main/store/case-file.ts'
import { takeAllSteps } from '../../../../main/store/disk/copy.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { matchExpression } from '../../../../main/store/search/match.ts'
import { search } from '../../../../main/store/search/search.ts'
import { parseQuery } from '../../../../shared/rules/query.ts'
import { addExcerpt, addNote, addSource, addTextVersion, newCase } from '../support.ts'

const find = (file: CaseFile, query: string, kinds: string[] = []) => {
  const match = matchExpression(parseQuery(query))
  const admits = ({ kind }: { kind: string }) => kinds.length === 0 || kinds.includes(kind)
  return match === null ? { hits: [], total: 0 } : file.read(db => search(db, match, { limit: 20, admits }))
}
const ids = (file: CaseFile, query: string, kinds: string[] = []) => find(file, query, kinds).hits.map(hit => hit.id)
const isSound = (file: CaseFile) => file.read(db => checkIntegrity(db, { thorough: true }))

const filled = async () => {
  const file = await newCase()
  file.write('Fill', db => {
    addSource(db, 's1', 'Minerals deal')
    addTextVersion(db, 's1', 1, 'Half of the revenue 🪨 goes to a fund. Café prices are not affected.')
    addSource(db, 's2', 'Port talks')
    addTextVersion(db, 's2', 1, 'The port remains open; the fund is mentioned once, the revenue too.')
    addExcerpt(db, 'e1', 's1', 's1-v1', 'Half of the revenue', 'look at the fund')
    addNote(db, 'n1', 'Revenue', 'What the fund would own')
  })
  return file
}

test('finds words, phrases, prefixes and exclusions in every kind of record', async () => {
  const file = await filled()
  expect(ids(file, 'fund').sort()).toEqual(['e1', 'n1', 's1', 's2'])
  expect(ids(file, '"half of the revenue"').sort()).toEqual(['e1', 's1'])
  expect(ids(file, 'affect*')).toEqual(['s1'])
  expect(ids(file, 'fund -port -own').sort()).toEqual(['e1', 's1'])
  expect(ids(file, 'cafe')).toEqual(['s1'])
  expect(ids(file, 'fund', ['note', 'excerpt']).sort()).toEqual(['e1', 'n1'])
  expect(ids(file, 'nothing-like-it')).toEqual([])
})

test('a word in the title outranks the same word in a text', async () => {
  expect(ids(await filled(), 'revenue')[0]).toBe('n1')
})

test('says where a hit stands, in UTF-16 code units', async () => {
  const [hit] = find(await filled(), 'fund', ['source']).hits
  if (!hit?.at) throw new Error('no place')
  const text = 'Half of the revenue 🪨 goes to a fund. Café prices are not affected.'
  const other = 'The port remains open; the fund is mentioned once, the revenue too.'
  expect((hit.id === 's1' ? text : other).slice(hit.at.start, hit.at.end)).toBe('fund')
  expect(hit.marks.map(mark => hit.snippet.slice(mark.start, mark.end))).toEqual(['fund'])
  const cafe = find(await filled(), 'prices').hits[0]
  expect(cafe?.at && text.slice(cafe.at.start, cafe.at.end)).toBe('prices')
})

test('only the newest text of a source is found, and the one before when it goes', async () => {
  const file = await filled()
  file.write('Newer text', db => addTextVersion(db, 's1', 2, 'Nothing of that: all new words.'))
  expect(ids(file, 'affected')).toEqual([])
  expect(ids(file, '"new words"')).toEqual(['s1'])
  file.undo()
  expect(ids(file, 'affected')).toEqual(['s1'])
  expect(isSound(file)).toEqual([])
})

test('stays in step through deletion by cascade, undo and redo', async () => {
  const file = await filled()
  file.write('Remove', db => db.run(`delete from source where id = 's1'`))
  expect(ids(file, 'fund').sort()).toEqual(['n1', 's2'])
  expect(isSound(file)).toEqual([])
  file.undo()
  expect(ids(file, 'fund').sort()).toEqual(['e1', 'n1', 's1', 's2'])
  file.undo()
  expect(ids(file, 'fund')).toEqual([])
  expect(isSound(file)).toEqual([])
})

test('a note is found by the names of what it mentions, as they are now', async () => {
  const file = await filled()
  file.write('Mention', db => {
    db.run(`insert into noteMention (note, record, target) values ('n1', 'source', 's2')`)
  })
  expect(ids(file, 'talks', ['note'])).toEqual(['n1'])
  file.write('Rename', db => db.run(`update source set title = 'Harbour' where id = 's2'`))
  expect(ids(file, 'talks', ['note'])).toEqual([])
  expect(ids(file, 'harbour', ['note'])).toEqual(['n1'])
  file.write('Remove', db => db.run(`delete from source where id = 's2'`))
  expect(ids(file, 'harbour')).toEqual([])
  expect(isSound(file)).toEqual([])
})

test('a passage and an article enter the index once', async () => {
  const file = await filled()
  const segments = () =>
    file.read(db => db.get<{ count: number }>('select count(*) as count from search_fts_segdir'))?.count ?? 0
  const added = (work: Parameters<CaseFile['write']>[1]) => {
    const before = segments()
    file.write('Add', work)
    return segments() - before
  }
  const indexes = 3
  expect(added(db => addExcerpt(db, 'e2', 's2', 's2-v1', 'The port', 'remains'))).toBe(indexes)
  const article = added(db => {
    addSource(db, 's3', 'Third')
    addTextVersion(db, 's3', 1, 'A third text')
  })
  expect(article).toBe(indexes)
})

test('in pauses the index is merged step by step, finds the same, and is left alone when nothing is to be done', async () => {
  const file = await filled()
  for (let number = 0; number < 70; number++)
    file.write('Note', db => addNote(db, `note-${number}`, `Fund ${number}`, `note ${number} of the fund`))
  const segments = () =>
    file.read(db => db.all<{ count: number }>('select count(*) as count from search_fts_segdir group by level'))
  expect(Math.max(...segments().map(({ count }) => count))).toBeGreaterThan(4)
  const before = ids(file, 'fund')
  const { undo } = file.history()
  let steps = 0
  while (file.idle()) steps++
  expect(steps).toBeGreaterThan(0)
  expect(Math.max(...segments().map(({ count }) => count))).toBeLessThan(4)
  expect(ids(file, 'fund')).toEqual(before)
  expect(isSound(file)).toEqual([])
  expect(file.history().undo).toBe(undo)
  const length = statSync(file.path).size
  const written = statSync(file.path).mtimeMs
  expect(file.idle()).toBe(false)
  expect(statSync(file.path)).toMatchObject({ size: length, mtimeMs: written })
})

test('a damaged index is noticed and rebuilt', async () => {
  const file = await filled()
  file.write('Damage', db => {
    db.run('delete from search_fts_segdir')
    db.run(`update search_text set title = 'x' where kind = 'none'`)
  })
  expect(isSound(file).map(finding => finding.kind)).toEqual(['search'])
  takeAllSteps(file.repair())
  expect(isSound(file)).toEqual([])
  expect(ids(file, 'fund').length).toBe(4)
})

test('what is typed never becomes an operator or an error', async () => {
  const file = await filled()
  for (const query of [
    'NOT',
    'a AND',
    'OR OR',
    '"',
    '""',
    '*',
    '^',
    'title:fund',
    'NEAR/2',
    '(',
    'fund)',
    '-',
    '--',
    '-"',
    'a* *b',
    "'",
    '\u0000',
    'https://x.org/?a=1',
    '-fund',
  ])
    expect(() => find(file, query), query).not.toThrow()
  expect(ids(file, 'title:revenue')).toEqual([])
  expect(ids(file, '-fund')).toEqual([])
})

test('the best of those admitted are chosen, however many match', async () => {
  const file = await filled()
  file.write('Many notes', db => {
    for (let number = 0; number < 50; number++) addNote(db, `many-${number}`, 'Fund fund', 'fund')
  })
  const fund = { expression: '("fund")', phrases: ['"fund"'], unwanted: [], sought: [{ text: 'fund', prefix: false }] }
  const found = file.read(db => search(db, fund, { limit: 1, admits: ({ id }) => id === 's2' || id === 's1' }))
  expect(found.total).toBe(2)
  expect(found.hits).toHaveLength(1)
  expect(file.read(db => search(db, fund, { limit: 1 })).total).toBe(54)
})

test('filters are no words', () => {
  expect(matchExpression(parseQuery('source:"Port talks" fund -kind:note -old half*'))).toEqual({
    expression: '("fund" AND "half*") NOT ("old")',
    phrases: ['"fund"', '"half*"'],
    unwanted: ['"old"'],
    sought: [
      { text: 'fund', prefix: false },
      { text: 'half', prefix: true },
    ],
  })
  expect(matchExpression(parseQuery('kind:note -old'))).toBeNull()
})
