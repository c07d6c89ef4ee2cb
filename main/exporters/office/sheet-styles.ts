import { xmlHead, xmlText } from './parts.ts'
import type { Look } from './sheet.ts'

/** Own number formats have these ids on (ECMA-376, 18.8.30). */
const firstOwnFormat = 164

type Style = { look: Look; format: string; quoted: boolean }

/** The styles of the cells of one workbook, each once, by the order in which they were first asked for. */
export type Styles = {
  /** The number that a cell carries for this style. */
  of(style: Style): number
  part(): string
}

const fonts = ['', '<b/>', '<i/><color rgb="FF57544D"/>', '<u/><color rgb="FF1F4E79"/>', '<b/><sz val="16"/>'] as const

const fills = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  '<patternFill patternType="solid"><fgColor rgb="FFE7E3DA"/></patternFill>',
  '<patternFill patternType="solid"><fgColor rgb="FFF3F1EB"/></patternFill>',
] as const

const side = (name: string, style: string) =>
  style === '' ? `<${name}/>` : `<${name} style="${style}"><color rgb="FF8A857A"/></${name}>`
const border = (top: string, bottom: string, left = '') =>
  `<border>${side('left', left)}${side('right', '')}${side('top', top)}${side('bottom', bottom)}<diagonal/></border>`
const borders = [border('', ''), border('', 'hair'), border('', 'medium'), border('thin', 'thin')] as const

/** Font, fill, border and the way words stand, by look. */
const looks: Readonly<Record<Look, readonly [font: number, fill: number, border: number, alignment: string]>> = {
  body: [0, 0, 1, '<alignment vertical="top" wrapText="1"/>'],
  head: [1, 2, 2, '<alignment vertical="bottom" wrapText="1"/>'],
  'upright head': [1, 2, 2, '<alignment horizontal="center" vertical="bottom" textRotation="90"/>'],
  group: [1, 3, 3, '<alignment vertical="top"/>'],
  name: [1, 0, 1, '<alignment vertical="top" wrapText="1"/>'],
  strong: [1, 0, 1, '<alignment vertical="top" wrapText="1"/>'],
  quiet: [2, 0, 1, '<alignment vertical="top" wrapText="1"/>'],
  field: [0, 0, 0, '<alignment vertical="top"/>'],
  mark: [0, 0, 1, '<alignment horizontal="center" vertical="top"/>'],
  note: [0, 0, 0, '<alignment vertical="top" wrapText="1"/>'],
  link: [3, 0, 0, '<alignment vertical="top"/>'],
  title: [4, 0, 0, '<alignment vertical="top"/>'],
}

const size = (font: string) => (font.includes('<sz') ? font : `${font.replace(/(<color[^>]*>)?$/, '<sz val="10"/>$1')}`)

export function sheetStyles(): Styles {
  const formats = new Map<string, number>()
  const known = new Map<string, { number: number; xml: string }>()
  const formatId = (format: string): number => {
    if (format === '') return 0
    const id = formats.get(format) ?? firstOwnFormat + formats.size
    formats.set(format, id)
    return id
  }
  const of = ({ look, format, quoted }: Style): number => {
    const key = `${look}|${quoted ? 1 : 0}|${format}`
    const before = known.get(key)
    if (before) return before.number
    const [font, fill, edge, alignment] = looks[look]
    const xml = `<xf numFmtId="${formatId(format)}" fontId="${font}" fillId="${fill}" borderId="${edge}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${quoted ? ' quotePrefix="1"' : ''}>${alignment}</xf>`
    known.set(key, { number: known.size + 1, xml })
    return known.size
  }
  const list = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`
  const part = (): string =>
    [
      `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
      formats.size === 0
        ? ''
        : list(
            'numFmts',
            [...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`),
          ),
      list(
        'fonts',
        fonts.map(font => `<font>${size(font)}<name val="Calibri"/><family val="2"/></font>`),
      ),
      list(
        'fills',
        fills.map(fill => `<fill>${fill}</fill>`),
      ),
      list('borders', borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', [
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
        ...[...known.values()].map(({ xml }) => xml),
      ]),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join('')
  return { of, part }
}
