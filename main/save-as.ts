import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refused } from '../shared/outcome.ts'
import { broughtName, titledName } from '../shared/rules/file-names.ts'
import { say } from './say.ts'

const unnamed = 'Glossator'

/** A title as a name for a file on any system. */
export const fileNameOf = (title: string, ending: string): string => titledName(title, ending, unnamed)

/** The name under which a file came, as one for a file on any system: of a path its last part. */
export const ownFileName = (name: string): string => broughtName(name, unnamed)

/** A file as it is being written: under a name of its own beside its place, which it takes whole or not at all. */
const beside = (path: string) => {
  // Not the name with an ending more: of a name as long as the system takes there would be no such file.
  const written = join(dirname(path), `.${randomUUID().slice(0, 8)}.part`)
  const file = openSync(written, 'w')
  return {
    file,
    keep: () => {
      fsyncSync(file)
      closeSync(file)
      renameSync(written, path)
    },
    giveUp: () => {
      try {
        closeSync(file)
      } catch {
        // It was closed, and could not be renamed.
      }
      rmSync(written, { force: true })
    },
  }
}

const notSaved = (path: string, error: unknown): Refused =>
  error instanceof Refused
    ? error
    : new Refused(say('refusal.notSaved', { path, reason: error instanceof Error ? error.message : String(error) }))

const opened = (path: string): ReturnType<typeof beside> => {
  try {
    return beside(path)
  } catch (error) {
    throw notSaved(path, error)
  }
}

/** Writes a file, given whole or piece by piece, so that there is either the whole of it or what was there before. Refuses, naming the path, where it cannot. */
export const saveAs = (path: string, content: Uint8Array | string | Iterable<Uint8Array>): void => {
  const writing = opened(path)
  try {
    const isWhole = typeof content === 'string' || content instanceof Uint8Array
    for (const piece of isWhole ? [content] : content) writeFileSync(writing.file, piece)
    writing.keep()
  } catch (error) {
    writing.giveUp()
    throw notSaved(path, error)
  }
}

/** Milliseconds of work between two pauses. */
const between = 12

/**
 * The same with a pause every few milliseconds, in which other calls are answered. What a pause throws gives the file up:
 * what was there before is there still. Held by test/main/save-as.test.ts.
 */
export const saveInSteps = async (
  path: string,
  pieces: Iterable<Uint8Array>,
  pause: () => Promise<void>,
): Promise<void> => {
  const writing = opened(path)
  try {
    let last = performance.now()
    for (const piece of pieces) {
      writeFileSync(writing.file, piece)
      if (performance.now() - last < between) continue
      await pause()
      last = performance.now()
    }
    // The last word before the file takes its place: cancelled here, it does not.
    await pause()
    writing.keep()
  } catch (error) {
    writing.giveUp()
    throw notSaved(path, error)
  }
}
