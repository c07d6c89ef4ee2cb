import { strToU8, type Zippable, zipSync } from 'fflate'

/** A ZIP archive of files by name; words are written as UTF-8. */
export const zipped = (files: Record<string, string | Uint8Array>): Uint8Array<ArrayBuffer> => {
  const content: Zippable = {}
  for (const [name, file] of Object.entries(files)) content[name] = typeof file === 'string' ? strToU8(file) : file
  return new Uint8Array(zipSync(content, { level: 6, mtime: new Date(2024, 0, 1) }))
}
