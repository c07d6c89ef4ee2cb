import { zipped } from './zip.ts'

const schemas = 'http://schemas.openxmlformats.org/'
const relationships = `${schemas}officeDocument/2006/relationships`

const relationsOf = (relations: Record<string, string>) =>
  `<Relationships xmlns="${schemas}package/2006/relationships">${Object.entries(relations)
    .map(
      ([target, kind], index) =>
        `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const contentTypes = (main: string, type: string) =>
  `<Types xmlns="${schemas}package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`

const core = (words: string) =>
  `<cp:coreProperties xmlns:cp="${schemas}package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${words}</cp:coreProperties>`

const word = `xmlns:w="${schemas}wordprocessingml/2006/main" xmlns:r="${relationships}" xmlns:m="${schemas}officeDocument/2006/math" xmlns:mc="${schemas}markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`

/** The root element of a part, by the file that it stands in. */
const wordRoots: Record<string, string> = {
  document: 'document',
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
}

/** A Word document of parts such as `header1`, each the inside of its root element. */
export function docx(
  parts: { document: string } & Record<string, string>,
  properties: { core?: string; app?: string } = {},
): Uint8Array<ArrayBuffer> {
  const kindOf = (part: string) => part.replace(/\d+$/, '')
  const others = Object.keys(parts).filter(part => part !== 'document')
  const files = Object.entries(parts).map(([part, inside]): [string, string] => {
    const root = wordRoots[kindOf(part)]
    const content = part === 'document' ? `<w:body>${inside}</w:body>` : inside
    return [`word/${part}.xml`, `<w:${root} ${word}>${content}</w:${root}>`]
  })
  return zipped({
    '[Content_Types].xml': contentTypes('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relationsOf({ 'word/document.xml': 'officeDocument', 'docProps/core.xml': 'core-properties' }),
    'word/_rels/document.xml.rels': relationsOf(
      Object.fromEntries(others.map(part => [`${part}.xml`, kindOf(part)] as const)),
    ),
    'docProps/core.xml': core(properties.core ?? ''),
    'docProps/app.xml': `<Properties xmlns="${schemas}officeDocument/2006/extended-properties">${properties.app ?? ''}</Properties>`,
    ...Object.fromEntries(files),
  })
}

/** A workbook of sheets by name, each the inside of its root element; `book` stands within the workbook before the sheets. */
export function xlsx(
  sheets: Record<string, { inside: string; state?: string }>,
  { styles = '', strings = [], book = '' }: { styles?: string; strings?: string[]; book?: string } = {},
): Uint8Array<ArrayBuffer> {
  const main = `xmlns="${schemas}spreadsheetml/2006/main" xmlns:r="${relationships}"`
  const names = Object.keys(sheets)
  const listed = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${sheets[name]?.state ?? 'visible'}" r:id="rId${index + 1}"/>`,
  )
  const files = names.map((name, index): [string, string] => [
    `xl/sheet${index + 1}.xml`,
    `<worksheet ${main}>${sheets[name]?.inside}</worksheet>`,
  ])
  return zipped({
    '[Content_Types].xml': contentTypes('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': relationsOf({ 'xl/workbook.xml': 'officeDocument' }),
    'xl/_rels/workbook.xml.rels': relationsOf({
      ...Object.fromEntries(names.map((_, index) => [`sheet${index + 1}.xml`, 'worksheet'] as const)),
      'styles.xml': 'styles',
      'sharedStrings.xml': 'sharedStrings',
    }),
    'xl/workbook.xml': `<workbook ${main}>${book}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map(words => `<si>${words}</si>`).join('')}</sst>`,
    ...Object.fromEntries(files),
  })
}

/** A book of pages by file name, each the inside of its body, in that order. */
export function epub(
  pages: Record<string, string>,
  {
    metadata = '',
    items = '',
    files = {},
    locks = '',
  }: { metadata?: string; items?: string; files?: Record<string, string>; locks?: string } = {},
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(pages)
  const xhtml = (inside: string) =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${inside}</body></html>`
  const manifest = names.map(
    (name, index) => `<item id="i${index}" href="${name}" media-type="application/xhtml+xml"/>`,
  )
  return zipped({
    mimetype: 'application/epub+zip',
    ...(locks && { 'META-INF/encryption.xml': locks }),
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf"/></rootfiles></container>',
    'book/package.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${manifest.join('')}${items}</manifest><spine>${names.map((_, index) => `<itemref idref="i${index}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(names.map(name => [`book/${name}`, xhtml(pages[name] ?? '')] as const)),
    ...Object.fromEntries(Object.entries(files).map(([name, inside]) => [`book/${name}`, xhtml(inside)] as const)),
  })
}

const openDocument = ['office', 'text', 'table', 'style', 'meta', 'drawing']
  .map(room => `xmlns:${room === 'drawing' ? 'draw' : room}="urn:oasis:names:tc:opendocument:xmlns:${room}:1.0"`)
  .join(' ')
const openRoots = `${openDocument} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"`

/** An OpenDocument text by the insides of its elements. */
export const odt = ({
  text,
  automatic = '',
  styles = '',
  masters = '',
  meta = '',
}: Record<'text', string> &
  Partial<Record<'automatic' | 'styles' | 'masters' | 'meta', string>>): Uint8Array<ArrayBuffer> =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${openRoots}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${openRoots}><office:styles>${styles}</office:styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${openRoots}><office:meta>${meta}</office:meta></office:document-meta>`,
  })
