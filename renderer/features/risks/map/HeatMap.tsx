import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { MapPlace } from '../../../../shared/contract/risks.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import { appetiteLines } from '../../../../shared/rules/register/drawing/cells.ts'
import { say } from '../../../say.ts'
import { AsOfBar } from './AsOfBar.tsx'
import './heat-map.css'
import { useLooks } from './looks.ts'
import { MapDrawing } from './MapDrawing.tsx'
import { MapLegend } from './MapLegend.tsx'
import { MapMultiples } from './MapMultiples.tsx'
import { MapTools } from './MapTools.tsx'
import { MapTwin } from './MapTwin.tsx'
import { savePicture } from './save-picture.ts'
import { useMapCommands } from './use-map-commands.ts'
import type { ShownMap } from './use-risk-map.ts'

type HeatMapProps = {
  map: ShownMap
  selected: RiskId | null
  /** The cell that filters the register. */
  filter: MapPlace | null
  /** The category that filters the register; null is all. */
  category: string | null
  onFilter: (place: MapPlace | null) => void
  onCategory: (category: string | null) => void
  onSelect: (id: RiskId) => void
}

/** The limits that are drawn: of the category of the selected risk, of a named one, all of them or none. */
const limitsOf = (appetite: string, ofSelected: string, scales: Parameters<typeof appetiteLines>[0]) => {
  if (appetite === 'none') return []
  if (appetite === 'every') return appetiteLines(scales, null)
  return appetiteLines(scales, appetite.startsWith(':') ? appetite.slice(1) : ofSelected)
}

/** Likelihood by impact at any moment of the register: as one map, as small ones by category, and in words. */
export const HeatMap = ({ map, selected, filter, category, onFilter, onCategory, onSelect }: HeatMapProps) => {
  const looks = useLooks()
  const frame = useRef<HTMLDivElement>(null)
  const [pane, setPane] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const observer = new ResizeObserver(() => setPane({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const { drawn } = map
  const risks = drawn?.risks ?? []
  const ofSelected = risks.find(risk => risk.id === selected)?.category ?? ''
  const scales = drawn?.criteria
  const appetite = useMemo(
    () => (scales === undefined ? [] : limitsOf(looks.appetite, ofSelected, scales)),
    [looks.appetite, ofSelected, scales],
  )
  const moved = useMemo(() => new Set(map.moved?.moves.map(({ risk }) => risk.ref)), [map.moved])
  const save = (format: 'png' | 'svg') =>
    drawn === undefined
      ? undefined
      : void savePicture(format, { map: drawn, asOf: map.asOf, appetite, arrows: looks.arrows, selected })
  useMapCommands(map, save)
  return (
    <section className={`heat-map ${looks.patterns ? 'patterned' : ''}`} aria-label={say('heatMap.name')}>
      <MapTools scales={scales ?? null} onSave={save} />
      <div
        ref={frame}
        className={`heat-frame ${looks.view}`}
        style={{ '--heat-rows': scales?.likelihoods.length ?? 7 } as CSSProperties}
      >
        {scales === undefined || pane.width === 0 ? null : looks.view === 'words' ? (
          <MapTwin risks={risks} scales={scales} />
        ) : looks.view === 'categories' ? (
          <MapMultiples risks={risks} scales={scales} chosen={category} onChoose={onCategory} />
        ) : (
          <MapDrawing
            risks={risks}
            scales={scales}
            pane={pane}
            selected={selected}
            filter={filter}
            moved={moved}
            appetite={appetite}
            arrows={looks.arrows}
            onFilter={onFilter}
            onSelect={onSelect}
          />
        )}
      </div>
      {looks.view === 'map' ? <MapLegend risks={risks} appetite={appetite} /> : null}
      <AsOfBar map={map} onSelect={onSelect} />
    </section>
  )
}
