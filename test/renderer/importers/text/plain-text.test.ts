import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countControls } from '../../../../renderer/importers/text/controls.ts'
import { canonicalText } from '../../../../shared/rules/canonical-text.ts'
import { cells, draftFrom, faults, outline } from '../imports.ts'

const filler = 'The two delegations met for a third day and agreed to meet again before the end of the month.'

/** Lines as documents have them, to make structure likely. */
const likelyLine = fc.constantFrom(
  'A | B |',
  '---|---|',
  '1 | 2 | 3',
  '• point',
  '  - inner',
  '12. item',
  '    body',
  '> said',
  '====',
  'By',
  'Jane Roe',
  '05.01.2025',
  'Facebook',
  'X',
  'You May Also Like',
  'Heading Here',
  filler,
  '',
  '\u00a0',
  '\u0301mark',
  'e\u0301',
  '\u2028',
  '\ufeff',
  '👩‍👩‍👧 مرحبا',
)
const anyLine = fc.oneof(
  { weight: 3, arbitrary: likelyLine },
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)
/** More control characters than these make it no text: that is refused, and tested in decode.test.ts. */
const isText = (text: string) => countControls(text) <= 4
const anyText = fc
  .array(fc.tuple(anyLine, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 40 })
  .map(lines => lines.map(line => line.join('')).join(''))
  .filter(text => isText(text) && !text.includes('\0') && canonicalText(text).trim() !== '' && !text.startsWith('%PDF'))

describe('a plain text', () => {
  test('keeps every character of its canonical form, and every word lies in a block', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async text => {
        const bytes = new TextEncoder().encode(text)
        const draft = await draftFrom('any.txt', bytes)
        expect(draft.text).toBe(canonicalText(new TextDecoder().decode(bytes)))
        expect(faults(draft)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('canonical text stays as it is', async () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text))
      }),
    )
    expect(canonicalText('\ufeff\ufeffa\r\nb\rc\u0065\u0301')).toBe('a\nb\nc\u00e9')
  })

  test('joins lines that an editor wrapped and leaves short lines alone', async () => {
    const wrapped = 'The two delegations met for a third day and\nagreed to meet again before the end of the\nmonth.'
    expect(outline(await draftFrom('a.txt', `${wrapped}\n\nOne\nTwo\n\n${filler}`)).slice(0, 3)).toEqual([
      `paragraph: ${wrapped}`,
      'heading 2: One',
      'heading 2: Two',
    ])
  })

  test('reads lists by their marks and indents, with the bodies of items', async () => {
    const list = '1. First\n   its body\n2. Second\n   - inner\n   - inner too\n3. Third'
    expect(outline(await draftFrom('a.txt', `${filler}\n\n${list}`)).slice(1)).toEqual([
      'list item 1: 1. First\n   its body',
      'list item 1: 2. Second',
      'list item 2: - inner',
      'list item 2: - inner too',
      'list item 1: 3. Third',
    ])
  })

  test('a year, a decimal number and a dialogue are not list items', async () => {
    for (const words of ['2025. That was the year.', '1.5 percent of it', '— No, she said.']) {
      expect(outline(await draftFrom('a.txt', `${filler}\n\n${words}\n\n${filler}`))[1]).toMatch(/^(paragraph|heading)/)
    }
  })

  test('reads a table drawn with pipes, with empty cells and escaped pipes', async () => {
    const draft = await draftFrom(
      'a.txt',
      `${filler}\n| Term | Share |\n|:---|---:|\n| a \\| b | |\n| c | 50% |\n${filler}`,
    )
    const table = draft.blocks.find(({ kind }) => kind === 'table')
    expect(cells(draft, table)).toEqual([
      ['Term', 'Share'],
      ['a \\| b', ''],
      ['c', '50%'],
    ])
    expect(outline(draft).at(-1)).toBe(`paragraph: ${filler}`)
  })

  test.each([
    ['pipes at the end of each row', 'Term | Share |\nOil | 50% |\nGas | 0% |'],
    ['rows framed by pipes, with blank lines between', '| Term | Share |\n\n| Oil | 50% |\n\n| Gas | 0% |'],
    ['a row of dashes apart', '| Term | Share |\n\n|---|---|\n\n| Oil | 50% |\n\n| Gas | 0% |'],
  ])('reads a table drawn with pipes: %s', async (_, drawn) => {
    const draft = await draftFrom('a.txt', `${filler}\n\n${drawn}\n\n${filler}`)
    const table = draft.blocks.find(({ kind }) => kind === 'table')
    expect(cells(draft, table)).toEqual([
      ['Term', 'Share'],
      ['Oil', '50%'],
      ['Gas', '0%'],
    ])
    expect(table?.head).toBe(true)
    expect(faults(draft)).toEqual([])
  })

  test('a line of links, and two of them, are no table', async () => {
    for (const words of [
      'Home | World | Business',
      'Home | World\nArts | Sport',
      'By Jane Roe | 11 March 2025 | 3 min read',
    ]) {
      const draft = await draftFrom('a.txt', `${filler}\n\n${words}\n\n${filler}`)
      expect(draft.blocks.some(({ kind }) => kind === 'table')).toBe(false)
    }
  })

  test('reads headings drawn with a line under them', async () => {
    expect(
      outline(await draftFrom('a.txt', `${filler}\n\nTerms\n=====\n\n${filler}\n\nFund\n----\n${filler}`)),
    ).toEqual([
      `paragraph: ${filler}`,
      'heading 2: Terms\n=====',
      `paragraph: ${filler}`,
      'heading 3: Fund\n----',
      `paragraph: ${filler}`,
    ])
  })

  test('a title drawn with a line under it is read without the line', async () => {
    expect((await draftFrom('a.txt', `Terms of the Deal\n=================\n\n${filler}`)).bibliography.title).toBe(
      'Terms of the Deal',
    )
  })

  test('a heading leads to something: a short last line is none', async () => {
    expect(outline(await draftFrom('a.txt', `${filler}\n\nThe Fund\n\n${filler}\n\nKyiv, in March`))).toEqual([
      `paragraph: ${filler}`,
      'heading 2: The Fund',
      `paragraph: ${filler}`,
      'paragraph: Kyiv, in March',
    ])
  })

  test('a very long text of short lines is read in linear time', async () => {
    const draft = await draftFrom('a.txt', 'word\n'.repeat(200_000))
    expect(draft.blocks).toHaveLength(200_000)
  })
})
