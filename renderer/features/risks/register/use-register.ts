import { useCallback, useMemo, useState } from 'react'
import type { MapPlace, RegisterRow, RiskMap } from '../../../../shared/contract/risks.ts'
import { type RiskId, riskId } from '../../../../shared/model/id.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { moveTo } from '../../../location.ts'
import { fitting, type ListLine, laidOut, sorted } from './listing.ts'
import { useView, type View } from './view.ts'

type Register = {
  view: View
  today: string
  /** Those that the filter chooses from: archived ones only where they are asked for. */
  choosable: readonly RegisterRow[]
  shown: readonly RegisterRow[]
  lines: readonly ListLine[]
  /** The one that is looked at: of the address, else the first shown. */
  current: RegisterRow | undefined
  /** At least the current one. */
  selection: readonly RegisterRow[]
  select: (ids: readonly RiskId[], current: RiskId) => void
}

/** What of the register is shown, in which order, and what of it is selected. */
export const useRegister = (
  rows: readonly RegisterRow[],
  id: string | null,
  cell: MapPlace | null,
  drawn: RiskMap | undefined,
): Register => {
  const view = useView()
  const { filter, sorts, grouping, folded } = view
  // With the one that was looked at then: who comes by an address to another one has chosen that alone.
  const [chosen, setChosen] = useState<{ ids: readonly RiskId[]; current: RiskId | null }>({ ids: [], current: null })
  const day = presentDay()
  const choosable = useMemo(
    () => (filter.archived ? rows : rows.filter(({ status }) => status !== 'archived')),
    [rows, filter.archived],
  )
  const here = useMemo(() => {
    if (cell === null || drawn === undefined) return rows
    const within = new Set(
      drawn.risks.flatMap(({ id, place }) =>
        place.likelihood === cell.likelihood && place.impact === cell.impact ? [id] : [],
      ),
    )
    return rows.filter(row => within.has(row.id))
  }, [rows, cell, drawn])
  const found = useMemo(() => fitting(here, filter, day), [here, filter, day])
  const shown = useMemo(() => sorted(found, sorts), [found, sorts])
  const lines = useMemo(() => laidOut(shown, grouping, folded), [shown, grouping, folded])
  const current = useMemo(() => rows.find(row => row.id === id) ?? shown[0], [rows, shown, id])
  const selection = useMemo(() => {
    if (current === undefined) return []
    if (chosen.ids.length < 2 || chosen.current !== current.id) return [current]
    const known = new Map(rows.map(row => [row.id, row]))
    return chosen.ids.flatMap(one => known.get(one) ?? [])
  }, [rows, chosen, current])
  const select = useCallback((ids: readonly RiskId[], next: RiskId) => {
    setChosen({ ids, current: next })
    moveTo('risks', riskId.parse(next))
  }, [])
  return { view, today: day, choosable, shown, lines, current, selection, select }
}
