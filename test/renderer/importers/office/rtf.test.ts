import { describe, expect, test } from 'vitest'
import { cells, draftFrom, faults, outline, refusalOf } from '../imports.ts'

const latin1 = (words: string) => Uint8Array.from(words, character => character.charCodeAt(0))
const read = async (inside: string, start = '\\ansi\\ansicpg1252\\deff0') => {
  const draft = await draftFrom('a.rtf', latin1(`{\\rtf1${start} ${inside}}`))
  expect(faults(draft)).toEqual([])
  return draft
}
const textOf = async (inside: string, start?: string) => (await read(inside, start)).text

describe('rich text', () => {
  test('characters: code pages of document and fonts, Unicode with stand-ins, symbols, words for signs', async () => {
    expect(await textOf("\\'93caf\\'e9\\'94\\'80")).toBe('“café”€')
    expect(await textOf("\\'cf\\'f0\\'e8\\'e2\\'b3\\'f2", '\\ansi\\ansicpg1251')).toBe('Привіт')
    expect(await textOf("\\'8e", '\\mac')).toBe('é')
    expect(await textOf("\\'82", '\\pc')).toBe('é')
    const fonts = '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3\\fcharset2 Symbol;}}'
    expect(await textOf(`${fonts}\\f0\\'e9 {\\f1\\'e9} {\\f2\\'93\\'fa\\'96\\'7b} {\\f3 a\\'62}`)).toBe('é й 日本 αβ')
    expect(await textOf("\\u1055?\\u1088\\'3fx\\uc2\\u1080??y{\\uc0\\u1074}")).toBe('Прxиyв')
    expect(await textOf('\\u-10179?\\u-8640?')).toBe('\u{1F640}')
    expect(await textOf('a\\~b\\-c\\_d\\emdash e\\{\\}\\\\\\tab f\\line g')).toBe('a\u00a0b\u00adc\u2011d—e{}\\\tf\ng')
    expect(
      await textOf(
        '{\\field{\\*\\fldinst SYMBOL 97 \\\\f "Symbol"}{\\fldrslt}}{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}',
      ),
    ).toBe('α3')
  })

  test('what is no text is not read', async () => {
    const nothing = [
      '{\\fonttbl{\\f0 Times;}}',
      '{\\colortbl;\\red0;}',
      '{\\*\\unknown words}',
      '{\\pict\\pngblip 89504e47}',
      '{\\pict\\bin5 {}{}}}',
      '{\\object{\\*\\objdata 0102}{\\result shown}}',
      '{\\*\\bkmkstart a}{\\*\\bkmkend a}',
      '{\\xe{\\v index}}',
      '{\\upr{plain}{\\*\\ud{unicode}}}',
    ]
    expect(await textOf(`${nothing.join('')}\\par after`)).toBe('shownunicode\n\nafter')
  })

  test('headings by style, by what a style inherits and by outline level; lists with their numbers', async () => {
    const draft = await read(
      [
        '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 Mine;}{\\s3 Quote;}{\\*\\cs1 Char;}}',
        '\\pard\\s1 One\\par\\pard This is a sentence that is long enough to be the running text of it.\\par',
        '\\pard\\s2 Two\\par\\pard\\outlinelevel2 Three\\par\\pard\\s3 quoted\\par',
        '\\pard\\ls1\\ilvl0{\\listtext 1.\\tab}first\\par\\pard\\ls1\\ilvl1{\\listtext a)\\tab}second\\par',
        "\\pard{\\pntext\\'b7\\tab}{\\*\\pn\\pnlvlblt{\\pntxtb\\'b7}}third\\par\\pard plain",
      ].join('\n'),
    )
    expect(outline(draft)).toEqual([
      'title: One',
      expect.stringContaining('paragraph: This'),
      'heading 1: Two',
      'heading 3: Three',
      'quotation: quoted',
      'list item 1: 1. first',
      'list item 2: a) second',
      'list item 1: third',
      'paragraph: plain',
    ])
  })

  test('tables, with rows of different cells in the columns that their edges make', async () => {
    const row = (edges: number[], words: string[], more = '') =>
      `\\trowd${more}${edges.map(edge => `\\cellx${edge}`).join('')}\\pard\\intbl ${words.map(one => `${one}\\cell`).join(' ')}\\row`
    const draft = await read(
      `${row([1000, 2000, 3000], ['a', 'b', 'c'], '\\trhdr')}${row([2010, 3000], ['1\\par one', '2'])}${row([1000, 2000, 3000], ['3', '', '4'])}\\pard after\\par`,
    )
    expect(draft.blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph'])
    expect(draft.blocks[0]?.head).toBe(true)
    expect(cells(draft, draft.blocks[0])).toEqual([
      ['a', 'b', 'c'],
      ['1\none', '', '2'],
      ['3', '', '4'],
    ])
  })

  test('notes, comments, boxes, deletions, hidden words and the edges of pages', async () => {
    const draft = await read(
      [
        '{\\header\\pard Head\\par}{\\header\\pard Head\\par}{\\footer\\pard Foot\\par}',
        'note{\\super\\chftn}{\\*\\footnote\\pard{\\super\\chftn} below}',
        ' own*{\\footnote\\pard * mine}',
        ' end\\chftn{\\*\\footnote\\ftnalt\\pard\\chftn behind}',
        '{\\*\\atnid JR}{\\*\\atnauthor Jane Roe}\\chatn{\\*\\annotation\\pard why?}',
        '{\\deleted gone}{\\v hidden}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt\\pard boxed\\par}}}\\par last',
      ].join(''),
      '\\ansi\\aftnnrlc',
    )
    expect(outline(draft).sort()).toEqual(
      [
        '*paragraph: Head',
        'paragraph: note[1] own* end[i]',
        'footnote: [1] below',
        'footnote: * mine',
        '*paragraph: JR: why?',
        'paragraph: boxed',
        '*paragraph: Deleted: gone',
        '*paragraph: Hidden: hidden',
        'paragraph: last',
        'footnote: [i] behind',
        '*paragraph: Foot',
      ].sort(),
    )
    expect(draft.warnings).toHaveLength(3)
  })

  test('what it states of itself, and its pages when they are as many as it says', async () => {
    const words = 'and so on '.repeat(30)
    const { statements, pages, text } = await read(
      `{\\info{\\title A Title}{\\author Jos\\'e9}{\\company Office}{\\creatim\\yr2024\\mo5\\dy1\\hr9}{\\nofpages2}}\\deflang1058 ${words}\\page two ${words}`,
    )
    expect(
      statements.filter(({ origin }) => origin === 'document properties').map(({ value, mark }) => [value, mark]),
    ).toEqual(
      expect.arrayContaining([
        ['A Title', '\\title'],
        ['José', '\\author'],
        ['Office', '\\company'],
        ['2024-05-01', '\\creatim'],
      ]),
    )
    expect(pages.map(({ start }) => text.slice(start, start + 3))).toEqual(['and', 'two'])
  })

  test('unfinished, over-closed and deep files end in words or a refusal', async () => {
    expect((await draftFrom('a.rtf', latin1('{\\rtf1 {\\b open'))).text).toBe('open')
    expect((await draftFrom('a.rtf', latin1('{\\rtf1 a}}} b'))).text).toContain('a')
    expect((await draftFrom('a.rtf', latin1("{\\rtf1 a\\'zz\\u99999999 \\bin99999 b"))).text).toBe('azz')
    expect(await refusalOf('a.rtf', latin1(`{\\rtf1 ${'{'.repeat(3_000)}a`))).toMatch(/levels/)
  })
})
