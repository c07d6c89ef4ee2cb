import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Database } from '../store/case-file.ts'

/** SHA-256 in lower-case hexadecimal; of the UTF-8 bytes where a text is given. */
export const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

/** Keeps the bytes of a file once per content, compressed where that saves space, and returns their SHA-256. */
export const keepFile = (db: Database, bytes: Uint8Array): string => {
  const fingerprint = sha256(bytes)
  if (db.get('select 1 as kept from attachment where sha256 = ?', [fingerprint])) return fingerprint
  const packed = gzipSync(bytes)
  const smaller = packed.length < bytes.length
  db.run('insert into attachment (sha256, length) values (?, ?)', [fingerprint, bytes.length])
  db.run('insert or ignore into attachmentPiece (sha256, number, encoding, bytes) values (?, 0, ?, ?)', [
    fingerprint,
    smaller ? 'gzip' : 'identity',
    smaller ? packed : bytes,
  ])
  return fingerprint
}

/** The bytes of a kept file, as they were imported; undefined when the case has no such file. */
export const readFile = (db: Database, fingerprint: string): Uint8Array | undefined => {
  const kept = db.get<{ encoding: string; bytes: Uint8Array }>(
    'select encoding, bytes from attachmentPiece where sha256 = ?',
    [fingerprint],
  )
  return kept && (kept.encoding === 'gzip' ? gunzipSync(kept.bytes) : kept.bytes)
}
