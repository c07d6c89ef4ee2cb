import { randomBytes } from 'node:crypto'
import type { FileStamp, FileSystem } from './file-system.ts'
import {
  type Checksum,
  decodeHeader,
  encodeHeader,
  frameHeaderSize,
  headerSize,
  openFrame,
  sealFrame,
  type WalHeader,
} from './wal-format.ts'

/** Frames collected in memory before they are written without a commit mark: a long import needs no second copy of itself. */
const collectedFrames = 1024
const firstFrames = 64

/** A log that one long import made larger than this is cut after its checkpoint. */
const keptSize = 32 * 1024 * 1024

/**
 * The sidecar of a case: pages changed since the last checkpoint, in SQLite's own format. Pages count from 1.
 * After any call throws, what the file holds is unknown: close the log and recover it again.
 */
export type Wal = {
  /** Frames since the last checkpoint, superseded ones included: it is what the file grows and recovery takes by. */
  frames(): number
  /** Size of the database in pages after the last commit in the log; null while the log is empty. */
  pageCount(): number | null
  /** The newest version of a page, valid until the next call; null when the log does not have it. */
  page(page: number): Uint8Array | null
  /** Pages with a version in the log, ascending. */
  pages(): number[]
  /** Takes a page of the running transaction; copied at once. */
  add(bytes: Uint8Array, page: number): void
  /** Whether pages were added since the last commit. */
  pending(): boolean
  /** Writes the added pages and the commit mark, and returns when they are durable. */
  commit(pageCount: number): void
  /** Makes everything recovered durable: before a checkpoint relies on it. */
  sync(): void
  /** Starts again with fresh salts, which makes every frame in the file invalid. Durable when it returns. */
  restart(): void
  /** The pages as they are in the log now, readable until the next {@link restart}. False for one that is not in it. */
  frozen(): { read(page: number, into: Uint8Array): boolean }
  /** Whether the log in the file still begins as it did when it was opened; false when a writer elsewhere began it anew. */
  sameSalts(): boolean
  /** Whether a frame follows the last commit in the file: a writer elsewhere went on. */
  continued(): boolean
  /** What the file must look like if nobody else touched it; null while there is none. */
  stamp(): Pick<FileStamp, 'inode' | 'size'> | null
  close(): void
  /** Closes the log and removes the file. */
  remove(): void
}

/** Opens the log at `path`, recovered up to its last good commit, or an empty one whose file comes with the first commit. */
export const openWal = (files: FileSystem, path: string, pageSize: number, readOnly = false): Wal => {
  let file = files.stamp(path) ? files.open(path, readOnly ? 'r' : 'r+') : null
  let fileSize = file === null ? 0 : files.stampOf(file).size
  let inode = file === null ? 0 : files.stampOf(file).inode
  let header = file === null ? null : readHeader(files, file)
  // A log of other pages belongs to another database: SQLite never changes the page size through a log.
  if (header && header.pageSize !== pageSize) header = null
  const frameSize = frameHeaderSize + pageSize
  // Once per session, also for a log that a killed process left: nobody knows whether its name was made durable.
  let nameUnsure = true

  let sum: Checksum = header?.checksum ?? [0, 0]
  let count = 0
  let committedSize: number | null = null
  const index = new Map<number, number>()

  let buffer = new Uint8Array(firstFrames * frameSize)
  const slots = new Map<number, number>()
  const scratch = new Uint8Array(pageSize)
  const offsetOf = (frame: number) => headerSize + frame * frameSize

  const recover = (from: WalHeader, opened: number): void => {
    let running = from.checksum
    let tentative: number[] = []
    for (let frame = 0; ; ) {
      const read = files.read(opened, buffer, offsetOf(frame))
      const whole = Math.floor(read / frameSize)
      for (let slot = 0; slot < whole; slot++, frame++) {
        const found = openFrame(from, running, buffer, slot * frameSize)
        if (!found) return
        running = found.checksum
        tentative.push(found.page)
        if (found.commitSize === 0) continue
        for (const [place, page] of tentative.entries()) index.set(page, count + place)
        count += tentative.length
        tentative = []
        sum = running
        committedSize = found.commitSize
      }
      if (whole < firstFrames) return
    }
  }
  if (file !== null && header) recover(header, file)

  const writeHeader = (): void => {
    const salt: [number, number] = [((header?.salt[0] ?? randomWord()) + 1) >>> 0, randomWord()]
    const encoded = encodeHeader(pageSize, ((header?.sequence ?? 0) + 1) >>> 0, salt)
    if (file === null) {
      file = files.open(path, 'wx+')
      inode = files.stampOf(file).inode
    }
    files.write(file, encoded.bytes, 0)
    fileSize = Math.max(fileSize, headerSize)
    header = encoded.header
    sum = header.checksum
  }

  /** Seals and writes the collected frames; the last one carries `commitSize`. */
  const flush = (commitSize: number): void => {
    if (!header) writeHeader()
    if (file === null || !header) throw new Error('The log has no file')
    let slot = 0
    const last = slots.size - 1
    for (const page of slots.keys()) {
      sum = sealFrame(header, sum, buffer, slot * frameSize, page, slot === last ? commitSize : 0)
      slot++
    }
    files.write(file, buffer.subarray(0, slot * frameSize), offsetOf(count))
    slot = 0
    for (const page of slots.keys()) index.set(page, count + slot++)
    count += slot
    fileSize = Math.max(fileSize, offsetOf(count))
    slots.clear()
  }

  const sync = (): void => {
    if (file === null) return
    files.sync(file)
    // A file whose name is not durable is lost with everything in it.
    if (nameUnsure) files.syncDirectoryOf(path)
    nameUnsure = false
  }

  const close = (): void => {
    if (file !== null) files.close(file)
    file = null
  }

  return {
    frames: () => count,
    pageCount: () => committedSize,
    page: page => {
      const slot = slots.get(page)
      if (slot !== undefined) {
        const start = slot * frameSize + frameHeaderSize
        return buffer.subarray(start, start + pageSize)
      }
      const frame = index.get(page)
      if (frame === undefined || file === null) return null
      if (files.read(file, scratch, offsetOf(frame) + frameHeaderSize) !== pageSize)
        throw new Error('The log is shorter than it was')
      return scratch
    },
    pages: () => [...index.keys()].sort((one, other) => one - other),
    add: (bytes, page) => {
      let slot = slots.get(page)
      if (slot === undefined) {
        // Held back until one more page comes: the last frame of the transaction has to carry the commit mark.
        if (slots.size === collectedFrames) flush(0)
        slot = slots.size
        slots.set(page, slot)
        if ((slot + 1) * frameSize > buffer.length) {
          const larger = new Uint8Array(buffer.length * 2)
          larger.set(buffer)
          buffer = larger
        }
      }
      buffer.set(bytes, slot * frameSize + frameHeaderSize)
    },
    pending: () => slots.size > 0,
    commit: pageCount => {
      flush(pageCount)
      sync()
      committedSize = pageCount
    },
    sync,
    restart: () => {
      if (file === null) return
      writeHeader()
      files.sync(file)
      index.clear()
      count = 0
      committedSize = null
      if (fileSize <= keptSize) return
      files.truncate(file, headerSize)
      fileSize = headerSize
    },
    frozen: () => {
      const frames = new Map(index)
      return {
        read: (page, into) => {
          const frame = frames.get(page)
          if (frame === undefined) return false
          if (file === null || files.read(file, into, offsetOf(frame) + frameHeaderSize) !== pageSize)
            throw new Error('The log is shorter than it was')
          return true
        },
      }
    },
    sameSalts: () => {
      const found = files.stamp(path)
      if (file === null || !found) return file === null && !found
      const now = readHeader(files, file)
      const salts = now?.pageSize === pageSize ? now.salt : null
      return found.inode === inode && salts?.[0] === header?.salt[0] && salts?.[1] === header?.salt[1]
    },
    continued: () => {
      if (file === null || !header) return false
      const next = new Uint8Array(frameSize)
      return files.read(file, next, offsetOf(count)) === frameSize && openFrame(header, sum, next, 0) !== null
    },
    stamp: () => (file === null ? null : { inode, size: fileSize }),
    close,
    remove: () => {
      const existed = file !== null
      close()
      if (existed) files.unlink(path)
    },
  }
}

const randomWord = (): number => randomBytes(4).readUInt32BE()

const readHeader = (files: FileSystem, file: number): WalHeader | null => {
  const bytes = new Uint8Array(headerSize)
  return files.read(file, bytes, 0) === headerSize ? decodeHeader(bytes) : null
}
