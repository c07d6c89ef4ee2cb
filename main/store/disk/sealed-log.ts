import type { FileSystem } from './file-system.ts'
import type { SealedFile } from './sealed-content.ts'
import {
  decodePreamble,
  encodePreamble,
  newFileId,
  noncesFor,
  overhead,
  preambleSize,
  type Seal,
  type Units,
  unitsOf,
} from './sealed-format.ts'
import { decodeHeader, frameHeaderSize, headerSize } from './wal-format.ts'

const framesStart = preambleSize + headerSize + overhead

/** What is known of a log once its header can be read. */
type Layout = { units: Units; frameSize: number | null }

const pageSizeIn = (header: Uint8Array): number | null => decodeHeader(header)?.pageSize ?? null

/**
 * The content of a sealed log. Its header is unit 0 and each frame a unit of its own, so that a torn end never spoils a
 * frame before it; a unit that does not open is the end of the file, as a frame with a wrong checksum is the end of a
 * plain log.
 */
export const createLogFile = (files: FileSystem, file: number, seal: Seal): SealedFile => {
  let layout: Layout | null = null

  /** Looked for anew until there is one: a writer elsewhere may just be making it. */
  const known = (): Layout | null => {
    if (layout?.frameSize) return layout
    const start = new Uint8Array(framesStart)
    if (files.read(file, start, 0) < framesStart) return null
    const fileId = decodePreamble(start, seal.caseId)
    if (!fileId) return null
    const units = unitsOf(seal, fileId, 'log')
    const header = units.open(start.subarray(preambleSize), 0)
    const pageSize = header && pageSizeIn(header)
    layout = { units, frameSize: pageSize ? frameHeaderSize + pageSize : null }
    return layout
  }

  const placeOf = (frame: number, frameSize: number): number => framesStart + frame * (frameSize + overhead)

  const readHeader = ({ units }: Layout, into: Uint8Array): number => {
    const stored = new Uint8Array(headerSize + overhead)
    if (files.read(file, stored, preambleSize) < stored.length) return 0
    const header = units.open(stored, 0)
    if (header) into.set(header.subarray(0, into.length))
    return header ? Math.min(into.length, headerSize) : 0
  }

  const readFrames = ({ units, frameSize }: Layout, into: Uint8Array, position: number): number => {
    if (!frameSize) return 0
    const first = Math.floor((position - headerSize) / frameSize)
    const last = Math.ceil((position - headerSize + into.length) / frameSize)
    const storedSize = frameSize + overhead
    const stored = new Uint8Array((last - first) * storedSize)
    const count = files.read(file, stored, placeOf(first, frameSize))
    let end = position
    for (let frame = first; (frame - first + 1) * storedSize <= count; frame++) {
      const start = (frame - first) * storedSize
      const plain = units.open(stored.subarray(start, start + storedSize), frame + 1)
      if (!plain) break
      const at = headerSize + frame * frameSize
      const from = Math.max(at, position)
      const to = Math.min(at + frameSize, position + into.length)
      into.set(plain.subarray(from - at, to - at), from - position)
      end = to
    }
    return end - position
  }

  const writeHeader = (bytes: Uint8Array): void => {
    const isNew = known() === null
    const fileId = isNew ? newFileId() : null
    const units = fileId ? unitsOf(seal, fileId, 'log') : layout?.units
    const [nonce] = noncesFor(1)
    if (!units || !nonce) throw new Error('The log has no key')
    const stored = new Uint8Array(headerSize + overhead)
    units.seal(bytes, 0, stored, nonce)
    // In one sector, with what stands before it: whole or not at all.
    if (fileId) files.write(file, Buffer.concat([encodePreamble(seal.caseId, fileId), stored]), 0)
    else files.write(file, stored, preambleSize)
    const pageSize = pageSizeIn(bytes)
    layout = { units, frameSize: pageSize ? frameHeaderSize + pageSize : null }
  }

  const needFrames = (): { units: Units; frameSize: number } => {
    const found = known()
    if (!found?.frameSize) throw new Error('A frame was written before the header of the log')
    return { units: found.units, frameSize: found.frameSize }
  }

  const writeFrames = (bytes: Uint8Array, position: number): void => {
    const { units, frameSize } = needFrames()
    const first = (position - headerSize) / frameSize
    const count = bytes.length / frameSize
    if (!Number.isInteger(first) || !Number.isInteger(count)) throw new Error('A sealed log is written in whole frames')
    const storedSize = frameSize + overhead
    const stored = new Uint8Array(count * storedSize)
    for (const [index, nonce] of noncesFor(count).entries())
      units.seal(
        bytes.subarray(index * frameSize, (index + 1) * frameSize),
        first + index + 1,
        stored.subarray(index * storedSize, (index + 1) * storedSize),
        nonce,
      )
    files.write(file, stored, placeOf(first, frameSize))
  }

  return {
    size: stored => {
      const frameSize = known()?.frameSize
      if (!frameSize) return Math.min(stored, headerSize - 1)
      return headerSize + Math.max(0, Math.floor((stored - framesStart) / (frameSize + overhead))) * frameSize
    },
    read: (into, position) => {
      const found = known()
      if (!found) return 0
      if (position > 0) return readFrames(found, into, position)
      const header = readHeader(found, into)
      const rest = into.subarray(headerSize)
      return header === headerSize && rest.length > 0 ? header + readFrames(found, rest, headerSize) : header
    },
    write: (bytes, position) => {
      if (bytes.length === 0) return
      if (position === 0) {
        writeHeader(bytes.subarray(0, headerSize))
        if (bytes.length > headerSize) writeFrames(bytes.subarray(headerSize), headerSize)
      } else writeFrames(bytes, position)
    },
    truncate: size => {
      if (size !== headerSize) throw new Error('A sealed log is cut after its header')
      files.truncate(file, framesStart)
    },
  }
}
