import { blockId, judgementId } from '../../shared/model/id.ts'
import { Refused } from '../../shared/outcome.ts'
import { presentDay } from '../../shared/rules/local-day.ts'
import { checkBriefing, mendBriefing } from '../../shared/rules/tradecraft.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { briefingRecords } from '../records/briefing-records.ts'
import { analystOf } from '../records/case-info.ts'
import { newId } from '../records/new-id.ts'
import { now } from '../records/table.ts'
import { briefings } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const check: Reading<'briefings.check'> = (db, { id }) =>
  checkBriefing(briefings.need(db, id), briefingRecords(db), presentDay())

const needFinding = (db: Database, id: string, key: string) => {
  const briefing = briefings.need(db, id)
  const finding = checkBriefing(briefing, briefingRecords(db), presentDay()).find(one => one.key === key)
  if (finding === undefined) throw new Refused(say('refusal.findingGone'), 'stale')
  return { briefing, finding }
}

const ids = { block: () => blockId.parse(newId()), judgement: () => judgementId.parse(newId()) }

export const fix: Writing<'briefings.fix'> = (db, { id, finding: key }) => {
  const { briefing } = needFinding(db, id, key)
  const mend = mendBriefing(briefing, briefingRecords(db), key, { today: presentDay(), ids })
  if (mend === null) throw new Refused(say('refusal.noFix'))
  const { author, marking, cutOff, blocks } = mend.mended
  briefings.update(db, id, { author, marking, cutOff, blocks })
  return logged(say('log.findingMended', { title: briefing.title, fix: mend.words }), null)
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
