import { type RecordName, recordName } from '../../../shared/model/record-name.ts'
import { caseSchema } from '../case-file.ts'
import { diskFileSystem } from '../disk/file-system.ts'
import { recordOfTable } from '../log/change-log.ts'
import { realPathOf } from '../opening.ts'
import { openDamaged, salvagedTables } from './damaged-case.ts'
import type { RecoverOptions } from './recover.ts'
import { salvage } from './salvage.ts'

type Reach = { readable: number; unreadable: number }

/** How much of a damaged case can be read, kind by kind and of its change log. */
export type CaseSurvey = { kinds: ({ record: RecordName } & Reach)[]; history: Reach }

const logTables = ['tx', 'change']

/**
 * Reads the damaged case at `path` row by row as {@link recoverCase} would, and writes nothing. What cannot be read is a
 * lower bound: of a page that is gone altogether nobody may know what stood on it.
 */
export const surveyCase = async (
  path: string,
  options: Pick<RecoverOptions, 'files' | 'schema' | 'judge' | 'reached'> = {},
): Promise<CaseSurvey> => {
  const { files = diskFileSystem, schema = caseSchema, judge = () => 'sound', reached } = options
  const damaged = await openDamaged(realPathOf(files, path), files, schema)
  try {
    const tables = salvagedTables(damaged.db)
    const kinds: CaseSurvey['kinds'] = []
    const history: Reach = { readable: 0, unreadable: 0 }
    for (const [number, table] of tables.entries()) {
      const { table: name } = table.table
      let readable = 0
      const { missing } = salvage(damaged.db, table, ({ 'row id': _, ...row }) => {
        const isSound = judge(name, row) === 'sound'
        if (isSound) readable++
        return isSound
      })
      const record = recordName.safeParse(name).data
      if (record !== undefined && recordOfTable(name) === name && readable + missing.length > 0)
        kinds.push({ record, readable, unreadable: missing.length })
      if (logTables.includes(name)) {
        history.readable += readable
        history.unreadable += missing.length
      }
      await reached?.({ done: number + 1, total: tables.length })
    }
    const place = (record: RecordName) => recordName.options.indexOf(record)
    return { kinds: kinds.sort((one, other) => place(one.record) - place(other.record)), history }
  } finally {
    damaged.close()
  }
}
