import { presentDay } from '../../shared/rules/local-day.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { readCriteria, refuseUnfitGrid } from '../records/criteria.ts'
import { remapAll, rescoreAll } from '../records/rescoring.ts'
import { criteriaTable } from '../records/tables.ts'
import { say } from '../say.ts'

export const read: Reading<'criteria.read'> = db => readCriteria(db)

export const versions: Reading<'criteria.versions'> = db => criteriaTable.all(db)

export const uses: Reading<'criteria.uses'> = db =>
  db.all(
    `select c.id, (select count(*) from assessment as a where a.criteria = c.id) as assessments
      from criteria as c order by c.created, c.id`,
  )

export const remap: Reading<'criteria.remap'> = (db, { scales }) => {
  refuseUnfitGrid(scales)
  return remapAll(db, scales)
}

/** A new version: assessments already made keep the one they were scored under. */
export const update: Writing<'criteria.update'> = (db, { rescoring, ...scales }) => {
  refuseUnfitGrid(scales)
  const version = criteriaTable.create(db, scales)
  if (rescoring === undefined) return logged(say('log.criteriaChanged'), version)
  const made = rescoreAll(db, version, { ...rescoring, date: rescoring.date ?? presentDay() })
  return logged(say('log.criteriaChangedAndScored', { count: made.length }), version)
}

export const rescore: Writing<'criteria.rescore'> = (db, rescoring) => {
  const version = readCriteria(db)
  const made = rescoreAll(db, version, { ...rescoring, date: rescoring.date ?? presentDay() })
  return logged(say('log.scoredAgain', { count: made.length }), { assessments: made.length })
}
