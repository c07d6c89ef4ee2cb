import { twips, wordSpaces } from '../../office/docx.ts'
import { xmlHead, xmlText } from '../../office/parts.ts'
import type { WordPackage } from './package.ts'

const serif = 'Cambria'
const sans = 'Calibri'
const ink = '1C1B18'
const grey = '57544D'

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`

type Style = { id: string; name: string; paragraph?: string; run?: string; next?: string; based?: string }

const ruleAbove = `<w:pBdr><w:top w:val="single" w:sz="8" w:space="6" w:color="${ink}"/></w:pBdr>`
const space = (before: number, after: number, line = '') =>
  `<w:spacing w:before="${before * 20}" w:after="${after * 20}"${line}/>`
const heading = (level: number, before: number, after: number, size: number, rule = ''): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: 'Normal',
  paragraph: `<w:keepNext/><w:keepLines/>${rule}${space(before, after)}<w:outlineLvl w:val="${level - 1}"/>`,
  run: `<w:b/><w:sz w:val="${size * 2}"/>`,
})
const tabs = (at: number, side: 'left' | 'right') => `<w:tabs><w:tab w:val="${side}" w:pos="${twips(at)}"/></w:tabs>`
// No indent on the right: LibreOffice hides what a tab sets beyond it.
const contentsLine = (level: number, before: number, indent: number, bold: string): Style => ({
  id: `TOC${level}`,
  name: `toc ${level}`,
  paragraph: `${tabs(166, 'right')}${space(before, 2)}<w:ind w:left="${twips(indent)}"/>`,
  run: `${font(sans)}${bold}<w:sz w:val="20"/>`,
})

/** The printed look in the words of Word: a serif text, sans tables and notes, hairlines, nothing that needs colour. */
const styles: readonly Style[] = [
  { id: 'Title', name: 'Title', next: 'Normal', paragraph: `${space(120, 14)}`, run: '<w:b/><w:sz w:val="60"/>' },
  { id: 'Subtitle', name: 'Subtitle', next: 'Normal', paragraph: space(0, 48), run: '<w:sz w:val="28"/>' },
  heading(1, 24, 10, 17, ruleAbove),
  heading(2, 14, 4, 12),
  heading(3, 10, 3, 11),
  heading(4, 10, 3, 10.5),
  heading(5, 10, 3, 10.5),
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    next: 'Normal',
    paragraph: `<w:keepNext/>${space(0, 10)}`,
    run: '<w:b/><w:sz w:val="34"/>',
  },
  contentsLine(1, 6, 0, '<w:b/>'),
  contentsLine(2, 0, 5, ''),
  {
    id: 'Caption',
    name: 'caption',
    paragraph: `<w:keepLines/>${space(6, 4)}`,
    run: `${font(sans)}<w:sz w:val="18"/>`,
  },
  { id: 'Quote', name: 'Quote', paragraph: `${space(0, 7)}<w:ind w:left="${twips(6)}"/>`, run: '<w:i/>' },
  {
    id: 'Aside',
    name: 'Aside',
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="8A857A"/></w:pBdr>${space(4, 7)}<w:ind w:left="${twips(5)}"/>`,
    run: `${font(sans)}<w:sz w:val="19"/>`,
  },
  {
    id: 'Code',
    name: 'Code',
    paragraph: space(0, 7),
    run: '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:sz w:val="17"/>',
  },
  { id: 'Small', name: 'Small', paragraph: space(0, 5), run: `${font(sans)}<w:sz w:val="18"/>` },
  {
    id: 'Note',
    name: 'Note',
    paragraph: `<w:tabs><w:tab w:val="left" w:pos="${twips(7)}"/><w:tab w:val="left" w:pos="${twips(42)}"/></w:tabs>${space(0, 4)}<w:ind w:left="${twips(7)}" w:hanging="${twips(7)}"/>`,
    run: `${font(sans)}<w:sz w:val="18"/>`,
  },
  {
    id: 'Named',
    name: 'Named',
    paragraph: `${space(0, 3)}<w:ind w:left="${twips(42)}" w:hanging="${twips(42)}"/>`,
    run: `${font(sans)}<w:sz w:val="18"/>`,
  },
  { id: 'Cell', name: 'Cell', paragraph: space(0, 0), run: `${font(sans)}<w:sz w:val="17"/>` },
  { id: 'Gap', name: 'Gap', paragraph: space(0, 4, ' w:line="120" w:lineRule="exact"'), run: '<w:sz w:val="8"/>' },
  {
    id: 'Header',
    name: 'header',
    paragraph: `<w:tabs><w:tab w:val="center" w:pos="${twips(83)}"/><w:tab w:val="right" w:pos="${twips(166)}"/></w:tabs>${space(0, 0)}`,
    run: `${font(sans)}<w:color w:val="${grey}"/><w:sz w:val="16"/>`,
  },
  { id: 'Footer', name: 'footer', based: 'Header' },
]

const styleXml = ({ id, name, paragraph = '', run = '', next, based = 'Normal' }: Style) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${based}"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/>${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`

export const stylesXml = (language: string): string =>
  [
    `${xmlHead}<w:styles ${wordSpaces}><w:docDefaults><w:rPrDefault><w:rPr>${font(serif)}<w:color w:val="${ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${xmlText(language)}"/></w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="140" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    ...styles.map(styleXml),
    '</w:styles>',
  ].join('')

const signs = ['•', '–', '·'] as const

const levels = (kind: 'bullets' | 'numbers') =>
  Array.from({ length: 9 }, (_, level) => {
    const place = `<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${twips(6 * (level + 1))}" w:hanging="${twips(6)}"/></w:pPr>`
    const look =
      kind === 'bullets'
        ? `<w:numFmt w:val="bullet"/><w:lvlText w:val="${signs[level % 3]}"/>`
        : `<w:numFmt w:val="decimal"/><w:lvlText w:val="%${level + 1}."/>`
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/>${look}${place}</w:lvl>`
  }).join('')

const plan = (id: number, kind: 'bullets' | 'numbers') =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels(kind)}</w:abstractNum>`

/** Every list counts for itself: an instance of one of two plans, with its own start. */
export const numberingXml = (word: WordPackage): string =>
  [
    `${xmlHead}<w:numbering ${wordSpaces}>${plan(0, 'bullets')}${plan(1, 'numbers')}`,
    ...word
      .lists()
      .map(({ kind, start, level }, index) =>
        kind === 'bullets'
          ? `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="0"/></w:num>`
          : `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
      ),
    '</w:numbering>',
  ].join('')
