/**
 * The write-ahead log of SQLite, byte for byte (https://www.sqlite.org/fileformat2.html#walformat), so that any SQLite
 * recovers a case by itself after a crash. Numbers are big-endian; the checksums run over little-endian words, as
 * SQLite writes them on the processors we run on, and both orders are read.
 */
export const headerSize = 32
export const frameHeaderSize = 24
const magic = 0x377f0682
const formatVersion = 3_007_000

/** Two running 32-bit sums (as signed integers). */
export type Checksum = readonly [number, number]

export type WalHeader = {
  pageSize: number
  sequence: number
  salt: readonly [number, number]
  bigEndianSums: boolean
  checksum: Checksum
}

const littleEndianMachine = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

const swap = (word: number): number =>
  ((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)

/** Continues `sum` over `length` bytes of `bytes` from `start`; both are multiples of 8 (`start` of 4 in its buffer). */
export const checksum = (
  sum: Checksum,
  bytes: Uint8Array,
  start: number,
  length: number,
  bigEndianSums = false,
): Checksum => {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + start, length / 4)
  let [first, second] = sum
  if (bigEndianSums === littleEndianMachine)
    for (let index = 0; index < words.length; index += 2) {
      first = (first + swap(words[index] as number) + second) | 0
      second = (second + swap(words[index + 1] as number) + first) | 0
    }
  else {
    let index = 0
    // Eight words a turn take half the time of two, and this is most of what a commit computes.
    for (const last = words.length - 8; index <= last; index += 8) {
      first = (first + (words[index] as number) + second) | 0
      second = (second + (words[index + 1] as number) + first) | 0
      first = (first + (words[index + 2] as number) + second) | 0
      second = (second + (words[index + 3] as number) + first) | 0
      first = (first + (words[index + 4] as number) + second) | 0
      second = (second + (words[index + 5] as number) + first) | 0
      first = (first + (words[index + 6] as number) + second) | 0
      second = (second + (words[index + 7] as number) + first) | 0
    }
    for (; index < words.length; index += 2) {
      first = (first + (words[index] as number) + second) | 0
      second = (second + (words[index + 1] as number) + first) | 0
    }
  }
  return [first, second]
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The 32 bytes of a header, and the header with its own checksum, from which the first frame continues. */
export const encodeHeader = (
  pageSize: number,
  sequence: number,
  salt: readonly [number, number],
): { bytes: Uint8Array; header: WalHeader } => {
  const bytes = new Uint8Array(headerSize)
  const view = viewOf(bytes)
  view.setUint32(0, magic)
  view.setUint32(4, formatVersion)
  view.setUint32(8, pageSize)
  view.setUint32(12, sequence)
  view.setUint32(16, salt[0])
  view.setUint32(20, salt[1])
  const sum = checksum([0, 0], bytes, 0, 24)
  view.setInt32(24, sum[0])
  view.setInt32(28, sum[1])
  return { bytes, header: { pageSize, sequence, salt, bigEndianSums: false, checksum: sum } }
}

/** The header in the first 32 bytes of a log, or null if there is none that SQLite would accept. */
export const decodeHeader = (bytes: Uint8Array): WalHeader | null => {
  if (bytes.length < headerSize) return null
  const view = viewOf(bytes)
  const found = view.getUint32(0)
  if (found !== magic && found !== magic + 1) return null
  if (view.getUint32(4) !== formatVersion) return null
  const bigEndianSums = found === magic + 1
  const sum = checksum([0, 0], bytes, 0, 24, bigEndianSums)
  if (sum[0] !== view.getInt32(24) || sum[1] !== view.getInt32(28)) return null
  const pageSize = view.getUint32(8)
  if (pageSize < 512 || pageSize > 65_536 || (pageSize & (pageSize - 1)) !== 0) return null
  return {
    pageSize,
    sequence: view.getUint32(12),
    salt: [view.getUint32(16), view.getUint32(20)],
    bigEndianSums,
    checksum: sum,
  }
}

/**
 * Writes the head of the frame at `start` of `bytes`, whose page is already in place behind it, and returns the
 * running checksum. `commitSize` is the size of the database in pages on the last frame of a transaction, else 0.
 */
export const sealFrame = (
  header: WalHeader,
  sum: Checksum,
  bytes: Uint8Array,
  start: number,
  page: number,
  commitSize: number,
): Checksum => {
  const view = viewOf(bytes)
  view.setUint32(start, page)
  view.setUint32(start + 4, commitSize)
  view.setUint32(start + 8, header.salt[0])
  view.setUint32(start + 12, header.salt[1])
  let next = checksum(sum, bytes, start, 8, header.bigEndianSums)
  next = checksum(next, bytes, start + frameHeaderSize, header.pageSize, header.bigEndianSums)
  view.setInt32(start + 16, next[0])
  view.setInt32(start + 20, next[1])
  return next
}

export type Frame = { page: number; commitSize: number; checksum: Checksum }

/** The frame at `start` of `bytes`, or null when it does not follow `sum` in this log: the log ends before it. */
export const openFrame = (header: WalHeader, sum: Checksum, bytes: Uint8Array, start: number): Frame | null => {
  const view = viewOf(bytes)
  const page = view.getUint32(start)
  if (page === 0) return null
  if (view.getUint32(start + 8) !== header.salt[0] || view.getUint32(start + 12) !== header.salt[1]) return null
  let next = checksum(sum, bytes, start, 8, header.bigEndianSums)
  next = checksum(next, bytes, start + frameHeaderSize, header.pageSize, header.bigEndianSums)
  if (next[0] !== view.getInt32(start + 16) || next[1] !== view.getInt32(start + 20)) return null
  return { page, commitSize: view.getUint32(start + 4), checksum: next }
}
