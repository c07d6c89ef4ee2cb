import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Statement } from '../../../shared/model/source.ts'
import { brief, type Mark, statedAuthors, statedDate, statedWords } from '../document/statements.ts'

/** What a PDF states of itself: in its XMP packet, which is newer and richer, and in its information dictionary. */
export async function readStatements(pdf: PDFDocumentProxy): Promise<Statement[]> {
  const { info, metadata } = await pdf.getMetadata()
  const xmp = new Map<string, unknown>(metadata ? [...(metadata as Iterable<[string, unknown]>)] : [])
  return [...xmpStatements(xmp), ...infoStatements(info as Record<string, unknown>)]
}

const inXmp = (mark: string): Mark => ({ origin: 'xmp', mark })
const inInfo = (mark: string): Mark => ({ origin: 'document properties', mark })

function xmpStatements(xmp: ReadonlyMap<string, unknown>): Statement[] {
  const words = (name: string) => listOf(xmp.get(name))[0] ?? ''
  return [
    ...statedWords('title', meaningful(words('dc:title')), inXmp('dc:title')),
    ...statedAuthors(listOf(xmp.get('dc:creator')).flatMap(namesOf), inXmp('dc:creator')),
    ...statedWords('publisher', words('dc:publisher'), inXmp('dc:publisher')),
    ...['dc:date', 'prism:publicationdate', 'prism:coverdate', 'xmp:createdate'].flatMap(name =>
      statedDate('published', dayOf(words(name)), inXmp(name)),
    ),
    ...['prism:url', 'xmp:baseurl', 'dc:identifier', 'dc:source'].flatMap(name =>
      statedWords('url', addressOf(words(name)), inXmp(name)),
    ),
    ...statedWords('language', languageOf(words('dc:language')), inXmp('dc:language')),
  ]
}

function infoStatements(info: Record<string, unknown>): Statement[] {
  const words = (name: string) => (typeof info[name] === 'string' ? info[name] : '')
  return [
    ...statedWords('title', meaningful(words('Title')), inInfo('Title')),
    ...statedAuthors(namesOf(words('Author')), inInfo('Author')),
    ...statedDate('published', dayOf(words('CreationDate')), inInfo('CreationDate')),
    ...statedWords('language', languageOf(words('Language')), inInfo('Language')),
  ]
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap(one =>
    typeof one === 'string' && one.trim() !== '' ? [brief(one)] : [],
  )

/** What programs write where nobody has given a title: a name of a file, or of the program. */
const meaningful = (title: string): string =>
  /^(?:untitled|microsoft (?:word|powerpoint)\b.*|.*\.(?:docx?|dvi|tex|indd|rtf|odt|qxd|pptx?|xlsx?|fm|html?))$/i.test(
    title.trim(),
  )
    ? ''
    : title

const namesOf = (authors: string): string[] =>
  authors
    .split(/\s*(?:;|\band\b|\bund\b|&)\s*/u)
    .flatMap(part => (part.split(',').length > 2 || /\s.*,.*\s/.test(part) ? part.split(/\s*,\s*/) : [part]))
    .filter(name => name !== '')

/** The day of a date as PDF writes it (D:20250314120000+02'00', ISO 32000-1, 7.9.4) or XMP does; '' when it is none. */
function dayOf(date: string): string {
  const parts = /^(?:D:)?(?<year>(?:19|20)\d{2})-?(?<month>\d{2})?-?(?<day>\d{2})?/.exec(date.trim())?.groups
  if (!parts) return ''
  return [parts.year, parts.month, parts.day].filter(Boolean).join('-')
}

const addressOf = (words: string) => (/^https?:\/\/\S+$/.test(words) ? words : '')

const languageOf = (tag: string) => (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag.trim()) ? tag.trim() : '')
