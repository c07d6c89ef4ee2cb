import type { FileSystem } from './disk/file-system.ts'
import { isSealedFile } from './disk/sealed-header.ts'

/** What stands at the place of a case, as far as its size and its first bytes tell. */
export type FirstSight = {
  kind: 'plain' | 'sealed' | 'damaged' | 'missing'
  bytes: number | null
  /** Milliseconds since 1970; with the size it tells one state of the file from another. */
  modified: number | null
}

const sqliteMagic = 'SQLite format 3\0'

/** Looks at a case on the disk itself without opening it: some microseconds, for a list of cases. */
export const firstSight = (files: FileSystem, path: string): FirstSight => {
  try {
    const stamp = files.stamp(path)
    if (!stamp) return { kind: 'missing', bytes: null, modified: null }
    const file = files.open(path, 'r')
    try {
      const start = new Uint8Array(16)
      const read = files.read(file, start, 0)
      const isCase = new TextDecoder('latin1').decode(start.subarray(0, read)) === sqliteMagic
      const kind = isCase ? 'plain' : isSealedFile(files, file) ? 'sealed' : 'damaged'
      return { kind, bytes: stamp.size, modified: stamp.modified }
    } finally {
      files.close(file)
    }
  } catch {
    // A folder of that name, a drive that does not answer, a file that nobody may read: there is no case to be had.
    return { kind: 'missing', bytes: null, modified: null }
  }
}
