import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOf } from '../../../main/records/source-text.ts'
import type { TextBlock, TextPage } from '../../../shared/model/text-version.ts'
import { blockKind } from '../../../shared/model/text-version.ts'
import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import { corrected, rangeAfter, type StructuredText } from '../../../shared/rules/correction.ts'

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('é', 'a\u0323', '👩‍👩‍👧', '𝔘', 'שלום', '\uFEFF', ' ', '\n', 'the fund ', '50 % ', 'x'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => canonicalText(parts.join('')).replace(/\p{Surrogate}/gu, ''))

const typed = fc.oneof(
  words,
  fc.constantFrom('', '\u0301', '\r\n\r\n', '\n\n', 'new\n\nwords', '\uFEFF', ' ', 'a\nb', '\u1161', '|'),
)

type Part = { kind: TextBlock['kind']; cells: string[]; gap: string; apparatus: boolean }

const part: fc.Arbitrary<Part> = fc.record({
  kind: fc.constantFrom(...blockKind.options),
  cells: fc.array(words, { minLength: 1, maxLength: 4 }),
  gap: fc.constantFrom('\n\n', '\n', '', ' '),
  apparatus: fc.boolean(),
})

/** A document of any blocks, some of them tables with cells apart, and pages that start anywhere. */
const built = (parts: readonly Part[], cuts: readonly number[]): StructuredText => {
  let text = ''
  const blocks: TextBlock[] = []
  for (const { kind, cells, gap, apparatus } of parts) {
    const start = text.length
    const row = (kind === 'table' ? cells : [cells.join('')]).map((cell, at) => {
      if (at > 0) text += ' | '
      const from = text.length
      text += cell
      return { start: from, end: text.length }
    })
    const level = kind === 'heading' || kind === 'list item' ? { level: 2 } : {}
    const rows = kind === 'table' ? { rows: [row.slice(0, 2), row.slice(2)], head: true } : {}
    blocks.push({ kind, start, end: text.length, apparatus, ...level, ...rows })
    text += gap
  }
  const starts = cuts.map(cut => cut % (text.length + 1)).sort((one, other) => one - other)
  const pages = [0, ...starts].map((start, at): TextPage => ({ start, label: `${at}`, imageOnly: false }))
  return { text, blocks, pages }
}

const document = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(), { maxLength: 3 }))
  .map(([parts, cuts]) => built(parts, cuts))
  .filter(({ text, blocks }) => text.trim() !== '' && faultOf(text, blocks) === null)

const changesIn = (text: string) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length), typed), { minLength: 1, maxLength: 3 }).map(list => {
    const places = list.flatMap(([from, to]) => [from, to] as const).sort((one, other) => one - other)
    return list.map(([, , fresh], at) => ({
      start: places[2 * at] as number,
      end: places[2 * at + 1] as number,
      words: fresh,
    }))
  })

const splits = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')

const documentAndChanges = document.chain(one => fc.tuple(fc.constant(one), changesIn(one.text)))

describe('a corrected text, over any document and any changes', () => {
  test('is canonical, has every word in a block, its cells in order and its pages in place', () => {
    fc.assert(
      fc.property(documentAndChanges, ([one, changes]) => {
        fc.pre(changes.every(({ start, end }) => !splits(one.text, start) && !splits(one.text, end)))
        const result = corrected(one, changes)
        expect(result).not.toBeNull()
        if (result === null) return
        const { text, blocks, pages } = result.text
        expect(faultOf(text, blocks)).toBeNull()
        expect(pages).toHaveLength(one.pages.length)
        let from = 0
        for (const page of pages) {
          expect(page.start).toBeGreaterThanOrEqual(from)
          expect(page.start).toBeLessThanOrEqual(text.length)
          from = page.start
        }
        const plain = changes.reduceRight(
          (whole, { start, end, words }) => whole.slice(0, start) + canonicalText(words) + whole.slice(end),
          one.text,
        )
        expect(text).toBe(canonicalText(plain))
      }),
      { numRuns: 3_000 },
    )
  })

  test('what no change touches keeps its block, and every range outside the changes is found where it went', () => {
    fc.assert(
      fc.property(documentAndChanges, ([one, changes]) => {
        fc.pre(changes.every(({ start, end }) => !splits(one.text, start) && !splits(one.text, end)))
        const result = corrected(one, changes)
        if (result === null) return
        const { text, blocks } = result.text
        for (const block of one.blocks) {
          const range = rangeAfter(result.replacements, block)
          const touched = result.replacements.some(({ start, end }) => start <= block.end + 2 && end >= block.start - 2)
          if (result.replacements.length > 1 || touched || block.start === block.end) continue
          const same = blocks.find(other => other.start === range?.start && other.end === range.end)
          expect(same).toMatchObject({ kind: block.kind, apparatus: block.apparatus })
          expect(text.slice(range?.start, range?.end)).toBe(one.text.slice(block.start, block.end))
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

const article = (...lines: [TextBlock['kind'], string][]): StructuredText => {
  let text = ''
  const blocks = lines.map(([kind, line]): TextBlock => {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += line
    return { kind, start, end: text.length, apparatus: false }
  })
  return { text, blocks, pages: [] }
}

const shown = ({ text, blocks }: StructuredText) => blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])

const change = (one: StructuredText, from: string, to: string) => {
  const start = one.text.indexOf(from)
  if (start < 0) throw new Error(`"${from}" is not in the text`)
  const result = corrected(one, [{ start, end: start + from.length, words: to }])
  if (result === null) throw new Error('The change was refused')
  return result
}

describe('a corrected text, case by case', () => {
  const talks = article(
    ['heading', 'Talks'],
    ['paragraph', 'The fund gets 3S % of it.'],
    ['paragraph', 'Nothing is signed.'],
    ['list item', 'first point'],
  )

  test('a word within a block moves what comes after it', () => {
    expect(shown(change(talks, '3S %', '35 per cent').text)).toEqual([
      ['heading', 'Talks'],
      ['paragraph', 'The fund gets 35 per cent of it.'],
      ['paragraph', 'Nothing is signed.'],
      ['list item', 'first point'],
    ])
  })

  test('a change over two paragraphs that keeps the blank line keeps both', () => {
    expect(shown(change(talks, 'of it.\n\nNothing', 'of all.\n\nLittle').text).slice(1, 3)).toEqual([
      ['paragraph', 'The fund gets 3S % of all.'],
      ['paragraph', 'Little is signed.'],
    ])
  })

  test('a deletion over the border joins the two', () => {
    expect(shown(change(talks, ' of it.\n\nNothing is', ' is').text).slice(1)).toEqual([
      ['paragraph', 'The fund gets 3S % is signed.'],
      ['list item', 'first point'],
    ])
  })

  test('a deletion of whole blocks takes them away and leaves the others', () => {
    expect(shown(change(talks, 'The fund gets 3S % of it.\n\nNothing is signed.\n\n', '').text)).toEqual([
      ['heading', 'Talks'],
      ['list item', 'first point'],
    ])
  })

  test('a blank line typed into a paragraph parts it', () => {
    expect(shown(change(talks, ' of it', ' of it.\n\nOr more').text).slice(1, 4)).toEqual([
      ['paragraph', 'The fund gets 3S % of it.'],
      ['paragraph', 'Or more.'],
      ['paragraph', 'Nothing is signed.'],
    ])
  })

  test('words after a heading are a paragraph, another line of a list another item', () => {
    expect(shown(change(talks, 'Talks', 'Talks\nBy our own').text).slice(0, 2)).toEqual([
      ['heading', 'Talks'],
      ['paragraph', 'By our own'],
    ])
    expect(shown(change(talks, 'first point', 'first point\nsecond point').text).slice(-2)).toEqual([
      ['list item', 'first point'],
      ['list item', 'second point'],
    ])
  })

  test('the cells of a table hold what was typed into them', () => {
    const text = 'Year | Share\n2024 | 3S %'
    const cell = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
    const rows = [
      [cell('Year'), cell('Share')],
      [cell('2024'), cell('3S %')],
    ]
    const table: StructuredText = {
      text,
      blocks: [{ kind: 'table', start: 0, end: text.length, rows, head: true, apparatus: false }],
      pages: [],
    }
    const { text: after } = change(table, '2024 | 3S', '2025 | 35')
    const cells = after.blocks[0]?.rows?.map(row => row.map(({ start, end }) => after.text.slice(start, end)))
    expect(cells).toEqual([
      ['Year', 'Share'],
      ['2025', '35 %'],
    ])
  })

  test('a page break stays before the words it stood before', () => {
    const paged = {
      ...talks,
      pages: [0, talks.text.indexOf('Nothing')].map(start => ({ start, label: '', imageOnly: false })),
    }
    const { text } = change(paged, 'of it.\n\nNothing', 'of all that is earned.\n\nLittle')
    expect(text.text.slice(text.pages[1]?.start)).toMatch(/^Little/)
  })

  test('a quotation that a change touches keeps its ends; one that gave way whole has no place', () => {
    const { text, replacements } = change(talks, '3S %', '35 %')
    const quoted = (words: string) => {
      const start = talks.text.indexOf(words)
      return rangeAfter(replacements, { start, end: start + words.length })
    }
    const [around, behind] = [quoted('gets 3S % of'), quoted('signed')]
    expect(text.text.slice(around?.start, around?.end)).toBe('gets 35 % of')
    expect(text.text.slice(behind?.start, behind?.end)).toBe('signed')
    expect(quoted('3S')).toBeNull()
  })

  test.each([
    ['behind a letter that another change deletes', 'the fund', [0, 3, ''], [3, 3, '\u0301'], '\u0301 fund'],
    ['apart from it by another accent', 'o\u0335 fund', [0, 1, ''], [2, 2, '\u0301'], '\u0335\u0301 fund'],
    ['behind a letter that another change types', 'the fund', [3, 3, 'a'], [3, 3, '\u0301'], 'the\u00e1 fund'],
  ] as const)('an accent typed %s does not go with it', (_, text, one, other, expected) => {
    const changes = [one, other].map(([start, end, words]) => ({ start, end, words }))
    expect(corrected(article(['code', text]), changes)?.text.text).toBe(expected)
  })

  test('a byte order mark that comes to stand behind typed words stays', () => {
    const changes = [
      { start: 0, end: 0, words: 'x' },
      { start: 0, end: 1, words: '' },
    ]
    expect(corrected(article(['code', 'a\uFEFFb']), changes)?.text.text).toBe('x\uFEFFb')
  })

  test('ranges that overlap, lie outside or cut a surrogate pair are refused', () => {
    expect(
      corrected(talks, [
        { start: 0, end: 4, words: 'x' },
        { start: 3, end: 6, words: 'y' },
      ]),
    ).toBeNull()
    expect(corrected(talks, [{ start: 0, end: 9_999, words: 'x' }])).toBeNull()
    expect(corrected(talks, [{ start: 0, end: 1, words: '\ud83d' }])).toBeNull()
  })
})
