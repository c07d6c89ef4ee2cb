import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { instant, line } from '../shared/model/record.ts'
import type { RecentCases } from './operation.ts'

const entries = z.array(z.object({ path: z.string(), name: line, opened: instant }))
type Entries = z.infer<typeof entries>

const mostKept = 12

/** The page knows a case by this and never by its path. */
const idOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 16)

/** The list of cases opened before, in a file of the data directory. A list that cannot be read is an empty one. */
export const recentCases = (dataDirectory: string): RecentCases => {
  const file = join(dataDirectory, 'recent-cases.json')

  const read = (): Entries => {
    try {
      return entries.parse(JSON.parse(readFileSync(file, 'utf8'))).filter(({ path }) => existsSync(path))
    } catch {
      return []
    }
  }

  return {
    list: () =>
      read().map(({ path, name, opened }) => ({ id: idOf(path), name, folder: basename(dirname(path)), opened })),
    pathOf: id => read().find(({ path }) => idOf(path) === id)?.path,
    add: (path, name) => {
      const others = read().filter(entry => entry.path !== path)
      const kept = [{ path, name, opened: new Date().toISOString() }, ...others].slice(0, mostKept)
      mkdirSync(dataDirectory, { recursive: true })
      writeFileSync(`${file}.new`, JSON.stringify(kept, null, 2))
      renameSync(`${file}.new`, file)
    },
  }
}
