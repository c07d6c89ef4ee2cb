import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Refused } from '../shared/outcome.ts'
import { say } from './say.ts'

const notInFileNames = /[\p{Cc}<>:"/\\|?*]+/gu

const allowed = (name: string) => name.replace(notInFileNames, ' ').replace(/\s+/g, ' ').trim()

/** A title as a name for a file on any system. */
export const fileNameOf = (title: string, ending: string): string =>
  `${allowed(title).slice(0, 80) || 'Glossator'}.${ending}`

/** The name under which a file came, as one for a file on any system: of a path its last part. */
export const ownFileName = (name: string): string =>
  allowed(name.split(/[\\/]/).at(-1) ?? '').slice(-120) || 'Glossator'

/** Writes a file, given whole or piece by piece, so that there is either the whole of it or what was there before. Refuses, naming the path, where it cannot. */
export const saveAs = (path: string, content: Uint8Array | string | Iterable<Uint8Array>): void => {
  const beside = `${path}.part`
  try {
    const file = openSync(beside, 'w')
    try {
      const isWhole = typeof content === 'string' || content instanceof Uint8Array
      for (const piece of isWhole ? [content] : content) writeFileSync(file, piece)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw new Refused(say('refusal.notSaved', { path, reason: error instanceof Error ? error.message : String(error) }))
  }
}
