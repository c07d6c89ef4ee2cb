import {
  corePart,
  coreRelation,
  coreType,
  type FileFacts,
  type Part,
  packageFile,
  type Relation,
  relationsPart,
  typesPart,
  xmlHead,
  xmlText,
} from './parts.ts'

/** A run of words. `to` names an anchor of the same document, `address` a page of the web. */
export type Run = { words: string; bold?: boolean; quiet?: boolean; raised?: boolean; to?: string; address?: string }

/** `fill` is a colour of the paper behind the words: six hexadecimal digits. */
export type TableCell = { runs: readonly Run[]; head?: boolean; wide?: number; fill?: string }

/** A row of a table. `head` rows are repeated on every page; no row is split between pages. */
export type TableRow = { cells: readonly TableCell[]; head?: boolean; group?: boolean }

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; words: string; pageBefore?: boolean; anchor?: string }
  | { kind: 'paragraph'; runs: readonly Run[]; anchor?: string; small?: boolean; isItem?: boolean; isKept?: boolean }
  /** Widths in millimetres. */
  | { kind: 'table'; widths: readonly number[]; rows: readonly TableRow[] }

/** Words on landscape A4, or upright where that is said, with the marking at the head and the foot of every page. */
export type DocumentOfWords = {
  facts: FileFacts
  marking: string
  language: string
  blocks: readonly Block[]
  isUpright?: boolean
}

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const wordSpaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** Twentieths of a point in a millimetre. */
export const twips = (millimetres: number) => Math.round(millimetres * 56.6929)

/**
 * A Word document (ECMA-376, WordprocessingML): real headings, tables with heads that repeat, links within and to the
 * web. The same contents give the same bytes. Held by test/main/exporters/office/docx.test.ts.
 */
export function docxFile(document: DocumentOfWords): Iterable<Uint8Array> {
  return packageFile(documentParts(document))
}

function* documentParts({ facts, marking, language, blocks, isUpright = false }: DocumentOfWords): Generator<Part> {
  const addresses = new Map<string, string>()
  const body = bodyOf(blocks, addresses, isUpright)
  yield typesPart([
    ['word/document.xml', `${wordType}.document.main+xml`],
    ['word/styles.xml', `${wordType}.styles+xml`],
    ['word/settings.xml', `${wordType}.settings+xml`],
    ['word/header1.xml', `${wordType}.header+xml`],
    ['word/footer1.xml', `${wordType}.footer+xml`],
    coreType,
  ])
  yield relationsPart('_rels/.rels', [
    { id: 'document', kind: 'officeDocument', target: 'word/document.xml' },
    coreRelation,
  ])
  yield corePart(facts)
  yield { name: 'word/document.xml', pieces: body }
  yield relationsPart('word/_rels/document.xml.rels', [
    { id: 'styles', kind: 'styles', target: 'styles.xml' },
    { id: 'settings', kind: 'settings', target: 'settings.xml' },
    { id: 'header', kind: 'header', target: 'header1.xml' },
    { id: 'footer', kind: 'footer', target: 'footer1.xml' },
    ...[...addresses].map(([target, id]): Relation => ({ id, kind: 'hyperlink', target, outside: true })),
  ])
  yield { name: 'word/styles.xml', pieces: [stylesOf(language)] }
  yield {
    name: 'word/settings.xml',
    pieces: [
      `${xmlHead}<w:settings ${wordSpaces}><w:updateFields w:val="false"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
  }
  const marked = runXml({ words: marking, bold: true })
  const centred = (inside: string) =>
    `<w:p><w:pPr><w:pStyle w:val="Small"/><w:jc w:val="center"/></w:pPr>${inside}</w:p>`
  yield { name: 'word/header1.xml', pieces: [`${xmlHead}<w:hdr ${wordSpaces}>${centred(marked)}</w:hdr>`] }
  yield {
    name: 'word/footer1.xml',
    pieces: [
      `${xmlHead}<w:ftr ${wordSpaces}>${centred(`${marked}${runXml({ words: '   ' })}${field('PAGE')}${runXml({ words: ' / ' })}${field('NUMPAGES')}`)}</w:ftr>`,
    ],
  }
}

const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`

const style = (id: string, name: string, rest: string, kind = 'paragraph') =>
  `<w:style w:type="${kind}" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/>${rest}</w:style>`

const stylesOf = (language: string) =>
  [
    `${xmlHead}<w:styles ${wordSpaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="18"/><w:lang w:val="${xmlText(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    style('Normal', 'Normal', ''),
    style(
      'Heading1',
      'heading 1',
      '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>',
    ),
    style(
      'Heading2',
      'heading 2',
      '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr>',
    ),
    style(
      'Heading3',
      'heading 3',
      '<w:pPr><w:keepNext/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/><w:sz w:val="20"/></w:rPr>',
    ),
    style('Small', 'Small', '<w:rPr><w:sz w:val="16"/></w:rPr>'),
    style('Cell', 'Cell', '<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr>'),
    '</w:styles>',
  ].join('')

const gathering = 1 << 16

const looksOf = (block: Extract<Block, { kind: 'heading' | 'paragraph' }>): string => {
  if (block.kind === 'heading')
    return `<w:pPr><w:pStyle w:val="Heading${block.level}"/>${block.pageBefore ? '<w:pageBreakBefore/>' : ''}</w:pPr>`
  const looks = `${block.small ? '<w:pStyle w:val="Small"/>' : ''}${block.isKept ? '<w:keepNext/>' : ''}${block.isItem ? '<w:ind w:left="284" w:hanging="198"/>' : ''}`
  return looks === '' ? '' : `<w:pPr>${looks}</w:pPr>`
}

function* bodyOf(blocks: readonly Block[], addresses: Map<string, string>, isUpright: boolean): Generator<string> {
  let gathered = `${xmlHead}<w:document ${wordSpaces}><w:body>`
  let anchors = 0
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'paragraph') {
      const runs = block.kind === 'heading' ? [{ words: block.words }] : block.runs
      const inside = runs.map(run => linked(run, addresses)).join('')
      anchors += 1
      const anchored = block.anchor
        ? `<w:bookmarkStart w:id="${anchors}" w:name="${xmlText(block.anchor)}"/>${inside}<w:bookmarkEnd w:id="${anchors}"/>`
        : inside
      gathered += `<w:p>${looksOf(block)}${anchored}</w:p>`
    } else {
      gathered += tableHead(block.widths)
      for (const row of block.rows) {
        gathered += rowXml(row, block.widths, addresses)
        if (gathered.length > gathering) {
          yield gathered
          gathered = ''
        }
      }
      // Two tables without a paragraph between them would become one.
      gathered += '</w:tbl><w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr></w:p>'
    }
  }
  const margin = twips(isUpright ? 22 : 15)
  const [wide, high] = isUpright ? [210, 297] : [297, 210]
  yield `${gathered}<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${twips(wide)}" w:h="${twips(high)}"${isUpright ? '' : ' w:orient="landscape"'}/><w:pgMar w:top="${twips(18)}" w:right="${margin}" w:bottom="${twips(18)}" w:left="${margin}" w:header="${twips(8)}" w:footer="${twips(8)}" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

const line = (name: string, size: number) => `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="8A857A"/>`

const tableHead = (widths: readonly number[]) =>
  [
    `<w:tbl><w:tblPr><w:tblW w:w="${twips(widths.reduce((sum, width) => sum + width, 0))}" w:type="dxa"/>`,
    `<w:tblBorders>${line('top', 8)}${line('bottom', 8)}${line('insideH', 2)}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>',
    '<w:tblLook w:firstRow="1" w:firstColumn="1" w:noVBand="1"/></w:tblPr>',
    `<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`,
  ].join('')

function rowXml({ cells, head, group }: TableRow, widths: readonly number[], addresses: Map<string, string>): string {
  let column = 0
  const inside = cells.map(({ runs, head: isHead, wide = 1, fill }) => {
    const width = widths.slice(column, column + wide).reduce((sum, each) => sum + each, 0)
    column += wide
    const paper = fill ?? (head ? 'E7E3DA' : group ? 'F3F1EB' : null)
    const shade = paper === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${paper}"/>`
    const words = runs.map(run => linked(head || group || isHead ? { ...run, bold: run.bold ?? true } : run, addresses))
    return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${wide > 1 ? `<w:gridSpan w:val="${wide}"/>` : ''}${shade}</w:tcPr><w:p><w:pPr><w:pStyle w:val="Cell"/>${group ? '<w:keepNext/>' : ''}</w:pPr>${words.join('')}</w:p></w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${inside.join('')}</w:tr>`
}

function linked(run: Run, addresses: Map<string, string>): string {
  if (run.to !== undefined)
    return `<w:hyperlink w:anchor="${xmlText(run.to)}" w:history="1">${runXml(run)}</w:hyperlink>`
  if (run.address === undefined) return runXml(run)
  const id = addresses.get(run.address) ?? `link${addresses.size + 1}`
  addresses.set(run.address, id)
  return `<w:hyperlink r:id="${id}" w:history="1">${runXml(run, '<w:u w:val="single"/>')}</w:hyperlink>`
}

/** Words as the inside of a run: line breaks and tabs are elements of their own. */
export const textXml = (words: string) =>
  words
    .split(/(\r\n|[\r\n\v\f\u2028\u2029]|\t)/)
    .map((part, index) =>
      index % 2 === 1
        ? part === '\t'
          ? '<w:tab/>'
          : '<w:br/>'
        : part === ''
          ? ''
          : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`,
    )
    .join('')

function runXml({ words, bold, quiet, raised }: Run, more = ''): string {
  const looks = [
    bold ? '<w:b/>' : '',
    quiet ? '<w:i/><w:color w:val="57544D"/>' : '',
    more,
    raised ? '<w:vertAlign w:val="superscript"/>' : '',
  ].join('')
  return `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}${textXml(words)}</w:r>`
}
