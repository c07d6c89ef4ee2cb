import { useMemo, useState } from 'react'
import type { InquiryView } from '../../../shared/contract/inquiries.ts'
import type { ClaimId } from '../../../shared/model/id.ts'
import { claimLines } from '../../../shared/rules/inquiry-findings.ts'
import type { GridPlace } from '../../parts/grid-keys.ts'
import { asTheyStood, idsOf, type Order, ordered } from './table-order.ts'

/** Columns before those of the hypotheses: the claim, its weight, what it tells. */
export const factColumns = 3

/** Where the analyst is: on a claim, or on the head of the table, whatever line that stands in. */
type At = { claim: ClaimId | null; column: number }

/** What of an inquiry is shown in which order, and where in it the analyst is. */
export const useInquiryTable = (view: InquiryView) => {
  const [order, setOrder] = useState<Order>('telling')
  const [isHiding, setHiding] = useState(false)
  const [at, setAt] = useState<At>(() => ({
    claim: idsOf(ordered(claimLines(view), 'telling'))[0] ?? null,
    column: factColumns,
  }))
  const [stood, setStood] = useState<readonly ClaimId[]>([])

  const own = useMemo(() => claimLines(view), [view])
  const best = useMemo(() => ordered(own, order), [own, order])
  const kept = order === 'own' ? best : asTheyStood(own, stood)
  const all = kept ?? best
  if (kept === null && stood.join() !== idsOf(best).join()) setStood(idsOf(best))
  const nothing = own.filter(({ telling }) => telling === 'nothing').length
  // The claim in hand stays in sight, even when by its last rating it tells nothing.
  const lines = isHiding ? all.filter(({ claim, telling }) => telling !== 'nothing' || claim.id === at.claim) : all

  const line = 1 + lines.findIndex(({ claim }) => claim.id === at.claim)
  const lastColumn = factColumns - 1 + view.hypotheses.length
  const place: GridPlace = { line, column: Math.min(at.column, lastColumn) }
  return {
    view,
    lines,
    place,
    lastColumn,
    /** The claim in hand; undefined on the head. */
    current: lines[line - 1],
    /** The hypothesis whose column the analyst is in. */
    hypothesis: view.hypotheses[place.column - factColumns],
    move: ({ line: to, column }: GridPlace) => setAt({ claim: lines[to - 1]?.claim.id ?? null, column }),
    moveTo: (claim: ClaimId) => setAt({ claim, column: at.column }),
    order,
    changeOrder: (next: Order) => {
      setOrder(next)
      setStood([])
    },
    isOutOfOrder: idsOf(all).join() !== idsOf(best).join(),
    nothing,
    isHiding,
    setHiding,
  }
}

export type InquiryTable = ReturnType<typeof useInquiryTable>
