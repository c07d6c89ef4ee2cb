import { useEffect, useRef, useState } from 'react'
import type { MatrixAxis } from '../../../shared/contract/matrix.ts'
import { matrixAxis } from '../../../shared/contract/matrix.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { moveTo, navigate, useLocation } from '../../location.ts'
import { dayOf } from './AsOf.tsx'

type Query = Record<string, string>

/** How long a slider rests before its day is written into the address, in milliseconds: browsers refuse addresses that change with every frame. */
const rest = 200

const without = (query: Record<string, string | undefined>): Query =>
  Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))

/**
 * What the address says of the matrix: `axis`, `asOf`, `view=coverage`, `from` and `to` of a comparison, and what is
 * opened: `term` with a `column` or `column=position`, or a `claim`.
 */
export const useMatrixAddress = () => {
  const { query } = useLocation()
  const [asOf, setAsOf] = useState(() => dayOf(query.asOf))
  const latest = useRef(query)
  latest.current = query
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setAsOf(dayOf(query.asOf)), [query.asOf])
  useEffect(() => () => clearTimeout(timer.current), [])

  const axis: MatrixAxis = matrixAxis.safeParse(query.axis).data ?? 'sources'
  const isCoverage = query.view === 'coverage'
  const from = dayOf(query.from)
  const go = (patch: Record<string, string | undefined>) =>
    navigate('matrix', null, without({ ...latest.current, ...patch }))
  const closed = { term: undefined, column: undefined, claim: undefined, source: undefined }
  return {
    query,
    axis: isCoverage ? ('sources' as const) : axis,
    isCoverage,
    /** The day looked at; in a comparison the later of the two. */
    asOf: from === null ? asOf : dayOf(query.to),
    from,
    to: dayOf(query.to),
    turn: (to: MatrixAxis) => go({ ...closed, axis: to, view: undefined }),
    open: (term: string, column: string | undefined) => go({ ...closed, term, column, from: undefined, to: undefined }),
    close: () => go({ ...closed, from: undefined, to: undefined }),
    showCoverage: (on: boolean) => go({ ...closed, view: on ? 'coverage' : undefined, from: undefined, to: undefined }),
    compare: (from: PartialDate, to: PartialDate | null) =>
      go({ ...closed, from, to: to ?? undefined, view: undefined }),
    setAsOf: (day: PartialDate | null) => {
      if (from !== null) return go({ to: day ?? undefined })
      setAsOf(day)
      clearTimeout(timer.current)
      timer.current = setTimeout(
        () => moveTo('matrix', null, without({ ...latest.current, asOf: day ?? undefined })),
        rest,
      )
    },
  }
}
