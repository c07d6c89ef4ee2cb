import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sha256Of } from './sample.ts'

/** Where the five real articles are looked for: they are other people's words and not part of the project. */
export const originalsFolder = resolve(
  process.env.GLOSSATOR_ORIGINALS ?? join(import.meta.dirname, '../../../shared/seeds'),
)

/** The files of the folder by the SHA-256 of their bytes; empty when there is no such folder. */
export const originalFiles = (): Map<string, Buffer> => {
  if (!existsSync(originalsFolder)) return new Map()
  return new Map(
    readdirSync(originalsFolder)
      .filter(name => name.endsWith('.txt'))
      .map(name => readFileSync(join(originalsFolder, name)))
      .map(bytes => [sha256Of(bytes), bytes]),
  )
}

/** A test that needs the articles says in its name why it did not run. */
export const withOriginals = (name: string, present: boolean): string =>
  present ? name : `${name} — SKIPPED: the real articles are not in ${originalsFolder} (set GLOSSATOR_ORIGINALS)`
