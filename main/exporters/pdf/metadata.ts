import { createHash } from 'node:crypto'
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { escapeText } from '../html.ts'

/** What a document says of itself. `created` is the instant of the export and stands in no clock but the caller's. */
export type PdfMeta = { title: string; author: string; subject: string; language: string; created: Date }

const product = 'Glossator'

const instant = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z')

/** The facts as XMP (ISO 16684-1), which say the same as the Info dictionary. */
function xmpOf({ title, author, subject, language, created }: PdfMeta, producer: string, id: string): string {
  const alternatives = (name: string, words: string) =>
    `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeText(words)}</rdf:li></rdf:Alt></${name}>`
  const uuid = `uuid:${[id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20, 32)].join('-')}`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
${alternatives('dc:title', title)}
<dc:creator><rdf:Seq><rdf:li>${escapeText(author)}</rdf:li></rdf:Seq></dc:creator>
${alternatives('dc:description', subject)}
<dc:language><rdf:Bag><rdf:li>${escapeText(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${product}</xmp:CreatorTool>
<xmp:CreateDate>${instant(created)}</xmp:CreateDate>
<xmp:ModifyDate>${instant(created)}</xmp:ModifyDate>
<xmp:MetadataDate>${instant(created)}</xmp:MetadataDate>
<pdf:Producer>${escapeText(producer)}</pdf:Producer>
<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>
<xmpMM:InstanceID>${uuid}</xmpMM:InstanceID>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

/**
 * Writes the facts twice and alike, the language, page labels that are the numbers on the pages, and the name of the
 * document in the window's bar. The identifier is made of the contents: the same pages and facts have the same one.
 */
export function describe(pdf: PDFDocument, meta: PdfMeta): void {
  pdf.setTitle(meta.title, { showInWindowTitleBar: true })
  pdf.setAuthor(meta.author)
  pdf.setSubject(meta.subject)
  pdf.setCreator(product)
  pdf.setLanguage(meta.language)
  pdf.setCreationDate(meta.created)
  pdf.setModificationDate(meta.created)
  const id = identifier(pdf, meta)
  const xmp = new TextEncoder().encode(xmpOf(meta, pdf.getProducer() ?? '', id))
  // Never compressed: whoever looks for it reads the file as text.
  const stream = PDFRawStream.of(pdf.context.obj({ Type: 'Metadata', Subtype: 'XML', Length: xmp.length }), xmp)
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream))
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: [0, { S: 'D' }] }))
  const preferences = pdf.catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)
  preferences?.set(PDFName.of('DisplayDocTitle'), pdf.context.obj(true))
  pdf.context.trailerInfo.ID = pdf.context.obj([PDFHexString.of(id), PDFHexString.of(id)])
}

/** Sixteen bytes in hexadecimal digits, of what the pages show and the facts say. */
function identifier(pdf: PDFDocument, { title, author, subject, created }: PdfMeta): string {
  const hash = createHash('sha256').update(JSON.stringify([title, author, subject, instant(created)]))
  for (const page of pdf.getPages()) {
    const content = pdf.context.lookup(page.node.get(PDFName.of('Contents')))
    if (content instanceof PDFRawStream) hash.update(content.getContents())
  }
  return hash.digest('hex').slice(0, 32)
}
