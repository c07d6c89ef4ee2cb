import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importInput, openTestCase, passageOf, type TestCase } from '../../support/case.ts'
import { tokensOf } from '../store/search/search-reference.ts'

const text = `The fund gets half of the revenue. Mr. Lind said that the fund is not half of it.

Nothing here.

Half of the Fünd, and half of nothing; the fund again.`

let one: TestCase
let source: string
beforeEach(async () => {
  one = await openTestCase()
  source = (await one.ask('sources.import', importInput(text, { title: 'Deal' }))).source
})
afterEach(() => one.close())

const within = async (query: string) => {
  const { places, total } = await one.ask('search.within', { source, query, limit: 100 })
  expect(total).toBe(places.length)
  return places.map(({ start, end }) => text.slice(start, end))
}

test('within a document every place is found: words as a phrase, or each by itself', async () => {
  expect(await within('fund')).toEqual(['fund', 'fund', 'Fünd', 'fund'])
  expect(await within('half of')).toEqual(['half of', 'half of', 'Half of', 'half of'])
  expect(await within('half of th*')).toEqual(['half of the', 'Half of the'])
  expect(await within('revenue nothing')).toEqual(['revenue', 'Nothing', 'nothing'])
  expect(await within('"half of it" -fund kind:note')).toEqual(['half of it'])
  expect(await within('nowhere')).toEqual([])
  expect(await within('-fund')).toEqual([])
  const limited = await one.ask('search.within', { source, query: 'half', limit: 2 })
  expect([limited.places.length, limited.total]).toEqual([2, 4])
  expect(
    (await one.refused('search.within', { source: '0196a000-0000-7000-8000-000000000000', query: 'half', limit: 2 }))
      .code,
  ).toBe('stale')
})

test('a find in the newest text, after a correction', async () => {
  const { version } = await one.ask('sources.read', { id: source })
  await one.ask('sources.correct', {
    source,
    version: version.id,
    edits: [{ start: 4, end: 8, words: 'pool' }],
    note: 'As printed',
  })
  const { places } = await one.ask('search.within', { source, query: 'fund', limit: 9 })
  expect(places).toHaveLength(3)
})

test('passages are words, sentences or paragraphs, each once, and known ones are told', async () => {
  const other = await one.ask('sources.import', importInput('A fund elsewhere.', { title: 'Elsewhere' }))
  const ask = async (query: string, extent: 'words' | 'sentence' | 'paragraph', sources?: string[]) =>
    one.ask('search.passages', { query, limit: 100, extent, ...(sources ? { sources } : {}) })
  const words = await ask('fund', 'words')
  expect(words.total).toBe(5)
  expect(words.bySource.map(({ title, places }) => [title, places]).sort()).toEqual([
    ['Deal', 4],
    ['Elsewhere', 1],
  ])
  const sentences = await ask('fund half', 'sentence', [source])
  expect(sentences.passages.map(({ exact }) => exact)).toEqual([
    'The fund gets half of the revenue.',
    'Mr. Lind said that the fund is not half of it.',
    'Half of the Fünd, and half of nothing; the fund again.',
  ])
  const [first] = sentences.passages
  expect(first?.marks.map(({ start, end }) => first.exact.slice(start, end))).toEqual(['fund', 'half'])
  const paragraphs = await ask('fund', 'paragraph', [source])
  expect(paragraphs.passages.map(({ exact }) => exact.slice(0, 8))).toEqual(['The fund', 'Half of '])
  expect(paragraphs.passages.map(({ known }) => known)).toEqual([false, false])
  await one.ask(
    'excerpts.create',
    await passageOf(one, source, 'Half of the Fünd, and half of nothing; the fund again.'),
  )
  expect((await ask('fund', 'paragraph', [source])).passages.map(({ known }) => known)).toEqual([false, true])
  expect((await ask('fund source:elsewhere', 'words')).passages.map(passage => passage.source)).toEqual([other.source])
  expect(await ask('kind:source', 'words')).toEqual({ passages: [], total: 0, bySource: [] })
  const together = { limit: 9, extent: 'words' as const, together: true }
  expect((await one.ask('search.passages', { query: 'half of th*', ...together })).passages).toHaveLength(2)
  expect((await one.ask('search.passages', { query: 'revenue half', ...together })).passages).toHaveLength(5)
  const few = await one.ask('search.passages', { query: 'fund', limit: 2, extent: 'words' })
  expect([few.passages.length, few.total, few.bySource.length]).toEqual([2, 5, 2])
})

test('all passages are coded in one step, and each that was an excerpt is one still', async () => {
  const { passages } = await one.ask('search.passages', { query: 'fund', limit: 100, extent: 'sentence' })
  const tag = await one.ask('tags.create', { name: 'Fund', parent: null, colour: 'sky', description: '' })
  const chosen = passages.map(({ source, textVersion, start, end }) => ({
    source,
    textVersion,
    start,
    end,
    colour: 'sky' as const,
  }))
  expect(await one.ask('excerpts.codeAll', { passages: chosen, tags: [tag.id] })).toEqual({ created: 3, known: 0 })
  expect(await one.ask('excerpts.codeAll', { passages: chosen, tags: [tag.id] })).toEqual({ created: 0, known: 3 })
})

test('hits are counted by kind, whatever kinds are shown, with the places of each', async () => {
  await one.ask('excerpts.create', await passageOf(one, source, 'The fund'))
  const all = await one.ask('search.find', { query: 'fund', limit: 9 })
  expect([all.total, all.byKind]).toEqual([2, { source: 1, excerpt: 1 }])
  expect(all.hits.find(({ kind }) => kind === 'source')?.places).toBe(4)
  const each = await one.ask('search.find', { query: 'fund', limit: 1, perKind: true })
  expect([each.total, each.hits.map(({ kind }) => kind).sort()]).toEqual([2, ['excerpt', 'source']])
  const sources = await one.ask('search.find', { query: 'fund', limit: 9, kinds: ['source'] })
  expect([sources.total, sources.hits.length, sources.byKind]).toEqual([1, 1, { source: 1, excerpt: 1 }])
  expect((await one.ask('search.find', { query: 'fund kind:excerpt', limit: 9 })).byKind).toEqual({ excerpt: 1 })
  expect((await one.ask('search.find', { query: 'source:deal', limit: 9, kinds: ['excerpt'] })).byKind).toEqual({
    source: 1,
    excerpt: 1,
  })
})

test('as many places are counted as there are, in any script', async () => {
  const word = fc.constantFrom('fund', 'café', 'half', '矿产', '中国人', '国', 'ไทย', 'фонд', 'й', 'и')
  const between = fc.constantFrom(' ', '', ', ', '。')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 40 }), word, async (parts, query) => {
      const made = await one.ask(
        'sources.import',
        importInput(`x ${parts.flat().join('')} x ${Math.random()}`, { title: 'Any' }),
      )
      const { version } = await one.ask('sources.read', { id: made.source })
      const { places } = await one.ask('search.within', { source: made.source, query, limit: 1000 })
      for (const { start, end } of places)
        expect(tokensOf(version.text.slice(start, end)).map(token => token.replace('+', ''))).toEqual(
          tokensOf(query).map(token => token.replace('+', '')),
        )
      const { bySource } = await one.ask('search.passages', {
        query,
        limit: 1,
        extent: 'words',
        sources: [made.source],
      })
      expect(bySource[0]?.places ?? 0).toBe(places.length)
    }),
    { numRuns: 40 },
  )
})
