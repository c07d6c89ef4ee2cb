import { type FileSystem, readAround } from './file-system.ts'
import { beginsSealed, decodeHeader, type Envelope, encodeHeader, type Header, slotSize } from './sealed-format.ts'

/** Where the two headers stand, each in a block of its own, and where the units begin. */
const slots = [0, 4096] as const
export const bodyStart = 8192

const readSlot = (files: FileSystem, file: number, slot: number): Uint8Array => {
  const bytes = new Uint8Array(slotSize)
  // Asked of what is in a sealed case, too: there it may fall on a page that is half written.
  return bytes.subarray(0, readAround(files, file, bytes, slot).count)
}

/** The header that counts of the open file; null when neither is whole. */
export const headerIn = (files: FileSystem, file: number): Header | null => {
  const [first, second] = slots.map(slot => decodeHeader(readSlot(files, file, slot)))
  if (!first || !second) return first ?? second ?? null
  return second.sequence > first.sequence ? second : first
}

/** Whether the open file is a sealed case, or was one before its headers were damaged. */
export const isSealedFile = (files: FileSystem, file: number): boolean =>
  slots.some(slot => beginsSealed(readSlot(files, file, slot)))

const opened = <Result>(files: FileSystem, path: string, work: (file: number) => Result): Result | null => {
  if (!files.stamp(path)) return null
  const file = files.open(path, 'r')
  try {
    return work(file)
  } finally {
    files.close(file)
  }
}

/** The header of the file at `path` as it lies on the disk; null where there is no sealed file, or its headers are damaged. */
export const headerAt = (files: FileSystem, path: string): Header | null =>
  opened(files, path, file => headerIn(files, file))

/** Whether the file at `path` is sealed, readable or not. */
export const isSealedAt = (files: FileSystem, path: string): boolean =>
  opened(files, path, file => isSealedFile(files, file)) ?? false

/** Writes both headers of a new file. */
export const writeHeaders = (files: FileSystem, file: number, header: Omit<Header, 'sequence'>): void => {
  const bytes = new Uint8Array(bodyStart)
  for (const slot of slots) bytes.set(encodeHeader({ ...header, sequence: 1 }), slot)
  files.write(file, bytes, 0)
}

/**
 * Gives the sealed file at `path` another envelope. The header that does not count is written first and made durable; only
 * then goes the other one, so that at every moment one of them is whole, and in the end neither opens with the old
 * passphrase. Held by test/main/store/disk/sealed-header.test.ts.
 */
export const writeEnvelope = (files: FileSystem, path: string, envelope: Envelope): void => {
  const file = files.open(path, 'r+')
  try {
    const present = headerIn(files, file)
    if (!present) throw new Error(`${path} has no header that can be read`)
    const bytes = encodeHeader({ ...present, sequence: present.sequence + 1, envelope })
    const first = decodeHeader(readSlot(files, file, slots[0]))
    const counts = first?.sequence === present.sequence ? slots[0] : slots[1]
    const other = counts === slots[0] ? slots[1] : slots[0]
    for (const slot of [other, counts]) {
      files.write(file, bytes, slot)
      files.sync(file)
    }
  } finally {
    files.close(file)
  }
}

/** Whether both headers of the file say the same: else a change of the passphrase was cut short between them. */
export const headersAgree = (files: FileSystem, path: string): boolean =>
  opened(files, path, file => {
    const [first, second] = slots.map(slot => Buffer.from(readSlot(files, file, slot)))
    return first !== undefined && second !== undefined && first.equals(second)
  }) ?? true
