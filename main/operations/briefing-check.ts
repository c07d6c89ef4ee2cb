import { Refused } from '../../shared/outcome.ts'
import { checkBriefing } from '../../shared/rules/tradecraft.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { readCaseDocument } from '../records/case-document.ts'
import { analystOf } from '../records/case-info.ts'
import { now } from '../records/table.ts'
import { briefings } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const check: Reading<'briefings.check'> = (db, { id }) =>
  checkBriefing(briefings.need(db, id), readCaseDocument(db))

const needFinding = (db: Database, id: string, key: string) => {
  const briefing = briefings.need(db, id)
  const finding = checkBriefing(briefing, readCaseDocument(db)).find(one => one.key === key)
  if (finding === undefined) throw new Refused(say('refusal.findingGone'), 'stale')
  return { briefing, finding }
}

export const fix: Writing<'briefings.fix'> = (db, { id, finding: key }) => {
  needFinding(db, id, key)
  throw new Refused(say('refusal.noFix'))
}

export const answer: Writing<'briefings.answer'> = (db, { id, finding: key, reason }) => {
  const { briefing, finding } = needFinding(db, id, key)
  const others = briefing.answers.filter(one => one.finding !== key)
  const words = reason.trim()
  const answers =
    words === ''
      ? others
      : [...others, { finding: key, rule: finding.rule, reason: words, by: analystOf(db), at: now() }]
  briefings.update(db, id, { answers })
  return logged(say('log.findingAnswered', { title: briefing.title }), null)
}
