import { Inflate } from 'fflate'
import { NotImported } from '../draft.ts'

/** A ZIP archive by its central directory: what is in it, unpacked only when asked for. */
export type Archive = {
  /** The names of the files, as the archive has them, in its order. */
  names: readonly string[]
  has(name: string): boolean
  /** The bytes of a file; undefined when there is no such file. @throws NotImported when it is damaged or beyond a limit */
  bytes(name: string): Uint8Array<ArrayBuffer> | undefined
  /** The same as characters of UTF-8, or of UTF-16 by its byte order mark. */
  text(name: string): string | undefined
}

/** What an archive that a person made stays below. */
export const archiveLimits = {
  entries: 20_000,
  /** Bytes of all files unpacked, as declared and as they turn out. */
  unpacked: 400 * 1024 * 1024,
  /** How many times larger than packed a file may be, beyond `ratioFrom` bytes. */
  ratio: 400,
  ratioFrom: 8 * 1024 * 1024,
  /** Characters and folders of a name. */
  name: 1_000,
  folders: 50,
}

/** Bytes that are inflated at a time: one step cannot unpack more than 1,032 times as many. */
const step = 8 * 1024

type Entry = {
  name: string
  method: number
  encrypted: boolean
  packed: number
  unpacked: number
  crc: number
  at: number
}

/**
 * Opens a ZIP archive (APPNOTE 6.3, with ZIP64 sizes). Only the central directory counts; nothing is unpacked yet.
 * @throws NotImported when it is damaged or beyond {@link archiveLimits}
 */
export function openArchive(bytes: Uint8Array<ArrayBuffer>): Archive {
  const entries = directoryOf(bytes)
  let unpackedSoFar = 0
  const unpack = (entry: Entry) => {
    const unpacked = contentOf(bytes, entry, archiveLimits.unpacked - unpackedSoFar)
    unpackedSoFar += unpacked.length
    return unpacked
  }
  const content = (name: string) => {
    const entry = entries.get(name)
    return entry && unpack(entry)
  }
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    bytes: content,
    text: name => {
      const found = content(name)
      return found && decoder(found).decode(found)
    },
  }
}

const decoder = ([first, second]: Uint8Array) => {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  return new TextDecoder(first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8')
}

const damaged = () => new NotImported('archive.damaged')
const beyond = (limit: number) => new NotImported('archive.tooLarge', { limit: Math.round(limit / 1024 / 1024) })

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const fileSignature = 0x02014b50
const localSignature = 0x04034b50

function directoryOf(bytes: Uint8Array<ArrayBuffer>): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start } = directoryPlace(view)
  if (count > archiveLimits.entries) throw new NotImported('archive.tooManyFiles', { limit: archiveLimits.entries })
  const entries = new Map<string, Entry>()
  let declared = 0
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== fileSignature) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > bytes.length) throw damaged()
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength))
    const flags = view.getUint16(at + 8, true)
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      crc: view.getUint32(at + 16, true),
      ...sizesOf(view, at, at + 46 + nameLength, extraLength),
    }
    // A second file of the same name is read by some programs and not by others.
    if (entries.has(name)) throw new NotImported('archive.twice', { name: name.slice(0, 80) })
    entries.set(name, entry)
    declared += entry.unpacked
    if (declared > archiveLimits.unpacked) throw beyond(archiveLimits.unpacked)
    at = next
  }
  return entries
}

/** Where the central directory is. A comment may stand after the record that tells; the record is looked for from the end. */
function directoryPlace(view: DataView): { count: number; start: number } {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== endSignature) continue
    const count = view.getUint16(at + 10, true)
    const start = view.getUint32(at + 16, true)
    if (count !== 0xffff && start !== 0xffffffff) return { count, start }
    const record = at >= 20 ? wide(view, at - 20 + 8) : 0
    if (record + 56 > view.byteLength || view.getUint32(record, true) !== end64Signature) throw damaged()
    return { count: wide(view, record + 32), start: wide(view, record + 48) }
  }
  throw damaged()
}

const wide = (view: DataView, at: number): number => {
  if (at + 8 > view.byteLength) throw damaged()
  return Number(view.getBigUint64(at, true))
}

function sizesOf(view: DataView, at: number, extraAt: number, extraLength: number) {
  const sizes = {
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  }
  for (let field = extraAt; field + 4 <= extraAt + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    // The field holds only what did not fit, in this order.
    let value = field + 4
    for (const key of ['unpacked', 'packed', 'at'] as const) {
      if (sizes[key] !== 0xffffffff) continue
      sizes[key] = wide(view, value)
      value += 8
    }
  }
  return sizes
}

function nameOf(bytes: Uint8Array): string {
  const name = new TextDecoder('utf-8').decode(bytes).replaceAll('\\', '/')
  if (name.length > archiveLimits.name || name.split('/').length > archiveLimits.folders) {
    throw new NotImported('archive.nameTooDeep', { limit: archiveLimits.folders })
  }
  return name
}

function contentOf(bytes: Uint8Array<ArrayBuffer>, entry: Entry, room: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.encrypted) throw new NotImported('archive.encrypted')
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== localSignature) throw damaged()
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  if (start + entry.packed > bytes.length) throw damaged()
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw new NotImported('archive.unknownMethod')
  const content = entry.method === 0 ? packed.slice() : inflate(packed, entry, room)
  if (content.length > room) throw beyond(archiveLimits.unpacked)
  if (content.length !== entry.unpacked || checksum(content) !== entry.crc) throw damaged()
  return content
}

/** Unpacks step by step and stops at the limits, so that a bomb never unpacks (test/renderer/importers/document/archive.test.ts). */
function inflate(packed: Uint8Array<ArrayBuffer>, entry: Entry, room: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(Math.min(entry.unpacked, room))
  let length = 0
  const stream = new Inflate(chunk => {
    if (length + chunk.length > room) throw beyond(archiveLimits.unpacked)
    // More than is declared: whatever follows, the archive is not true.
    if (length + chunk.length > content.length) throw damaged()
    content.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length || at === 0; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length)
      if (length > archiveLimits.ratioFrom && length > archiveLimits.ratio * (at + step)) {
        throw new NotImported('archive.ratio', { limit: archiveLimits.ratio })
      }
    }
  } catch (error) {
    throw error instanceof NotImported ? error : damaged()
  }
  return content.subarray(0, length)
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 as ZIP uses it (ISO 3309). */
const checksum = (bytes: Uint8Array): number => {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0)
  return (value ^ 0xffffffff) >>> 0
}
