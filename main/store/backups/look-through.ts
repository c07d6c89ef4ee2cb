import { caseSchema } from '../case-file.ts'
import { type Database, openConnection } from '../connection.ts'
import { diskFileSystem, type FileSystem } from '../disk/file-system.ts'
import { openPages } from '../disk/pages.ts'
import { loadEngine } from '../engine.ts'
import { checkIntegrity } from '../integrity.ts'
import { schemaState } from '../migrate.ts'
import { canOnlyBeRead, realPathOf } from '../opening.ts'

const lastCommand = (db: Database): string | null =>
  db.get<{ at: string }>('select at from tx order by id desc limit 1')?.at ?? null

/**
 * Looks through the file at `path` without changing it, of whatever version it is, and by `records` through what it holds
 * where that is of today. Every fault is a sentence; one that stops the looking is the last.
 */
export const lookThrough = async (
  path: string,
  records: (db: Database) => string[],
  files: FileSystem = diskFileSystem,
): Promise<{ faults: string[]; savedAt: string | null }> => {
  const faults: string[] = []
  let savedAt: string | null = null
  try {
    const real = realPathOf(files, path)
    canOnlyBeRead(files, path, real)
    const medium = openPages(await loadEngine(), real, { files, readOnly: true })
    try {
      const connection = openConnection(medium.connect())
      faults.push(...checkIntegrity(connection, { thorough: true }).map(({ sentence }) => sentence))
      savedAt = lastCommand(connection)
      if (schemaState(connection, caseSchema) === 'current') faults.push(...records(connection))
      const failure = medium.failure()
      if (failure) throw failure
      connection.close()
    } finally {
      medium.close(false)
    }
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error))
  }
  return { faults, savedAt }
}
