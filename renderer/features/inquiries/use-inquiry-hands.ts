import { useRef } from 'react'
import type { Consistency } from '../../../shared/model/hypothesis.ts'
import type { ClaimId, HypothesisId } from '../../../shared/model/id.ts'
import { announce } from '../../announcements.ts'
import { notify } from '../../notices.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { ratingTyped } from './rating-keys.ts'
import { stepped } from './table-order.ts'
import { factColumns, type InquiryTable } from './use-inquiry-table.ts'

/** What the analyst changes in an inquiry, each in one step of undo. */
export const useInquiryHands = (table: InquiryTable) => {
  const { view, current, hypothesis, place } = table
  const whyFixed = useWhyFixed()
  /** What was typed last, and in which cell. */
  const typed = useRef({ cell: '', words: '' })

  const canChange = () => {
    if (whyFixed !== null) notify({ tone: 'plain', text: whyFixed })
    return whyFixed === null
  }
  const rate = (claim: ClaimId, rated: HypothesisId, consistency: Consistency | null, reason?: string) => {
    if (!canChange()) return
    const rating = { claim, hypothesis: rated, consistency, ...(reason === undefined ? {} : { reason }) }
    void perform('hypotheses.rate', { inquiry: view.id, ratings: [rating] }).then(({ ok }) => {
      const name = view.hypotheses.find(one => one.id === rated)?.name ?? ''
      if (!ok || reason !== undefined) return
      if (consistency === null) announce(say('inquiries.cleared', { name }))
      else announce(say('inquiries.rated', { rating: say(`inquiries.${consistency}`), name }))
    })
  }
  const rateHere = (consistency: Consistency | null) => {
    if (current !== undefined && hypothesis !== undefined) rate(current.claim.id, hypothesis.id, consistency)
  }
  const removeClaim = (claim: ClaimId) => {
    if (!canChange()) return
    const at = table.lines.findIndex(line => line.claim.id === claim)
    const next = table.lines[at + 1] ?? table.lines[at - 1]
    void perform('inquiries.update', { id: view.id, patch: { claims: view.claims.filter(id => id !== claim) } })
    if (next !== undefined) table.moveTo(next.claim.id)
  }
  const removeHypothesis = (id: HypothesisId) => {
    if (canChange()) void perform('hypotheses.remove', { id })
  }

  return {
    canChange,
    rate,
    rateHere,
    /** Takes a letter of a rating; false where it is none. */
    type: (key: string): boolean => {
      const cell = `${current?.claim.id} ${hypothesis?.id}`
      const known = ratingTyped(key, typed.current.cell === cell ? typed.current.words : '')
      if (known === null || current === undefined || hypothesis === undefined) return false
      typed.current = { cell, words: known.typed }
      rateHere(known.rating)
      return true
    },
    /** The claim, the hypothesis or the rating, by where the analyst is. */
    remove: () => {
      if (place.line === 0 && hypothesis !== undefined) removeHypothesis(hypothesis.id)
      else if (current !== undefined && place.column < factColumns) removeClaim(current.claim.id)
      else rateHere(null)
    },
    removeClaim,
    removeHypothesis,
    stepHypothesis: (by: 1 | -1) => {
      const ids =
        hypothesis &&
        stepped(
          view.hypotheses.map(({ id }) => id),
          hypothesis.id,
          by,
        )
      if (!ids || !canChange()) return
      void perform('hypotheses.order', { inquiry: view.id, ids })
      table.move({ ...place, column: place.column + by })
    },
    stepClaim: (by: 1 | -1) => {
      const claims = current && stepped(view.claims, current.claim.id, by)
      if (!claims || !canChange()) return
      if (table.order !== 'own') table.changeOrder('own')
      void perform('inquiries.update', { id: view.id, patch: { claims } })
    },
  }
}

export type InquiryHands = ReturnType<typeof useInquiryHands>
