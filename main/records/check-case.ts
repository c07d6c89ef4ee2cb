import type { CheckFinding } from '../../shared/contract/case-wide.ts'
import { quotedWords } from '../../shared/rules/sentence.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { type Finding, integritySteps } from '../store/integrity.ts'
import { allTables, unfitCase, unfitRecords } from './check-records.ts'
import { textFindings } from './check-texts.ts'

/** A part of the check that takes a moment, so that other work can come in between. */
export type CheckStep = (db: Database) => CheckFinding[]

/** A part of a damaged file may be unreadable: that is a finding, and the other parts are looked at all the same. */
export const attempted = (db: Database, step: CheckStep): CheckFinding[] => {
  try {
    return step(db)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ severity: 'corrupt', record: '', id: '', sentence: say('check.unreadable', { reason }) }]
  }
}

/** What a person calls the record with this id, where it has a name that can be read. */
const nameOf = (db: Database, id: string): string => {
  const named = db.get<{ name: string }>(
    `select ref || ' ' || name as name from term where id = ?1 union all select ref || ' ' || title from risk where id = ?1
      union all select title from note where id = ?1 union all select title from briefing where id = ?1
      union all select title from source where id = ?1 union all select name from party where id = ?1
      union all select name from tag where id = ?1 union all select raw from claim where id = ?1
      union all select exact from anchor where excerpt = ?1 limit 1`,
    [id],
  )
  return named?.name ?? ''
}

const ofFile = (db: Database, { kind, table, row, sentence }: Finding): CheckFinding => {
  const name = kind === 'link' ? nameOf(db, row) : ''
  return {
    severity: kind === 'pages' || kind === 'link' ? 'corrupt' : 'warning',
    record: table,
    id: row,
    sentence: name === '' ? sentence : `${quotedWords(name)}: ${sentence}`,
  }
}

/** Steps over the rows of a table, so many ids at a time. A table that cannot be listed is a finding of its own. */
const overIds = (
  db: Database,
  table: string,
  atOnce: number,
  check: (db: Database, ids: string[]) => CheckFinding[],
): CheckStep[] => {
  try {
    const ids = db.all<{ id: string }>(`select id from "${table}" order by id`).map(({ id }) => id)
    return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, step) => (now: Database) => {
      const some = ids.slice(step * atOnce, (step + 1) * atOnce)
      return check(now, some)
    })
  } catch (error) {
    return [
      () => {
        throw error
      },
    ]
  }
}

/** The records by themselves: what they say of themselves, and their texts, files and places. */
export const recordSteps = (db: Database): CheckStep[] => [
  unfitCase,
  ...allTables.flatMap(table =>
    overIds(db, table.name, table.name === 'textVersion' ? 20 : 200, (now, ids) => unfitRecords(now, table, ids)),
  ),
  ...overIds(db, 'source', 10, (now, ids) => ids.flatMap(id => textFindings(now, id))),
]

/** The file, table by table, and then the records. */
export const caseSteps = (db: Database): CheckStep[] => [
  ...integritySteps(db).map(
    (step): CheckStep =>
      now =>
        step(now).map(finding => ofFile(now, finding)),
  ),
  ...recordSteps(db),
]

/** What is damaged in the records, all at once, a sentence each. */
export const corruptions = (db: Database): string[] =>
  recordSteps(db)
    .flatMap(step => attempted(db, step))
    .filter(({ severity }) => severity === 'corrupt')
    .map(({ sentence }) => sentence)
