import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Settings, settings } from '../shared/contract/program.ts'

/** The analyst's choices for this computer, beside the list of recent cases. */
export type KeptSettings = { read(): Settings; keep(next: Settings): void }

const first: Settings = { language: 'system' }

export const keptSettings = (dataDirectory: string): KeptSettings => {
  const file = join(dataDirectory, 'settings.json')
  const read = (): Settings => {
    try {
      return settings.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      // None chosen yet, or a file that somebody spoiled: the program starts all the same.
      return first
    }
  }
  return {
    read,
    keep: next => {
      mkdirSync(dataDirectory, { recursive: true })
      writeFileSync(`${file}.new`, JSON.stringify(next, null, 2))
      renameSync(`${file}.new`, file)
    },
  }
}
