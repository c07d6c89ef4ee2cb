import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Refused } from '../shared/outcome.ts'
import { say } from './say.ts'

const notInFileNames = /[\p{Cc}<>:"/\\|?*]+/gu

/** A title as a name for a file on any system. */
export const fileNameOf = (title: string, ending: string): string =>
  `${title.replace(notInFileNames, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || 'Glossator'}.${ending}`

/** Writes a file so that there is either the whole of it or what was there before. Refuses, naming the path, where it cannot. */
export const saveAs = (path: string, content: Uint8Array | string): void => {
  const beside = `${path}.part`
  try {
    const file = openSync(beside, 'w')
    try {
      writeFileSync(file, content)
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
