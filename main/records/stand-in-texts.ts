import { contextLength } from '../../shared/model/anchor.ts'
import { type TextPage, textPage } from '../../shared/model/text-version.ts'
import { makeAnchor } from '../../shared/rules/anchoring.ts'
import { pageAt } from '../../shared/rules/pages.ts'
import { say } from '../say.ts'
import type { Database, Value } from '../store/connection.ts'
import type { Remains } from '../store/recovery/recover.ts'
import { sha256 } from './files.ts'
import { type Maker, over, stamps } from './stand-in-row.ts'
import { now } from './table.ts'

const sourceOfExcerpt = (db: Database, id: Value): string | undefined =>
  db.get<{ source: string }>(
    'select v.source from anchor as a join textVersion as v on v.id = a.textVersion where a.excerpt = ?',
    [id],
  )?.source

/** An excerpt is its place: where that is known the highlight is back, without its comment. */
export const excerpt: Maker = (known, { db }) => {
  if (known.id === undefined || !db.get('select 1 from anchor where excerpt = ?', [known.id])) return null
  const of = known.source ?? sourceOfExcerpt(db, known.id)
  if (of === undefined) return null
  return {
    row: over({ source: of, colour: 'straw', comment: '', credibility: null, author: '', ...stamps() }, known),
    whole: false,
  }
}

type Text = { id: string; text: string; pages: string }

/** The quote of an excerpt as the search index has it: its words, and in a line of their own its comment. */
const quoteOf = ({ db, searched }: Remains, id: Value): string => {
  const { comment } = db.get<{ comment: string }>('select comment from excerpt where id = ?', [id]) ?? { comment: '' }
  const body = searched(String(id))?.body ?? ''
  return body.endsWith(`\n${comment}`) ? body.slice(0, body.length - comment.length - 1) : ''
}

/** None where the list of them is damaged. */
const pagesIn = ({ pages }: Text): TextPage[] => {
  try {
    return textPage.array().parse(JSON.parse(pages))
  } catch {
    return []
  }
}

/** The place of an excerpt, proved by its words: where an index says it begins, or the one place where they stand. */
export const anchor: Maker = (known, remains) => {
  const { excerpt: id, textVersion, start } = known
  const quote = id === undefined ? '' : quoteOf(remains, id)
  const text = remains.db.get<Text>('select id, text, pages from textVersion where id = ?', [textVersion ?? ''])
  if (quote === '' || !text || id === undefined) return null
  const first = text.text.indexOf(quote)
  const isOnlyOne = first >= 0 && text.text.indexOf(quote, first + 1) < 0
  const at = typeof start === 'number' && text.text.startsWith(quote, start) ? start : isOnlyOne ? first : -1
  if (at < 0) return null
  const place = makeAnchor(text.text, at, at + quote.length)
  return { row: { ...place, excerpt: id, textVersion: text.id, page: pageAt(pagesIn(text), at) }, whole: true }
}

type Place = { start: number; end: number; exact: string; prefix: string; suffix: string }

/**
 * A text of which only a part and the quoted passages are known, each where it stood; null where they do not fit each
 * other.
 */
const textOf = (part: string, places: readonly Place[]): string | null => {
  const note = say('keeping.lostText')
  const length = Math.max(part.length, ...places.map(({ end, suffix }) => end + suffix.length))
  const signs = part
    .replace(/[\p{Cc}\p{Surrogate}\ufffd]/gu, sign => (sign === '\n' ? sign : '…'))
    .padEnd(length, '…')
    .split('')
  for (const { start, prefix, exact, suffix } of places)
    for (const [index, sign] of (prefix + exact + suffix).split('').entries())
      signs[start - prefix.length + index] = sign
  const text = `${signs.join('')}${length > 0 ? '\n\n' : ''}${note}`
  const stands = places.every(({ start, end, exact }) => text.slice(start, end) === exact)
  return stands && text === text.normalize('NFC') ? text : null
}

export const textVersion: Maker = (known, { db }) => {
  const { id } = known
  if (id === undefined) return null
  const places = db
    .all<Place & { state: string }>(
      'select start, "end", exact, prefix, suffix, state from anchor where textVersion = ?',
      [id],
    )
    .filter(({ state, prefix }) => (state === 'exact' || state === 'moved') && prefix.length <= contextLength)
  const of =
    known.source ??
    db.get<{ source: string }>(
      'select source from excerpt where id in (select excerpt from anchor where textVersion = ?)',
      [id],
    )?.source
  const text = textOf(typeof known.text === 'string' ? known.text : '', places)
  if (of === undefined || text === null) return null
  const last = db.get<{ number: number | null }>('select max(number) as number from textVersion where source = ?', [of])
  const row = over(
    {
      source: of,
      number: (last?.number ?? 0) + 1,
      reason: 'correction',
      fileName: say('keeping.standIn'),
      mediaType: 'text/plain',
      fileSha256: sha256(''),
      fileBytes: 0,
      note: '',
      pages: '[]',
      encoding: '',
      created: now(),
    },
    known,
  )
  const blocks = JSON.stringify([{ kind: 'paragraph', start: 0, end: text.length, apparatus: false }])
  return { row: { ...row, text, blocks, textSha256: sha256(text) }, whole: false }
}

/** What the case knows of the bytes of a file is in the text that was made of them. */
export const attachment: Maker = ({ sha256: fingerprint }, { db }) => {
  const version = db.get<{ fileBytes: number }>('select fileBytes from textVersion where fileSha256 = ?', [
    fingerprint ?? '',
  ])
  return version && fingerprint !== undefined
    ? { row: { sha256: fingerprint, length: version.fileBytes }, whole: true }
    : null
}
