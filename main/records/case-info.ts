import { type CaseInfo, caseInfo } from '../../shared/model/case-info.ts'
import { markingScheme } from '../../shared/model/marking.ts'
import type { Database } from '../store/case-file.ts'

const columns = Object.keys(caseInfo.shape)

const schemeText = ({ scheme }: CaseInfo) => (scheme === null ? null : JSON.stringify(scheme))

export const insertCaseInfo = (db: Database, info: CaseInfo): void => {
  db.run('insert into caseInfo (id, name, analyst, marking, scheme, created) values (1, ?, ?, ?, ?, ?)', [
    info.name,
    info.analyst,
    info.marking,
    schemeText(info),
    info.created,
  ])
}

export const readCaseInfo = (db: Database): CaseInfo => {
  const row = db.get<Omit<CaseInfo, 'scheme'> & { scheme: string | null }>(`select ${columns.join(', ')} from caseInfo`)
  if (!row) throw new Error('The case has no row of its own')
  return { ...row, scheme: row.scheme === null ? null : markingScheme.parse(JSON.parse(row.scheme)) }
}

/** Who works on the case: whom the log, a decision, a scoring and a new briefing name. Empty until somebody says. */
export const analystOf = (db: Database): string =>
  db.get<Pick<CaseInfo, 'analyst'>>('select analyst from caseInfo')?.analyst ?? ''

export const updateCaseInfo = (
  db: Database,
  patch: { [Key in keyof CaseInfo]?: CaseInfo[Key] | undefined },
): CaseInfo => {
  const info = {
    ...readCaseInfo(db),
    ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
  }
  db.run('update caseInfo set name = ?, analyst = ?, marking = ?, scheme = ?', [
    info.name,
    info.analyst,
    info.marking,
    schemeText(info),
  ])
  return info
}
