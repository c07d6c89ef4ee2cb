import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Refused } from '../shared/outcome.ts'
import { say } from './say.ts'

/** Files with their folder before a slash, each in pieces. */
type FolderParts = Iterable<{ name: string; pieces: Iterable<string | Uint8Array> }>

/** Milliseconds of work between two pauses. */
const between = 12

/** Refuses where there is something already; an empty folder is nothing. */
const clear = (path: string): void => {
  let names: string[]
  try {
    names = readdirSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw new Refused(say('everything.taken', { path }))
  }
  if (names.length > 0) throw new Refused(say('everything.taken', { path }))
  rmdirSync(path)
}

const writeFile = async (path: string, pieces: Iterable<string | Uint8Array>, breathe: () => Promise<void>) => {
  const file = openSync(path, 'wx')
  try {
    for (const piece of pieces) {
      writeFileSync(file, piece)
      await breathe()
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Writes a folder so that there is either the whole of it or nothing. What a pause throws gives it up. `reached` is told
 * after each file. Held by test/main/operations/everything.test.ts.
 */
export const saveFolder = async (
  path: string,
  parts: FolderParts,
  { pause, reached }: { pause: () => Promise<void>; reached: () => void },
): Promise<void> => {
  clear(path)
  const written = join(dirname(path), `.${randomUUID().slice(0, 8)}.part`)
  let last = performance.now()
  const breathe = async () => {
    if (performance.now() - last < between) return
    await pause()
    last = performance.now()
  }
  try {
    mkdirSync(written)
    const made = new Set<string>()
    for (const { name, pieces } of parts) {
      const target = join(written, ...name.split('/'))
      if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true })
      made.add(dirname(target))
      await writeFile(target, pieces, breathe)
      reached()
    }
    // The last word before the folder takes its place: cancelled here, it does not.
    await pause()
    renameSync(written, path)
  } catch (error) {
    rmSync(written, { recursive: true, force: true })
    if (error instanceof Refused) throw error
    throw new Refused(say('refusal.notSaved', { path, reason: error instanceof Error ? error.message : String(error) }))
  }
}
