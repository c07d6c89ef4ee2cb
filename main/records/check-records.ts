import type { CheckFinding } from '../../shared/contract/case-wide.ts'
import { caseInfo } from '../../shared/model/case-info.ts'
import { clipped, quotedWords } from '../../shared/rules/sentence.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { readCaseInfo } from './case-info.ts'
import type { Table } from './table.ts'
import * as tables from './tables.ts'

/** Every table of records; the place of an excerpt is checked with the texts. */
export const allTables = Object.values(tables) as Table<{ id: string }>[]

type Named = {
  ref?: string
  title?: string
  name?: string
  question?: string
  term?: string
  risk?: string
  exact?: string
}

/** What a person calls the record: by its ref or title, else by the term or risk it is about. */
export const callOf = (db: Database, table: Pick<Table<{ id: string }>, 'name' | 'noun'>, id: string): string => {
  const row = db.get<Named>(`select * from "${table.name}" where id = ?`, [id]) ?? {}
  const refIn = (of: 'term' | 'risk') =>
    row[of] && db.get<{ ref: string }>(`select ref from "${of}" where id = ?`, [row[of]])?.ref
  const about = refIn('term') || refIn('risk')
  const quote = table.name === 'excerpt' && db.get<Named>('select exact from anchor where excerpt = ?', [id])?.exact
  if (row.ref) return `${table.noun} ${row.ref}`
  if (about) return `${table.noun} on ${about}`
  return `${table.noun} ${quotedWords(clipped(quote || row.title || row.name || row.question || id, 60))}`
}

const asFinding = (db: Database, table: Table<{ id: string }>, id: string, fault: string): CheckFinding => ({
  severity: 'corrupt',
  record: table.name,
  id,
  sentence: say('check.unfit', { record: callOf(db, table, id), fault }),
})

/** The fault of one stored record, or null. */
const faultOf = (db: Database, table: Table<{ id: string }>, id: string): string | null => {
  try {
    const parsed = table.schema.safeParse(table.find(db, id))
    const issue = parsed.error?.issues[0]
    return issue ? `${issue.path.join('.')}: ${issue.message}` : null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Records that do not fit their own description: each read by itself, so that one damaged row hides no other. */
export const unfitRecords = (db: Database, table: Table<{ id: string }>, ids: readonly string[]): CheckFinding[] =>
  ids.flatMap(id => {
    const fault = faultOf(db, table, id)
    return fault === null ? [] : [asFinding(db, table, id, fault)]
  })

export const unfitCase = (db: Database): CheckFinding[] => {
  const own = caseInfo.safeParse(readCaseInfo(db))
  if (own.success) return []
  const sentence = say('check.unfit', { record: 'case', fault: own.error.message })
  return [{ severity: 'corrupt', record: 'caseInfo', id: '1', sentence }]
}

export const recordCounts = (db: Database): Record<string, number> =>
  Object.fromEntries(allTables.map(table => [table.name, table.count(db)]))
