import type { TradecraftFinding } from '../contract/briefings.ts'
import type { Briefing } from '../model/briefing.ts'
import type { PartialDate } from '../model/partial-date.ts'
import { type BriefingFacts, type Known, known } from './tradecraft/facts.ts'
import type { Found, NewIds } from './tradecraft/finding.ts'
import { emptyBlocks, frame } from './tradecraft/frame.ts'
import { judgementRules } from './tradecraft/judgements.ts'
import { markings } from './tradecraft/markings.ts'
import { type Passage, passagesOf } from './tradecraft/passages.ts'
import { judgementAgainstRecords, shownRecords } from './tradecraft/records.ts'
import { references } from './tradecraft/references.ts'
import { citations, quotations, uncitedJudgements, vagueAttribution } from './tradecraft/sourcing.ts'
import { statements } from './tradecraft/statement.ts'
import { headings, wording } from './tradecraft/wording.ts'

export type { BriefingFacts } from './tradecraft/facts.ts'

const ofPassage = (passage: Passage, of: Known): Found[] => {
  const { judgement, block } = passage
  return [
    ...(judgement === null
      ? []
      : [
          ...judgementRules({ judgement, block, passage, known: of }),
          ...judgementAgainstRecords(judgement, block, of),
        ]),
    ...wording(passage, of),
    ...vagueAttribution(passage),
    ...uncitedJudgements(passage, of),
    ...quotations(passage, of),
    ...citations(passage, of),
  ]
}

/** Each finding once, those of the whole first, then in the order of the blocks and of their words. */
const allFound = (of: Known): Found[] => {
  const passages = passagesOf(of)
  const order = new Map(of.briefing.blocks.map(({ id }, at) => [id, at]))
  const once = new Map<string, Found>()
  const all = [
    ...frame(of),
    ...markings(of),
    ...passages.flatMap(passage => ofPassage(passage, of)),
    ...headings(passages, of),
    ...shownRecords(of),
    ...references(of),
    ...statements(of),
    ...emptyBlocks(of),
  ]
  for (const one of all) if (!once.has(one.key)) once.set(one.key, one)
  const at = ({ place }: Found) => (place.block === null ? -1 : (order.get(place.block) ?? 0))
  return [...once.values()].sort((one, other) => at(one) - at(other))
}

/**
 * Checks a briefing before it is exported and while it is written: the analytic standards of ICD 203 (2 January 2015) and
 * the sourcing of ICD 206 as far as words and records can show them. The rules stand in tradecraft/catalogue.ts. Each
 * finding once, in the order of the blocks, those of the whole first. `today` is the day of issue; null: not known.
 */
export const checkBriefing = (
  briefing: Briefing,
  facts: BriefingFacts,
  today: PartialDate | null = null,
): TradecraftFinding[] => {
  const answers = new Map(briefing.answers.map(({ finding, reason }) => [finding, reason]))
  return allFound(known(briefing, facts, today)).map(({ mend, ...finding }) => ({
    ...finding,
    fix: mend?.words ?? null,
    answer: answers.get(finding.key) ?? null,
  }))
}

/** What a quick fix does, in words, and the briefing once it is done; null where there is no such finding, or no fix for it. */
export const mendBriefing = (
  briefing: Briefing,
  facts: BriefingFacts,
  key: string,
  { today, ids }: { today: PartialDate | null; ids: NewIds },
): { words: string; mended: Briefing } | null => {
  const mend = allFound(known(briefing, facts, today)).find(one => one.key === key)?.mend
  return mend ? { words: mend.words, mended: mend.mended(briefing, ids) } : null
}
