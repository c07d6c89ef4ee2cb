import { useState } from 'react'
import type { RiskView } from '../../../../shared/contract/risks.ts'
import type { AssessmentKind } from '../../../../shared/model/assessment.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import type { ExcerptId } from '../../../../shared/model/id.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { bandOf } from '../../../../shared/rules/scoring.ts'
import { cellOf, isRange, type Scoring, scoresFrom, startOf, warningsWith } from './scoring.ts'

/** What a scoring is begun with: a passage from the reader, or what a suggestion says was seen. */
export type Begun = { reason: string; excerpts: readonly ExcerptId[] }

/** A scoring that is being written, with what it would come to. */
export const useScoring = (risk: RiskView, scales: Scales, { reason, excerpts }: Begun) => {
  const [scoring, setScoring] = useState<Scoring>(() => ({
    kind: 'current',
    ...scoresFrom(scales, startOf(risk, 'current')),
    reason,
    date: presentDay(),
    excerpts,
    claims: [],
    conflicts: [],
  }))
  const set = (patch: Partial<Scoring>) => setScoring(before => ({ ...before, ...patch }))
  const cell = cellOf(scales, scoring)
  return {
    scoring,
    set,
    /** Another kind starts from its own scores; what was written stays. */
    start: (kind: AssessmentKind) => set({ kind, ...scoresFrom(scales, startOf(risk, kind)) }),
    /** A range that is typed before any word was chosen chooses the word that it is looked up under. */
    setRange: (range: Partial<Pick<Scoring, 'likelihoodLow' | 'likelihoodHigh'>>) => {
      const next = { ...scoring, ...range }
      const band = isRange(next)
        ? scales.likelihoods[bandOf(scales, next.likelihoodLow, next.likelihoodHigh)]
        : undefined
      set({ ...range, likelihoodWord: scoring.likelihoodWord || (band?.word ?? '') })
    },
    chooseWord: (likelihoodWord: string) => {
      const band = scales.likelihoods.find(({ word }) => word === likelihoodWord)
      set({ likelihoodWord, ...(band ? { likelihoodLow: band.low, likelihoodHigh: band.high } : {}) })
    },
    cell,
    warnings: warningsWith(risk, scoring, cell?.level ?? null),
  }
}
export type ScoringHands = ReturnType<typeof useScoring>
