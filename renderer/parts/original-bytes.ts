import type { TextVersionId } from '../../shared/model/id.ts'
import { done, type Outcome } from '../../shared/outcome.ts'
import { call } from '../api.ts'

/** The file of a text version as it was imported. */
export type OriginalFile = { bytes: Uint8Array<ArrayBuffer>; fileName: string; mediaType: string }

// A plain loop: `Uint8Array.from` a string takes half a second for a report of some megabytes.
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const signs = atob(base64)
  const bytes = new Uint8Array(signs.length)
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at)
  return bytes
}

/** The bytes of the file of a text version, from the case, piece by piece: byte for byte what was imported. */
export const readOriginal = async (version: TextVersionId, signal?: AbortSignal): Promise<Outcome<OriginalFile>> => {
  let bytes: Uint8Array<ArrayBuffer> | null = null
  let at = 0
  for (let piece = 0; ; piece++) {
    const read = await call('files.read', { version, piece })
    if (!read.ok) return read
    const { base64, length, fileName, mediaType } = read.value
    bytes ??= new Uint8Array(length)
    const next = bytesOf(base64)
    if (next.length === 0 || signal?.aborted) return done({ bytes: bytes.subarray(0, at), fileName, mediaType })
    // Never past what the case says there is: a longer file would be another one.
    bytes.set(next.subarray(0, length - at), at)
    at = Math.min(length, at + next.length)
    if (at === length) return done({ bytes, fileName, mediaType })
  }
}
