import type { SourceId } from '../../shared/model/id.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import type { TextBlock } from '../../shared/model/text-version.ts'
import { type Fingerprints, fingerprintsOf, method } from '../../shared/rules/resemblance/fingerprints.ts'
import { type RelayPhrase, relayPhrases } from '../../shared/rules/resemblance/relay-phrases.ts'
import { type KnownText, namesOf } from '../../shared/rules/resemblance/text-index.ts'
import { vocabularySample } from '../../shared/rules/resemblance/vocabulary.ts'
import { type Words, wordsOf } from '../../shared/rules/resemblance/words.ts'
import type { Database, Value } from '../store/case-file.ts'

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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const number = (index: number) => view.getUint32(4 * index, true)
  if (bytes.byteLength < 12) return null
  const lengths = [number(0), number(1), number(2)]
  const [own = 0, quoted = 0, vocabulary = 0] = lengths
  if (bytes.byteLength !== 4 * (3 + own + quoted + vocabulary)) return null
  const numbers = (from: number, length: number) => Uint32Array.from({ length }, (_, index) => number(from + index))
  return {
    fingerprints: { own: numbers(3, own), quoted: numbers(3 + own, quoted) },
    vocabulary: numbers(3 + own + quoted, vocabulary),
    phrases: JSON.parse(phrases) as RelayPhrase[],
  }
}

export const keepSignature = (db: Database, version: string, signature: Signature): void => {
  db.run('insert or replace into textSignature (textVersion, method, signature, phrases) values (?, ?, ?, ?)', [
    version,
    method,
    bytesOf(signature),
    JSON.stringify(signature.phrases),
  ])
}

const isCurrent = `v.number = (select max(number) from textVersion where source = v.source)`

type UnsignedRow = { id: string; text: string; blocks: string }

const sign = (db: Database, { id, text, blocks }: UnsignedRow): void =>
  keepSignature(db, id, readText({ text, blocks: JSON.parse(blocks) as TextBlock[] }).signature)

const isUnsigned = 'not exists (select 1 from textSignature where textVersion = t.id and method = ?1)'

/** Computes signatures of current texts that have none of the present method; returns how many it made, at most `most`. */
export const signMissing = (db: Database, most: number): number => {
  const unsigned = db.all<UnsignedRow>(
    // The inner query walks an index alone: the texts lie in the rows.
    `select v.id, v.text, v.blocks from textVersion as v
     where v.id in (select id from textVersion as t where ${isUnsigned}) and ${isCurrent} limit ?2`,
    [method, most],
  )
  for (const row of unsigned) sign(db, row)
  return unsigned.length
}

/** The same for the current text of one source, where it has none. */
export const signText = (db: Database, source: string): void => {
  const row = db.get<UnsignedRow>(
    `select id, text, blocks from textVersion as t where source = ?2 and ${isUnsigned} order by number desc limit 1`,
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

const signedRows = (db: Database, where: string, values: readonly Value[]): SignedText[] =>
  db
    .all<SignedRow>(
      `select v.source, v.id as version, o.publisher, o.authors, o.url, o.published, s.signature, s.phrases
       from textVersion as v join textSignature as s on s.textVersion = v.id join source as o on o.id = v.source
       where s.method = ?1 and ${isCurrent} and ${where}`,
      [method, ...values],
    )
    .flatMap(({ source: id, version, publisher, authors, url, published, ...kept }) => {
      const signature = signatureIn(kept.signature, kept.phrases)
      const names = namesOf({ publisher, url, authors: JSON.parse(authors) as string[] })
      return signature ? [{ id, version, published, ...names, ...signature }] : []
    })

/** The current text of a source, if it has a signature. */
export const signedTextOf = (db: Database, source: string): SignedText | undefined =>
  signedRows(db, 'v.source = ?2', [source])[0]

/** The next current texts with a signature behind a text version, in the order of these. */
export const signedTexts = (db: Database, after: string, most: number): SignedText[] =>
  signedRows(db, 's.textVersion > ?2 order by s.textVersion limit ?3', [after, most])
