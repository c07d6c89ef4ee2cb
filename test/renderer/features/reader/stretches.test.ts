import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  extended,
  nextParagraph,
  nextSentence,
  type Readable,
  sentencesOf,
  snapped,
} from '../../../../renderer/features/reader/stretches.ts'

const paragraphs = ['The U.S. side met Mr. Yermak. It went well.', 'Nothing was signed! Talks go on.', 'End.']
const readable = (parts: readonly string[]): Readable => {
  let at = 0
  const blocks = parts.map(part => {
    const block = { start: at, end: at + part.length }
    at = block.end + 2
    return block
  })
  return { text: parts.join('\n\n'), blocks, language: 'en' }
}
const example = readable(paragraphs)
const wordsAt = (place: { start: number; end: number } | null) => place && example.text.slice(place.start, place.end)

describe('sentences', () => {
  test('are kept together at abbreviations and initials', () => {
    const [first = { start: 0, end: 0 }] = example.blocks
    expect(sentencesOf(example, first).map(wordsAt)).toEqual(['The U.S. side met Mr. Yermak.', 'It went well.'])
  })

  test('cover all that is not white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
        const one = readable([text])
        const said = sentencesOf(one, { start: 0, end: text.length }).map(place => text.slice(place.start, place.end))
        expect(said.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  test('are walked forwards over paragraphs and back again', () => {
    const forwards: (string | null)[] = []
    let place = nextSentence(example, null, 1)
    for (; place !== null; place = nextSentence(example, place, 1)) forwards.push(wordsAt(place))
    expect(forwards).toEqual([
      'The U.S. side met Mr. Yermak.',
      'It went well.',
      'Nothing was signed!',
      'Talks go on.',
      'End.',
    ])
    const backwards: (string | null)[] = []
    place = { start: example.text.length - 1, end: example.text.length }
    for (place = nextSentence(example, place, -1); place !== null; place = nextSentence(example, place, -1))
      backwards.push(wordsAt(place))
    expect(backwards).toEqual(['End.', ...forwards.slice(0, -1).reverse()])
  })

  test('an unknown language tag does not stop the walk', () => {
    expect(wordsAt(nextSentence({ ...example, language: 'not stated' }, null, 1))).toBe('The U.S. side met Mr. Yermak.')
  })
})

test('a paragraph further is the first sentence of the next one', () => {
  const first = nextParagraph(example, null, 1)
  const second = nextParagraph(example, first, 1)
  expect(wordsAt(second)).toBe('Nothing was signed!')
  expect(wordsAt(nextParagraph(example, second, -1))).toBe('The U.S. side met Mr. Yermak.')
  expect(nextParagraph(example, first, -1)).toBeNull()
})

describe('a selection', () => {
  const start = example.text.indexOf('Nothing')
  const nothing = { start, end: start + 'Nothing'.length }

  test('grows and shrinks by words and sentences at either end', () => {
    const longer = extended(example, nothing, 'end', 'word', 1)
    expect(wordsAt(longer)).toBe('Nothing was')
    expect(wordsAt(extended(example, longer, 'start', 'word', 1))).toBe('was')
    expect(wordsAt(extended(example, longer, 'end', 'word', -1))).toBe('Nothing')
    expect(wordsAt(extended(example, nothing, 'end', 'sentence', 1))).toBe('Nothing was signed!')
    expect(wordsAt(extended(example, nothing, 'start', 'word', -1))).toBe('well.\n\nNothing')
  })

  test('never turns over', () => {
    expect(extended(example, nothing, 'end', 'word', -1)).toEqual(nothing)
    expect(extended(example, nothing, 'start', 'word', 1)).toEqual(nothing)
  })

  test('keeps no white space at its ends and no half characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const one = readable([text])
        const place = snapped(one, { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) })
        if (place === null) return
        const words = text.slice(place.start, place.end)
        expect(words.trim()).toBe(words)
        const edges = new Set([...new Intl.Segmenter('en').segment(text)].map(piece => piece.index).concat(text.length))
        expect(edges.has(place.start) && edges.has(place.end)).toBe(true)
      }),
    )
    expect(snapped(example, { start: 28, end: 29 })).toEqual({ start: 28, end: 29 })
    expect(snapped(readable(['a   b']), { start: 1, end: 4 })).toBeNull()
  })
})
