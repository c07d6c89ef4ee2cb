import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leavesOf, type Readable } from '../../../../../renderer/features/reader/hands/readable.ts'
import { characterAt } from '../../../../../renderer/features/reader/hands/segments.ts'
import {
  grainAt,
  narrowed,
  settled,
  stepped,
  toWords,
  type Unit,
  widened,
} from '../../../../../renderer/features/reader/hands/steps.ts'
import { extended, nextSentence, nextWord, snapped } from '../../../../../renderer/features/reader/stretches.ts'

/** A paragraph, apparatus that is folded away or shown, or a table of cells. */
type Part = { words: string } | { rows: string[][] } | { folded: string }

/** Lays parts out as a canonical text does: white space between blocks, a tab between cells, a line end between rows. */
const laidOut = (parts: readonly Part[]): Readable => {
  let text = ''
  const blocks: Readable['blocks'][number][] = []
  const put = (words: string) => {
    const start = text.length
    text += words
    return { start, end: text.length }
  }
  for (const part of parts) {
    if (text !== '') put('\n\n')
    if ('words' in part) blocks.push(put(part.words))
    else if ('folded' in part) put(part.folded)
    else {
      const start = text.length
      const rows = part.rows.map((cells, row) => {
        if (row > 0) put('\n')
        return cells.map((cell, index) => {
          if (index > 0) put('\t')
          return put(cell)
        })
      })
      blocks.push({ start, end: text.length, rows })
    }
  }
  return { text, blocks, language: 'en' }
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 24 }),
  fc.constantFrom(
    'Nothing was signed. Talks go on!',
    '🇺🇦🇺🇸🇩🇪🇫🇷 flags',
    'éà̂',
    'क्षि नमस्ते',
    'ภาษาไทย',
    '한글 각',
    '合意は署名された。',
    'שלום עולם',
    '👩‍👩‍👧‍👦 family',
    ' ',
  ),
)
const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: words.map(one => ({ words: one })) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map(rows => ({ rows })),
  },
  { weight: 1, arbitrary: words.map(one => ({ folded: one })) },
)
const anyText = fc.array(part, { minLength: 1, maxLength: 5 }).map(laidOut)

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Every place where the caret may stand, by segmenting each leaf as a whole. */
const placesOf = (readable: Readable): number[] =>
  leavesOf(readable).flatMap(leaf => [
    ...[...graphemes.segment(readable.text.slice(leaf.start, leaf.end))].map(one => leaf.start + one.index),
    leaf.end,
  ])

const units: readonly Unit[] = ['character', 'word', 'sentence', 'paragraph', 'cell', 'page', 'text']

describe('the caret', () => {
  test('walks every character of every script, through tables and past what is folded away, and back', () => {
    fc.assert(
      fc.property(anyText, readable => {
        const places = placesOf(readable)
        fc.pre(places.length > 0)
        const walk = (from: number, direction: 1 | -1) => {
          const seen = [from]
          for (let at = from; ; ) {
            const next = stepped(readable, at, 'character', direction)
            if (next === at) return seen
            at = next
            seen.push(at)
          }
        }
        expect(walk(places[0] ?? 0, 1)).toEqual(places)
        expect(walk(places.at(-1) ?? 0, -1)).toEqual(places.toReversed())
      }),
      { numRuns: 300 },
    )
  })

  test('stands between two characters that are shown, wherever it comes from and by whatever it moves', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(400),
        fc.constantFrom(...units),
        fc.constantFrom(1, -1),
        fc.array(fc.nat(400)),
        (readable, wish, unit, direction, pages) => {
          const places = placesOf(readable)
          fc.pre(places.length > 0)
          const from = settled(readable, Math.min(wish, readable.text.length)) ?? -1
          expect(places).toContain(from)
          const to = stepped(
            readable,
            from,
            unit,
            direction,
            pages.toSorted((left, right) => left - right),
          )
          expect(places).toContain(to)
          expect((to - from) * direction).toBeGreaterThanOrEqual(0)
          // Only at the ends of the text does a step lead nowhere.
          if (unit !== 'page' && unit !== 'cell')
            expect(to === from).toBe(from === (direction === 1 ? places.at(-1) : places[0]))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('goes by word, sentence and paragraph: on to an end, back to a start', () => {
    const readable = laidOut([{ words: 'One two. Three.' }, { words: 'Four.' }])
    const on = (unit: Unit, from: number) => stepped(readable, from, unit, 1)
    const back = (unit: Unit, from: number) => stepped(readable, from, unit, -1)
    expect([on('word', 0), on('word', 3), on('sentence', 0), on('sentence', 8), on('sentence', 15)]).toEqual([
      3, 7, 8, 15, 22,
    ])
    expect([back('word', 22), back('word', 17), back('sentence', 12), back('paragraph', 12)]).toEqual([17, 9, 9, 0])
    expect([on('paragraph', 4), on('paragraph', 15), back('paragraph', 17)]).toEqual([15, 22, 0])
  })

  test('goes into a table, from cell to cell, and out of it', () => {
    const readable = laidOut([
      { words: 'Before' },
      {
        rows: [
          ['Oil', '10 %'],
          ['', 'Gas'],
        ],
      },
      { words: 'After' },
    ])
    const seen: string[] = []
    for (let at = 0, leaf = ''; ; ) {
      const stretch = grainAt(readable, at, 'paragraph')
      leaf = readable.text.slice(stretch.start, stretch.end)
      seen.push(leaf)
      const next = stepped(readable, at, 'cell', 1)
      if (next === at) break
      at = next
    }
    expect(seen).toEqual(['Before', 'Oil', '10 %', 'Gas', 'After'])
  })

  test('goes by the pages of the document', () => {
    const readable = laidOut([{ words: 'One two.' }, { words: 'Three four.' }])
    expect(stepped(readable, 2, 'page', 1, [0, 4, 10])).toBe(4)
    expect(stepped(readable, 4, 'page', 1, [0, 4, 10])).toBe(10)
    expect(stepped(readable, 10, 'page', 1, [0, 4, 10])).toBe(10)
    expect(stepped(readable, 10, 'page', -1, [0, 4, 10])).toBe(4)
  })
})

test('a character is found without reading the whole text, and is the one that reading all of it finds', () => {
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 30 }).map(parts => parts.join('')),
      fc.nat(500),
      (text, wish) => {
        fc.pre(text !== '')
        const at = Math.min(wish, text.length - 1)
        const whole = graphemes.segment(text).containing(at)
        const start = whole?.index ?? -1
        expect(characterAt(text, { start: 0, end: text.length }, at)).toEqual({
          start,
          end: start + (whole?.segment.length ?? 0),
        })
      },
    ),
    { numRuns: 500 },
  )
  const flags = '🇺🇦'.repeat(40)
  expect(characterAt(flags, { start: 0, end: flags.length }, 131)).toEqual({ start: 128, end: 132 })
  const marks = `a${'\u0301'.repeat(300)}b`
  expect(characterAt(marks, { start: 0, end: marks.length }, 200)).toEqual({ start: 0, end: 301 })
})

describe('what is selected', () => {
  const readable = laidOut([
    { words: 'Nothing was signed. Talks, they say, go on.' },
    {
      rows: [
        ['Oil and gas', '10 %'],
        ['Coal', '5 %'],
      ],
    },
  ])
  const { text } = readable
  const at = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
  const said = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

  test('widens from word to sentence, paragraph, row and table, and narrows again', () => {
    const seen = [at('the')]
    for (
      let next = widened(readable, at('the'));
      next !== seen.at(-1) && seen.length < 9;
      next = widened(readable, next)
    ) {
      if (said(next) === said(seen.at(-1) ?? next)) break
      seen.push(next)
    }
    expect(seen.map(said)).toEqual(['the', 'they', 'Talks, they say, go on.', text.slice(0, 43)])
    const cell = [said(widened(readable, at('10')))]
    cell.push(said(widened(readable, widened(readable, at('10')))), said(widened(readable, at('Oil and gas\t10 %'))))
    expect(cell).toEqual(['10 %', 'Oil and gas\t10 %', 'Oil and gas\t10 %\nCoal\t5 %'])
    expect(said(narrowed(readable, { start: 0, end: 43 }))).toBe('Nothing was signed.')
    expect(said(narrowed(readable, at('Nothing was signed.')))).toBe('Nothing')
    expect(said(narrowed(readable, at('Nothing')))).toBe('Nothing')
  })

  test('is snapped to the whole words that it touches', () => {
    expect(said(toWords(readable, { start: 3, end: 10 }))).toBe('Nothing was')
    expect(said(toWords(readable, { start: 7, end: 9 }))).toBe(' was')
    expect(said(toWords(readable, at('Nothing was')))).toBe('Nothing was')
    expect(said(toWords(readable, { start: text.indexOf('gas'), end: text.indexOf('oal') + 1 }))).toBe(
      'gas\t10 %\nCoal',
    )
  })

  test('is never less after widening, nor more after narrowing, and holds whole words when snapped to them', () => {
    fc.assert(
      fc.property(anyText, fc.nat(200), fc.nat(200), (one, a, b) => {
        const raw = { start: Math.min(a, b, one.text.length), end: Math.min(Math.max(a, b), one.text.length) }
        const from = snapped(one, raw)
        if (from === null || leavesOf(one).length === 0) return
        const wide = widened(one, from)
        expect(wide.start <= from.start && wide.end >= from.end).toBe(true)
        const narrow = narrowed(one, from)
        expect(narrow.start >= from.start && narrow.end <= from.end && narrow.end > narrow.start).toBe(true)
        const whole = toWords(one, from)
        expect(whole.start <= from.start && whole.end >= from.end).toBe(true)
        expect(toWords(one, whole)).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })

  test('has ends that move by character over white space, and never turns over', () => {
    const nothing = at('Nothing')
    expect(said(extended(readable, nothing, 'end', 'character', 1))).toBe('Nothing w')
    expect(said(extended(readable, at('Nothing w'), 'end', 'character', -1))).toBe('Nothing')
    expect(said(extended(readable, nothing, 'start', 'character', 1))).toBe('othing')
    expect(extended(readable, { start: 0, end: 1 }, 'end', 'character', -1)).toEqual({ start: 0, end: 1 })
    expect(said(extended(readable, nothing, 'end', 'paragraph', 1))).toBe(text.slice(0, 43))
    expect(said(extended(readable, { start: 0, end: 43 }, 'end', 'character', 1))).toBe(`${text.slice(0, 43)}\n\nO`)
  })

  test('is walked by words and sentences from cell to cell', () => {
    const cells: string[] = []
    for (let next = nextSentence(readable, at('Talks'), 1); next !== null; next = nextSentence(readable, next, 1))
      cells.push(said(next))
    expect(cells).toEqual(['Oil and gas', '10 %', 'Coal', '5 %'])
    expect(said(nextWord(readable, at('Nothing'), 1) ?? at('Talks'))).toBe('was')
    expect(said(nextWord(readable, at('Oil'), -1) ?? at('Talks'))).toBe('on')
    expect(nextWord(readable, at('Nothing'), -1)).toBeNull()
    expect(said(nextWord(readable, null, 1) ?? at('Talks'))).toBe('Nothing')
  })
})
