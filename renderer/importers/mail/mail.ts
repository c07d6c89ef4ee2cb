import type { Statement } from '../../../shared/model/source.ts'
import { importableKinds } from '../../../shared/rules/file-kinds.ts'
import { say } from '../../say.ts'
import { joined } from '../document/joined.ts'
import { statedAuthors, statedDate, statedWords } from '../document/statements.ts'
import { textWriter } from '../document/text-writer.ts'
import { countWords } from '../document/wording.ts'
import type { EnclosedFile, Reading } from '../draft.ts'
import { decode } from '../text/decode.ts'
import { readPlainText } from '../text/plain-text.ts'
import { readHtml } from '../web/html.ts'
import { bodyOf } from './body.ts'
import { unflowed } from './flowed.ts'
import { charsetOf, fileNameOf, headerOf, type MailPart, mailLimits, peopleOf, readParts, typeOf } from './parts.ts'
import { setMailApart } from './set-apart.ts'

/**
 * Reads a mail (RFC 5322, MIME): its head as a title and a byline, its words by the readers of text and web pages. What
 * is attached comes as files of their own, mails among them. Nothing in a mail is fetched or shown.
 * @throws NotImported beyond the limits of a mail
 */
export async function readMail(bytes: Uint8Array<ArrayBuffer>): Promise<Reading> {
  const root = await readParts(bytes)
  const { pieces, attachments, warnings } = await bodyOf(root)
  const read = pieces.map(versions => fullest(versions.map(readPiece)))
  const body = joined(read.map(({ reading }) => reading))
  const subject = headerOf(root, 'subject')
  const apart = { text: body.text, blocks: setMailApart(body.text, body.blocks, subject), statements: [] }
  const encrypted = /^-----BEGIN PGP MESSAGE-----$/m.test(body.text) ? [say('mail.encrypted', { how: 'PGP' })] : []
  const silent = body.text.trim() === '' && warnings.length === 0 ? [say('mail.noWords')] : []
  return {
    ...joined([headOf(root, subject), apart]),
    statements: statementsOf(root, subject),
    encoding: [...new Set(read.map(({ encoding }) => encoding))].join(', '),
    warnings: [
      ...warnings,
      ...encrypted,
      ...silent,
      ...new Set(read.flatMap(piece => piece.warnings)),
      ...leftOut(attachments),
    ],
    enclosed: enclosedOf(attachments),
  }
}

const shownHeaders = ['from', 'sender', 'to', 'cc', 'bcc', 'date']

/** The subject, and under it the lines of the head as the mail has them. */
function headOf(root: MailPart, subject: string): Reading {
  const writer = textWriter()
  writer.block(subject, { kind: 'heading', level: 1, apparatus: false })
  const lines = root.headers
    .filter(({ key }, index, all) => shownHeaders.includes(key) && all.findIndex(one => one.key === key) === index)
    .sort((left, right) => shownHeaders.indexOf(left.key) - shownHeaders.indexOf(right.key))
    .flatMap(({ key, originalKey }) => {
      const people =
        key === 'date'
          ? ''
          : peopleOf(root, key)
              .map(({ named }) => named)
              .join(', ')
      const words = people || headerOf(root, key)
      return words === '' ? [] : [`${originalKey}: ${words}`]
    })
  writer.block(lines.join('\n'), { kind: 'byline', apparatus: false })
  return { ...writer.finish(), statements: [] }
}

const inHeader = (mark: string) => ({ origin: 'mail header', mark }) as const

function statementsOf(root: MailPart, subject: string): Statement[] {
  const archived = /<?(https?:\/\/[^\s>]+)>?/i.exec(headerOf(root, 'archived-at'))?.[1]
  const names = (key: string) => peopleOf(root, key).map(({ name }) => name)
  // A comment after the date names the time zone once more.
  const date = headerOf(root, 'date').replace(/\s*\([^)]*\)\s*$/, '')
  return [
    ...statedWords('title', subject, inHeader('Subject')),
    ...statedAuthors(names('from'), inHeader('From')),
    ...statedAuthors(names('sender'), inHeader('Sender')),
    ...statedDate('published', date, inHeader('Date')),
    ...statedWords('url', archived, inHeader('Archived-At')),
    ...statedWords('kind', 'correspondence', { origin: 'guess', mark: 'message/rfc822' }),
  ]
}

type Piece = { reading: Reading; encoding: string; warnings: string[]; type: string }

function readPiece(part: MailPart): Piece {
  const type = typeOf(part)
  const { text, encoding, warnings } = decode(new Uint8Array(part.content ?? new ArrayBuffer(0)), charsetOf(part))
  if (type === 'text/html') return { reading: readHtml(text), encoding, warnings, type }
  const { format = '', delsp = '' } = part.contentType.parsed.params
  const words = /^flowed$/i.test(format) ? unflowed(text, /^yes$/i.test(delsp)) : text
  return { reading: readPlainText(words), encoding, warnings, type }
}

/** How many more words plain text must have to be taken for the web page that says the same: its structure is worth some. */
const advantage = 1.25

/** Of several versions of the same words the web page, unless it has clearly fewer of them: "see the attached" and a picture. */
function fullest(versions: Piece[]): Piece {
  const counted = versions.map(piece => {
    const count = countWords(piece.reading.text)
    return { piece, count, worth: piece.type === 'text/html' ? count * advantage : count }
  })
  const [best, other] = counted.sort((left, right) => right.worth - left.worth)
  if (!best) throw new Error('A piece of a mail has no version.')
  const differ =
    other && other.count > 0 && Math.max(best.count, other.count) > 1.6 * Math.min(best.count, other.count) + 20
  const which = say(best.piece.type === 'text/html' ? 'importing.kind.html' : 'importing.kind.text')
  return differ
    ? { ...best.piece, warnings: [...best.piece.warnings, say('mail.versionsDiffer', { which })] }
    : best.piece
}

const leftOut = (attachments: MailPart[]) =>
  attachments.length > mailLimits.enclosed
    ? [say('mail.attachmentsLeft', { count: attachments.length, limit: mailLimits.enclosed })]
    : []

function enclosedOf(attachments: MailPart[]): EnclosedFile[] {
  const used = new Set<string>()
  return attachments.slice(0, mailLimits.enclosed).flatMap((part, index) => {
    const bytes = new Uint8Array(part.content ?? new ArrayBuffer(0))
    if (bytes.length === 0) return []
    const name = unused(nameOf(part, index + 1, bytes), used)
    used.add(name.toLowerCase())
    return [{ name, bytes }]
  })
}

/** The name an attachment has, as a name of a file and nothing more; else one by its subject or number. */
function nameOf(part: MailPart, number: number, bytes: Uint8Array<ArrayBuffer>): string {
  const given = plainName(fileNameOf(part).replace(/^.*[\\/]/, ''))
  const type = typeOf(part)
  const ending =
    importableKinds.find(kind => kind.type === type)?.endings[0] ?? (/^(?:text|message)\//.test(type) ? 'txt' : '')
  if (given !== '') return /\.[a-z\d]{1,8}$/i.test(given) || ending === '' ? given : `${given}.${ending}`
  const subject = type === 'message/rfc822' ? subjectOf(bytes) : ''
  const name = plainName(subject) || say('mail.attachment', { number })
  return ending === '' ? name : `${name}.${ending}`
}

const subjectOf = (bytes: Uint8Array) =>
  /^subject:[ \t]*([ -~]{1,150})/im.exec(String.fromCharCode(...bytes.subarray(0, 8_192)))?.[1]?.replace(/=\?.*/, '') ??
  ''

const plainName = (words: string) =>
  words
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(-150)
    // A cut may leave half of a pair.
    .replace(/\p{Surrogate}/gu, '')

function unused(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name.toLowerCase())) return name
  const [, stem = name, ending = ''] = /^(.*?)(\.[a-z\d]{1,8})?$/i.exec(name) ?? []
  for (let number = 2; ; number += 1) {
    const other = `${stem} (${number})${ending}`
    if (!used.has(other.toLowerCase())) return other
  }
}
