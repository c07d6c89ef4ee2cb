import type { MappedRisk } from '../../../../shared/contract/risks.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { flowsOf, samePlace } from '../../../../shared/rules/register/drawing/cells.ts'
import {
  type Arrow,
  arrowFrom,
  arrowHead,
  arrowTo,
  type Box,
  type MapLayout,
  refLine,
  shortRef,
} from '../../../../shared/rules/register/drawing/layout.ts'
import './marks.css'

/** A risk in its slot. */
export type Mark = { risk: MappedRisk; box: Box; isSelected: boolean; hasMoved: boolean }

const looks = ({ risk, isSelected, hasMoved }: Mark): string =>
  [
    'heat-mark',
    isSelected ? 'selected' : '',
    hasMoved ? 'moved' : '',
    risk.kind === 'opportunity' ? 'opportunity' : '',
    risk.isForeign ? 'foreign' : '',
    risk.status === 'closed' ? 'closed' : '',
  ].join(' ')

/** A ref: light and squared for a threat, dark and rounded for an opportunity. The mouse's way only; the keys go by cells. */
export const Chip = ({ mark, onSelect }: { mark: Mark; onSelect: () => void }) => {
  const { risk, box } = mark
  const isOpportunity = risk.kind === 'opportunity'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hidden from assistive technology, which has the cells.
    <g className={looks(mark)} onClick={onSelect}>
      <title>{`${risk.ref} ${risk.title}`}</title>
      <rect {...box} rx={isOpportunity ? box.height / 2 : 2} />
      <text x={box.x + box.width / 2} y={box.y + refLine} textAnchor="middle">
        {shortRef(risk.ref)}
      </text>
    </g>
  )
}

/** The range of likelihood from its lower to its upper end, through the cells that it spans. */
export const Span = ({ mark, layout, scales }: { mark: Mark; layout: MapLayout; scales: Scales }) => {
  const { risk, box, isSelected } = mark
  const x = box.x + box.width / 2
  const y1 = layout.yOf(risk.likelihoodHigh, scales.likelihoods)
  const y2 = Math.max(y1 + 2, layout.yOf(risk.likelihoodLow, scales.likelihoods))
  // A range of one side of a band need not pass where its ref has room: a fine line leads there.
  const near = Math.min(Math.max(box.y + box.height / 2, y1), y2)
  return (
    <g className={`heat-span ${isSelected ? 'selected' : ''}`}>
      <path d={`M${x} ${y1}V${y2}M${x - 3} ${y1}h6M${x - 3} ${y2}h6`} />
      <path className="lead" d={`M${x} ${near}V${box.y + box.height / 2}`} />
    </g>
  )
}

/** Where a risk came from, and where it is meant to go. */
export const MarkArrows = ({ mark, layout }: { mark: Mark; layout: MapLayout }) => {
  const { risk, box, isSelected } = mark
  const from = risk.inherent && !samePlace(risk.inherent, risk.place) ? layout.corner(risk.inherent) : null
  const to = risk.target && !samePlace(risk.target, risk.place) ? layout.corner(risk.target) : null
  const look = isSelected ? '' : 'quiet'
  return (
    <>
      {from === null ? null : <ArrowLine look={`came ${look}`} arrow={arrowFrom(from, box)} />}
      {to === null ? null : <ArrowLine look={`aims ${look}`} arrow={arrowTo(box, to)} />}
    </>
  )
}

const ArrowLine = ({ look, arrow }: { look: string; arrow: Arrow }) => {
  const { from, to, ring } = arrow
  const line = `M${from.x} ${from.y}L${to.x} ${to.y}`
  return (
    <g className={`heat-arrow ${look}`}>
      <path className="halo" d={line} />
      <path className="shaft" d={line} />
      <path d={arrowHead(arrow)} />
      <circle cx={ring.x} cy={ring.y} r="4.5" />
    </g>
  )
}

/** Of the arrows of many risks the fullest, put together by their cells: no eye follows more. */
const mostFlows = 40

/** How many go from cell to cell: the more, the thicker. */
export const Flows = ({ risks, layout }: { risks: readonly MappedRisk[]; layout: MapLayout }) => {
  const middle = ({ likelihood, impact }: MappedRisk['place']) => ({
    x: layout.x(impact) + layout.cell.width / 2,
    y: layout.y(likelihood) + layout.cell.height / 2,
  })
  return (['inherent', 'target'] as const).map(of => (
    <g key={of} className={`heat-arrow flow ${of === 'inherent' ? 'came' : 'aims'}`}>
      {flowsOf(risks, of)
        .slice(0, mostFlows)
        .map(({ from, to, count }) => {
          const [start, end] = [middle(from), middle(to)]
          const shift = of === 'inherent' ? -3 : 3
          const arrow = { from: { x: start.x + shift, y: start.y + shift }, to: { x: end.x + shift, y: end.y + shift } }
          return (
            <g key={`${start.x} ${start.y} ${end.x} ${end.y}`} strokeWidth={Math.min(5, 0.75 + Math.log2(count) / 2)}>
              <path className="shaft" d={`M${arrow.from.x} ${arrow.from.y}L${arrow.to.x} ${arrow.to.y}`} />
              <path d={arrowHead(arrow, 9)} />
            </g>
          )
        })}
    </g>
  ))
}
