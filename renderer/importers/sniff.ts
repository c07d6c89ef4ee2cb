import type { KnownType } from '../../shared/rules/file-kinds.ts'
import { openArchive } from './document/archive.ts'

/** First bytes that are those of one kind only: from an offset, as Latin-1. */
const signatures: readonly (readonly [KnownType, number, string])[] = [
  ['application/x-ole-storage', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['application/rtf', 0, '{\\rtf'],
  ['application/postscript', 0, '%!PS'],
  ['application/ms-tnef', 0, '\x78\x9f\x3e\x22'],
  ['application/vnd.sqlite3', 0, 'SQLite format 3\0'],
  ['application/zip', 0, '\x1f\x8b'],
  ['application/zip', 0, 'BZh'],
  ['application/zip', 0, '\xfd7zXZ\0'],
  ['application/zip', 0, '7z\xbc\xaf\x27\x1c'],
  ['application/zip', 0, 'Rar!\x1a\x07'],
  ['application/zip', 0, '\x28\xb5\x2f\xfd'],
  ['application/zip', 257, 'ustar'],
  ['application/octet-stream', 0, '\x7fELF'],
  ['application/octet-stream', 0, '\xca\xfe\xba\xbe'],
  ['application/octet-stream', 0, '\xcf\xfa\xed\xfe'],
  ['application/octet-stream', 0, '\0asm'],
  ['image/*', 0, '\x89PNG\r\n'],
  ['image/*', 0, '\xff\xd8\xff'],
  ['image/*', 0, 'GIF87a'],
  ['image/*', 0, 'GIF89a'],
  ['image/*', 0, 'II*\0'],
  ['image/*', 0, 'MM\0*'],
  ['image/*', 8, 'WEBP'],
  ['image/*', 4, 'ftypavif'],
  ['image/*', 4, 'ftyphei'],
  ['image/*', 4, 'ftypmif1'],
  ['image/*', 0, '\0\0\x01\0'],
  ['image/*', 0, 'AT&TFORM'],
  ['image/*', 0, '8BPS'],
  ['audio/*', 4, 'ftyp'],
  ['audio/*', 0, 'ID3'],
  ['audio/*', 0, 'OggS'],
  ['audio/*', 0, 'fLaC'],
  ['audio/*', 8, 'WAVE'],
  ['audio/*', 8, 'AVI '],
  ['audio/*', 0, '\x1a\x45\xdf\xa3'],
  ['audio/*', 0, '\0\0\x01\xba'],
  ['font/*', 0, 'wOFF'],
  ['font/*', 0, 'wOF2'],
  ['font/*', 0, 'OTTO'],
  ['font/*', 0, '\0\x01\0\0\0'],
]

/** The kinds that every file of them shows by its content: the name alone is not believed. */
export const alwaysShown: ReadonlySet<KnownType> = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/epub+zip',
  'application/rtf',
])

/** How much of a file is looked at, in bytes. */
const startLength = 16_384

/**
 * The kind of a file by its content alone; null when the content does not show it. A plain text, Markdown and a table of
 * values never do: there the name decides.
 * @throws NotImported for an archive that is damaged or beyond the limits
 */
export function kindByContent(bytes: Uint8Array<ArrayBuffer>): KnownType | null {
  const start = String.fromCharCode(...bytes.subarray(0, startLength))
  if (start.slice(0, 1024).includes('%PDF-')) return 'application/pdf'
  if (archiveStarts.some(words => start.startsWith(words))) return kindOfArchive(bytes)
  const signed = signatures.find(([, offset, words]) => start.startsWith(words, offset))
  if (signed) return signed[0]
  // A picture of Windows and a program of Windows begin with two letters that a text can begin with.
  if (/^(?:BM|MZ)/.test(start) && start.slice(0, 64).includes('\0')) {
    return start.startsWith('BM') ? 'image/*' : 'application/octet-stream'
  }
  return kindOfText(charactersAtStart(bytes, start))
}

/** The first characters of a text, well enough to know its marks: those are ASCII in every encoding but the wide ones. */
function charactersAtStart(bytes: Uint8Array, latin1: string): string {
  const wide = /^\xff\xfe/.test(latin1) ? 'utf-16le' : /^\xfe\xff/.test(latin1) ? 'utf-16be' : null
  const characters = wide ? new TextDecoder(wide).decode(bytes.subarray(0, startLength)) : latin1
  return characters.replace(/^(?:\xef\xbb\xbf|\ufeff)/, '').trimStart()
}

const wordParts = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheetParts = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const archiveStarts = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

const mainPart =
  /ContentType\s*=\s*["']application\/vnd\.(?:openxmlformats-officedocument\.|ms-)(?<program>word|spreadsheet|presentation|excel|powerpoint)[\w.-]*main\+xml/i

/** Office documents, books and plain archives are all ZIP files: the entry in which they state what they are tells them apart. */
function kindOfArchive(bytes: Uint8Array<ArrayBuffer>): KnownType {
  const archive = openArchive(bytes)
  const stated = archive.text('mimetype')?.trim() ?? ''
  if (stated === 'application/epub+zip') return stated
  if (/^application\/vnd\.oasis\.opendocument\.text(?:-template)?$/.test(stated)) {
    return 'application/vnd.oasis.opendocument.text'
  }
  if (stated.startsWith('application/vnd.oasis.opendocument')) return 'application/vnd.oasis.opendocument'
  const program = mainPart.exec(archive.text('[Content_Types].xml') ?? '')?.groups?.program?.toLowerCase()
  if (program === 'word') return wordParts
  if (program === 'spreadsheet' || program === 'excel') return sheetParts
  return program ? 'application/vnd.ms-powerpoint' : 'application/zip'
}

const headerLine = /^[!-9;-~]+:(?:.*)(?:\r\n?|\n)(?:[ \t].*(?:\r\n?|\n))*/
/** Headers that only the machines of a mail write. */
const mailHeader = /^(?:received|message-id|return-path|mime-version|delivered-to|x-mailer|dkim-signature)$/i
const mailWords = /^(?:from|to|subject|date)$/i

/** The names of the headers that a text begins with, in lower case (RFC 5322). */
function headersOf(text: string): { names: string[]; head: string } {
  const names: string[] = []
  let rest = text
  for (;;) {
    const line = headerLine.exec(rest)?.[0]
    if (!line) break
    names.push(line.slice(0, line.indexOf(':')).toLowerCase())
    rest = rest.slice(line.length)
  }
  return { names, head: text.slice(0, text.length - rest.length) }
}

function kindOfText(text: string): KnownType | null {
  const mail = kindOfMail(text)
  if (mail) return mail
  const afterComments = text.replace(/^(?:<!--[\s\S]*?-->\s*)+/, '')
  if (/^(?:<!doctype\s+html\b|<(?:html|head|body|title|meta)[\s>])/i.test(afterComments)) return 'text/html'
  if (/^<\?xml\s/.test(text)) return kindOfXml(text)
  if (/^<svg[\s>]/.test(afterComments)) return 'image/*'
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'text/vtt'
  if (/^\d+[ \t]*(?:\r\n?|\n)\d{1,3}:\d\d:\d\d[,.]\d{3}[ \t]*-->/.test(text)) return 'application/x-subrip'
  const entry = /^(?:%.*\s+)*@(?:string|preamble|comment|[a-z]+)\s*[{(]\s*[^\s,{}()"]*\s*[,=]/i.test(text)
  if (entry && /[\w-]\s*=\s*["{\d]/.test(text.slice(0, 4_000))) return 'application/x-bibtex'
  if (/^TY {2}- ?[A-Z\d]+[ \t]*(?:\r\n?|\n)[A-Z][A-Z\d] {2}-/.test(text)) return 'application/x-research-info-systems'
  return null
}

function kindOfMail(text: string): KnownType | null {
  const mailbox = /^From \S+@\S+ .*(?:\r\n?|\n)/.exec(text)?.[0]
  const { names, head } = headersOf(mailbox ? text.slice(mailbox.length) : text)
  if (!names.some(name => mailHeader.test(name))) return null
  if (!names.some(name => mailWords.test(name)) && !names.includes('content-type')) return null
  const pageWithParts = /^content-type:\s*multipart\/related\b/im.test(head) && !names.includes('received')
  const savedPage =
    pageWithParts && (/^snapshot-content-location:|^from:\s*<?saved by/im.test(head) || !/^to:/im.test(head))
  if (savedPage) return 'multipart/related'
  if (!mailbox) return 'message/rfc822'
  return /(?:\r\n?|\n)(?:\r\n?|\n)From \S+@\S+ .*(?:\r\n?|\n)[!-9;-~]+:/.test(text.slice(mailbox.length))
    ? 'application/mbox'
    : 'message/rfc822'
}

function kindOfXml(text: string): KnownType {
  const root = /<(?![?!])(?:[\w.-]+:)?(?<name>[\w.-]+)/.exec(text.replace(/<!--[\s\S]*?-->/g, ''))?.groups?.name
  if (root === 'html') return 'text/html'
  return root === 'svg' ? 'image/*' : 'application/xml'
}
