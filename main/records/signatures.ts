import type { SourceId } from '../../shared/model/id.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import type { TextBlock } from '../../shared/model/text-version.ts'
import { type Fingerprints, fingerprintsOf, method } from '../../shared/rules/resemblance/fingerprints.ts'
import { type RelayPhrase, relayPhrases } from '../../shared/rules/resemblance/relay-phrases.ts'
import { type KnownText, namesOf } from '../../shared/rules/resemblance/text-index.ts'
import { vocabularySample } from '../../shared/rules/resemblance/vocabulary.ts'
import { type Words, wordsOf } from '../../shared/rules/resemblance/words.ts'
import type { Database } from '../store/case-file.ts'

/** What is kept of a text, so that it need not be read again to be told from others. */
type Signature = Pick<KnownText, 'fingerprints' | 'phrases' | 'vocabulary'>

/** A text read word by word, with what follows from it. */
export type ReadText = { words: Words; fingerprints: Fingerprints; signature: Signature }

type Text = { text: string; blocks: readonly TextBlock[] }

export const readText = ({ text, blocks }: Text): ReadText => {
  const words = wordsOf(text, blocks)
  const fingerprints = fingerprintsOf(words)
  const signature = { fingerprints, phrases: relayPhrases(text, words), vocabulary: vocabularySample(words) }
  return { words, fingerprints, signature }
}

/** Three counts, then the numbers themselves, each in four bytes, the lowest first. */
const bytesOf = ({ fingerprints: { own, quoted }, vocabulary }: Signature): Uint8Array => {
  const numbers = [own.length, quoted.length, vocabulary.length, ...own, ...quoted, ...vocabulary]
  const view = new DataView(new ArrayBuffer(4 * numbers.length))
  for (const [index, number] of numbers.entries()) view.setUint32(4 * index, number, true)
  return new Uint8Array(view.buffer)
}

/** Null when the bytes are none of ours: whatever is kept here can be made anew. */
const signatureIn = (bytes: Uint8Array, phrases: string): Signature | null => {
  if (bytes.byteLength < 12 || bytes.byteLength % 4 !== 0) return null
  // A copy, because a view of whole numbers has to begin at a multiple of four. Every machine this runs on is little-endian.
  const numbers = new Uint32Array(bytes.slice().buffer)
  const [own = 0, quoted = 0, vocabulary = 0] = numbers
  if (numbers.length !== 3 + own + quoted + vocabulary) return null
  return {
    fingerprints: { own: numbers.subarray(3, 3 + own), quoted: numbers.subarray(3 + own, 3 + own + quoted) },
    vocabulary: numbers.slice(3 + own + quoted),
    phrases: phrases === '[]' ? [] : (JSON.parse(phrases) as RelayPhrase[]),
  }
}

export const keepSignature = (db: Database, version: { id: string; source: string }, signature: Signature): void => {
  db.run(
    'insert or replace into textSignature (textVersion, source, method, signature, phrases) values (?, ?, ?, ?, ?)',
    [version.id, version.source, method, bytesOf(signature), JSON.stringify(signature.phrases)],
  )
}

type UnsignedRow = { id: string; source: string; text: string; blocks: string }

const sign = (db: Database, { id, source, text, blocks }: UnsignedRow): void =>
  keepSignature(db, { id, source }, readText({ text, blocks: JSON.parse(blocks) as TextBlock[] }).signature)

const isUnsigned =
  'not exists (select 1 from textSignature where textVersion = t.id and source = t.source and method = ?1)'

/**
 * Looks at the next text versions behind one of them, at most `most` in the order of their ids, and signs the current texts
 * among them that have no signature of the present method. Returns the last it looked at; null when there are no more.
 */
export const signMissing = (db: Database, after: string, most: number): string | null => {
  const ids = db.all<{ id: string }>('select id from textVersion where id > ? order by id limit ?', [after, most])
  const last = ids.at(-1)?.id ?? after
  const unsigned = db.all<UnsignedRow>(
    `select t.id, t.source, t.text, t.blocks from textVersion as t where t.id > ?2 and t.id <= ?3 and ${isUnsigned}
     and t.number = (select max(number) from textVersion where source = t.source)`,
    [method, after, last],
  )
  for (const row of unsigned) sign(db, row)
  return ids.length < most ? null : last
}

/** Signs the current text of one source, where it has no signature. */
export const signText = (db: Database, source: string): void => {
  const row = db.get<UnsignedRow>(
    `select id, source, text, blocks from textVersion as t where source = ?2 and ${isUnsigned} order by number desc limit 1`,
    [method, source],
  )
  if (row) sign(db, row)
}

/** Signatures of texts that are gone, as after an import was taken back. */
export const dropStraySignatures = (db: Database): void => {
  db.run('delete from textSignature where textVersion not in (select id from textVersion)')
}

type SignedRow = {
  source: SourceId
  version: string
  publisher: string
  authors: string
  url: string
  published: PartialDate | null
  signature: Uint8Array
  phrases: string
}

export type SignedText = KnownText & { version: string }

const signed = ({ source: id, version, publisher, authors, url, published, ...kept }: SignedRow): SignedText[] => {
  const signature = signatureIn(kept.signature, kept.phrases)
  const names = namesOf({ publisher, url, authors: JSON.parse(authors) as string[] })
  return signature ? [{ id, version, published, ...names, ...signature }] : []
}

const columns = `s.source, s.textVersion as version, o.publisher, o.authors, o.url, o.published, s.signature, s.phrases`

/** The current text of a source, if it has a signature. */
export const signedTextOf = (db: Database, source: string): SignedText | undefined =>
  db
    .all<SignedRow>(
      `select ${columns} from textVersion as v join textSignature as s on s.textVersion = v.id
       join source as o on o.id = v.source where s.method = ? and v.source = ?
       and v.number = (select max(number) from textVersion where source = v.source)`,
      [method, source],
    )
    .flatMap(signed)[0]

/**
 * The next current texts with a signature behind a text version, in the order of their ids. Which are current the indexes
 * tell: the rows of the texts themselves, which are long, are not read for it.
 */
export const signedTexts = (
  db: Database,
  after: string,
  most: number,
): { texts: SignedText[]; upTo: string | null } => {
  const rows = db.all<SignedRow>(
    `select ${columns} from textSignature as s join source as o on o.id = s.source
     where s.textVersion > ?2 and s.method = ?1 and (select rowid from textVersion where id = s.textVersion)
       = (select rowid from textVersion where source = s.source order by number desc limit 1)
     order by s.textVersion limit ?3`,
    [method, after, most],
  )
  return { texts: rows.flatMap(signed), upTo: rows.length < most ? null : (rows.at(-1)?.version ?? null) }
}
