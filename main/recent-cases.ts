import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { instant, line } from '../shared/model/record.ts'
import type { RecentCases } from './operation.ts'
import { backupsOf } from './store/backups/backups.ts'
import { diskFileSystem, type FileSystem } from './store/disk/file-system.ts'
import { firstSight } from './store/first-bytes.ts'

/** `damagedAt`: the size and time of the file when it was found to be damaged, which holds as long as they are the same. */
const entry = z.object({
  path: z.string(),
  name: line,
  opened: instant,
  damagedAt: z.object({ bytes: z.number(), modified: z.number() }).optional(),
})
const entries = z.array(entry)
type Entry = z.infer<typeof entry>

const mostKept = 12

/** The page knows a case by this and never by its path. */
const idOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 16)

/** The list of cases opened before, in a file of the data directory. A list that cannot be read is an empty one. */
export const recentCases = (dataDirectory: string, files: FileSystem = diskFileSystem): RecentCases => {
  const file = join(dataDirectory, 'recent-cases.json')

  const read = (): Entry[] => {
    try {
      return entries.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return []
    }
  }

  const keep = (kept: readonly Entry[]): void => {
    mkdirSync(dataDirectory, { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(kept.slice(0, mostKept), null, 2))
    renameSync(`${file}.new`, file)
  }

  const backupCount = (path: string): number => {
    try {
      return backupsOf(path, files)
        .list()
        .filter(({ state }) => state !== 'damaged').length
    } catch {
      return 0
    }
  }

  return {
    list: () =>
      read().map(({ path, name, opened, damagedAt }) => {
        const { kind, bytes, modified } = firstSight(files, path)
        const isKnownDamaged = damagedAt?.bytes === bytes && damagedAt?.modified === modified
        return {
          id: idOf(path),
          name,
          file: basename(path),
          folder: basename(dirname(path)),
          opened,
          state: isKnownDamaged ? 'damaged' : kind,
          bytes,
          backups: backupCount(path),
        }
      }),
    pathOf: id => read().find(({ path }) => idOf(path) === id)?.path,
    add: (path, name) =>
      keep([{ path, name, opened: new Date().toISOString() }, ...read().filter(one => one.path !== path)]),
    remove: path => keep(read().filter(one => one.path !== path)),
    foundDamaged: path => {
      const { bytes, modified } = firstSight(files, path)
      const all = read()
      if (bytes === null || modified === null || !all.some(one => one.path === path)) return
      keep(all.map(one => (one.path === path ? { ...one, damagedAt: { bytes, modified } } : one)))
    },
  }
}
