import type { MappedRisk } from '../../../../shared/contract/risks.ts'
import { type AppetiteLine, mostMarks } from '../../../../shared/rules/register/drawing/cells.ts'
import { say } from '../../../say.ts'
import './marks.css'

/** What the signs of the map mean: those that are on it. */
export const MapLegend = ({ risks, appetite }: { risks: readonly MappedRisk[]; appetite: readonly AppetiteLine[] }) => {
  const isCounted = risks.length > mostMarks
  const has = (one: (risk: MappedRisk) => boolean) => !isCounted && risks.some(one)
  return (
    <ul className="heat-legend">
      {isCounted ? (
        <li>
          <b aria-hidden="true">12</b> {say('heatMap.legendCount')}
        </li>
      ) : null}
      {risks.some(risk => risk.inherent !== null) ? (
        <li>
          <svg width="34" height="12" aria-hidden="true" className="heat-arrow came">
            <circle cx="6" cy="6" r="4.5" />
            <path d="M11 6H32M28 3L32 6L28 9" />
          </svg>
          {say('heatMap.legendInherent')}
        </li>
      ) : null}
      {risks.some(risk => risk.target !== null) ? (
        <li>
          <svg width="36" height="12" aria-hidden="true" className="heat-arrow aims">
            <path className="shaft" d="M2 6H24" />
            <path d="M20 3L24 6L20 9" />
            <circle cx="30" cy="6" r="4.5" />
          </svg>
          {say('heatMap.legendTarget')}
        </li>
      ) : null}
      <li>
        <svg width="8" height="14" aria-hidden="true" className="heat-span selected">
          <path d="M4 1V13M1 1h6M1 13h6" />
        </svg>
        {say('heatMap.legendRange')}
      </li>
      {has(risk => risk.kind === 'opportunity') ? (
        <Sign look="opportunity" rounded words={say('heatMap.legendOpportunity')} />
      ) : null}
      {has(risk => risk.isForeign) ? <Sign look="foreign" words={say('heatMap.legendForeign')} /> : null}
      {has(risk => risk.status === 'closed') ? <Sign look="closed" words={say('heatMap.legendClosed')} /> : null}
      {appetite.map((line, at) => (
        <li key={line.level}>
          <svg width="20" height="8" aria-hidden="true">
            <path className={`heat-appetite way-${at % 3}`} d="M1 4 h18" />
          </svg>
          {appetiteWords(line)}
        </li>
      ))}
    </ul>
  )
}

export const appetiteWords = ({ level, categories }: AppetiteLine): string =>
  say('heatMap.legendAppetite', {
    level,
    categories: categories
      .map(category => category || say(categories.length > 1 ? 'heatMap.otherCategories' : 'heatMap.allCategories'))
      .join(', '),
  })

const Sign = ({ look, rounded = false, words }: { look: string; rounded?: boolean; words: string }) => (
  <li>
    <svg width="28" height="15" aria-hidden="true" className={`heat-mark ${look}`}>
      <rect x="1" y="1" width="26" height="13" rx={rounded ? 6.5 : 2} />
      <text x="14" y="11" textAnchor="middle">
        R01
      </text>
    </svg>
    {words}
  </li>
)
