import { useEffect, useRef, useState } from 'react'
import type { MatrixAxis } from '../../../shared/contract/matrix.ts'
import { matrixAxis } from '../../../shared/contract/matrix.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { hereNow, moveTo, navigate, useLocation } from '../../location.ts'
import { dayOf } from './AsOf.tsx'

type Query = Record<string, string>

/** How long a slider rests before its day is written into the address, in milliseconds: browsers refuse addresses that change with every frame. */
const rest = 200

const without = (query: Record<string, string | undefined>): Query =>
  Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))

/** From the address of the moment: what is drawn may lag behind it by a press. */
const queryNow = (): Query => {
  const { screen, query } = hereNow()
  return screen === 'matrix' ? query : {}
}

const axisOf = (query: Query): MatrixAxis =>
  query.view === 'coverage' ? 'sources' : (matrixAxis.safeParse(query.axis).data ?? 'sources')

const nextAxis = { sources: 'parties', parties: 'dates', dates: 'sources' } as const

/**
 * What the address says of the matrix: `axis`, `asOf`, `view=coverage`, `from` and `to` of a comparison, and what is
 * opened: `term` with a `column` or `column=position`, or a `claim`.
 */
export const useMatrixAddress = () => {
  const { query } = useLocation()
  const [asOf, setAsOf] = useState(() => dayOf(query.asOf))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setAsOf(dayOf(query.asOf)), [query.asOf])
  useEffect(() => () => clearTimeout(timer.current), [])

  const isCoverage = query.view === 'coverage'
  const from = dayOf(query.from)
  const go = (patch: Record<string, string | undefined>) =>
    navigate('matrix', null, without({ ...queryNow(), ...patch }))
  const closed = { term: undefined, column: undefined, claim: undefined, source: undefined }
  const turn = (to: MatrixAxis) => go({ ...closed, axis: to, view: undefined })
  const showCoverage = (on: boolean) =>
    go({ ...closed, view: on ? 'coverage' : undefined, from: undefined, to: undefined })
  return {
    query,
    axis: axisOf(query),
    isCoverage,
    /** The day looked at; in a comparison the later of the two. */
    asOf: from === null ? asOf : dayOf(query.to),
    from,
    to: dayOf(query.to),
    turn,
    turnOn: () => turn(nextAxis[axisOf(queryNow())]),
    open: (term: string, column: string | undefined) => go({ ...closed, term, column, from: undefined, to: undefined }),
    close: () => go({ ...closed, from: undefined, to: undefined }),
    showCoverage,
    toggleCoverage: () => showCoverage(queryNow().view !== 'coverage'),
    compare: (from: PartialDate, to: PartialDate | null) =>
      go({ ...closed, from, to: to ?? undefined, view: undefined }),
    setAsOf: (day: PartialDate | null) => {
      if (from !== null) return go({ to: day ?? undefined })
      setAsOf(day)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        if (hereNow().screen === 'matrix') moveTo('matrix', null, without({ ...queryNow(), asOf: day ?? undefined }))
      }, rest)
    },
  }
}
