import { type FileSystem, HalfRead } from './file-system.ts'
import { noncesFor, overhead, type Units, unitSize } from './sealed-format.ts'
import { bodyStart } from './sealed-header.ts'

/** A file of which every call is served in the terms of what is in it. */
export type SealedFile = {
  read(into: Uint8Array, position: number): number
  write(bytes: Uint8Array, position: number): void
  truncate(size: number): void
  /** Bytes in it, of a file that takes `stored` bytes of the disk. */
  size(stored: number): number
}

const storedUnit = unitSize + overhead

/** Whether a file of so many bytes may be a sealed case by its size: no other file of pages has it. */
export const hasSealedSize = (stored: number): boolean => stored > bodyStart && (stored - bodyStart) % storedUnit === 0

/**
 * The content of a sealed case, or a copy of one. What cannot be opened is zeros and told by {@link HalfRead}: whoever
 * needs it must not believe it.
 */
export const createCaseFile = (files: FileSystem, file: number, units: Units): SealedFile => {
  const placeOf = (unit: number): number => bodyStart + unit * storedUnit

  const size = (stored: number): number => {
    const body = Math.max(0, stored - bodyStart)
    return Math.floor(body / storedUnit) * unitSize + Math.max(0, (body % storedUnit) - overhead)
  }

  return {
    size,
    read: (into, position) => {
      const first = Math.floor(position / unitSize)
      const last = Math.ceil((position + into.length) / unitSize)
      if (last <= first) return 0
      const stored = new Uint8Array((last - first) * storedUnit)
      const count = files.read(file, stored, placeOf(first))
      const holes: number[] = []
      let end = position
      for (let unit = first; (unit - first) * storedUnit + overhead < count; unit++) {
        const start = (unit - first) * storedUnit
        const bytes = stored.subarray(start, Math.min(start + storedUnit, count))
        const plain = units.open(bytes, unit)
        const at = unit * unitSize
        const from = Math.max(at, position)
        const to = Math.min(at + bytes.length - overhead, position + into.length)
        if (to <= from) break
        if (plain) into.set(plain.subarray(from - at, to - at), from - position)
        else {
          into.fill(0, from - position, to - position)
          holes.push(at)
        }
        end = to
      }
      if (holes.length > 0) throw new HalfRead(end - position, holes)
      return end - position
    },
    write: (bytes, position) => {
      if (position % unitSize !== 0) throw new Error('A sealed file is written in whole units')
      const isWhole = bytes.length % unitSize === 0
      if (!isWhole && position + bytes.length < size(files.stampOf(file).size))
        throw new Error('A sealed file is written in whole units')
      const count = Math.ceil(bytes.length / unitSize)
      const stored = new Uint8Array(bytes.length + count * overhead)
      for (const [index, nonce] of noncesFor(count).entries()) {
        const plain = bytes.subarray(index * unitSize, (index + 1) * unitSize)
        const start = index * storedUnit
        const into = stored.subarray(start, start + plain.length + overhead)
        units.seal(plain, position / unitSize + index, into, nonce)
      }
      files.write(file, stored, placeOf(position / unitSize))
    },
    truncate: to => {
      if (to % unitSize !== 0) throw new Error('A sealed file is cut between units')
      files.truncate(file, placeOf(to / unitSize))
    },
  }
}
