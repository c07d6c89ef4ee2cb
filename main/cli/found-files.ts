import { type Dirent, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { isHiddenName } from '../../shared/rules/file-names.ts'
import { mostFiles, mostFolders } from '../../shared/rules/import-limits.ts'
import { say } from '../say.ts'
import type { FileToRead } from './importer.ts'

/** A file on its way in. Within the folder it came in, its name is its path there. `asked`: as it is told of, the path that was typed. `cameAlong`: in a folder or another file. */
export type FoundFile = FileToRead & { asked: string; cameAlong: boolean }

/** Something that is not even looked into, and why, in a sentence. */
export type LeftOut = { name: string; reason: string }

/** The files that are named, and all that are in the folders that are named; what is not there fails when it is read. */
export function findFiles(named: readonly string[]): { files: FoundFile[]; leftOut: LeftOut[] } {
  const files: FoundFile[] = []
  const leftOut: LeftOut[] = []
  const leave = (name: string, reason: string) => leftOut.push({ name, reason })
  const add = (file: FoundFile) => {
    if (files.length < mostFiles) files.push(file)
    else leave(file.name, say('imports.tooMany', { limit: mostFiles }))
  }
  const walk = (folder: string, name: string, depth: number): void => {
    const entries = entriesOf(folder)
    if (entries === null) return void leave(name, say('imports.folderUnreadable'))
    for (const entry of entries) {
      const [at, called] = [path.join(folder, entry.name), `${name}/${entry.name}`]
      if (isHiddenName(entry.name)) leave(called, say('imports.hidden'))
      else if (entry.isSymbolicLink() && isFolder(at)) leave(called, say('imports.link'))
      else if (!entry.isDirectory()) add({ name: called, asked: called, from: at, cameAlong: true })
      else if (depth < mostFolders) walk(at, called, depth + 1)
      else leave(called, say('imports.tooDeep', { limit: mostFolders }))
    }
  }
  for (const one of named) {
    if (isFolder(one)) walk(one, path.basename(path.resolve(one)), 1)
    else add({ name: path.basename(one), asked: one, from: one, cameAlong: false })
  }
  return { files, leftOut }
}

const isFolder = (at: string): boolean => statSync(at, { throwIfNoEntry: false })?.isDirectory() ?? false

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))
  } catch {
    return null
  }
}
