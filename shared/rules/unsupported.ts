import type { Assessment } from '../model/assessment.ts'
import type { Briefing } from '../model/briefing.ts'
import type { Claim } from '../model/claim.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Position } from '../model/position.ts'
import type { RecordName } from '../model/record-name.ts'
import type { Risk } from '../model/risk.ts'
import { grouped } from './groups.ts'
import { clipped, sentence } from './sentence.ts'
import { claimWords, valueWords } from './words.ts'

/** A claim that quotes no passage. Silence is exempt: what a source does not say cannot be quoted. */
export const isUnsupportedClaim = (claim: Pick<Claim, 'evidence' | 'polarity'>): boolean =>
  claim.polarity !== 'silent' && claim.evidence.length === 0

/** A risk behind which stands no passage and no claim, neither of its own nor of one of its assessments. */
export const isUnsupportedRisk = (
  risk: Pick<Risk, 'evidence' | 'claims'>,
  assessments: readonly Pick<Assessment, 'excerpts' | 'claims'>[] = [],
): boolean =>
  [risk.evidence, risk.claims, ...assessments.flatMap(({ excerpts, claims }) => [excerpts, claims])].every(
    behind => behind.length === 0,
  )

export const isUnsupportedPosition = (position: Pick<Position, 'claims'>): boolean => position.claims.length === 0

export const isUnsupportedJudgement = (judgement: Pick<Judgement, 'excerpts'>): boolean =>
  judgement.excerpts.length === 0

export const judgementsOf = (briefing: Pick<Briefing, 'blocks'>): Judgement[] =>
  briefing.blocks.flatMap(block => (block.kind === 'key judgements' ? block.judgements : []))

/** An assertion without evidence: the record that makes it, and a sentence that names it. */
export type Unsupported = { record: RecordName; id: string; sentence: string }

export type AssertingRecords = {
  claims: readonly Claim[]
  risks: readonly Risk[]
  assessments: readonly Assessment[]
  positions: readonly Position[]
  briefings: readonly Briefing[]
}

const longestQuote = 120

/** Every claim, risk, position and judgement that lacks evidence (rule 1 of the model), in the order given. */
export const unsupportedIn = (records: AssertingRecords): Unsupported[] => {
  const byRisk = grouped(records.assessments, assessment => assessment.risk)
  return [
    ...records.claims.filter(isUnsupportedClaim).map(claim => ({
      record: 'claim' as const,
      id: claim.id,
      sentence: sentence('rules.unsupported.claim', { words: claimWords(claim) }),
    })),
    ...records.risks
      .filter(risk => isUnsupportedRisk(risk, byRisk.get(risk.id)))
      .map(risk => ({
        record: 'risk' as const,
        id: risk.id,
        sentence: sentence('rules.unsupported.risk', { ref: risk.ref }),
      })),
    ...records.positions.filter(isUnsupportedPosition).map(position => ({
      record: 'position' as const,
      id: position.id,
      sentence: sentence('rules.unsupported.position', { words: valueWords(position) }),
    })),
    ...records.briefings.flatMap(briefing =>
      judgementsOf(briefing)
        .filter(isUnsupportedJudgement)
        .map(judgement => ({
          record: 'briefing' as const,
          id: briefing.id,
          sentence: sentence('rules.unsupported.judgement', {
            words: clipped(judgement.text, longestQuote),
            title: briefing.title,
          }),
        })),
    ),
  ]
}
