import type { RiskView } from '../../shared/contract/risks.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import type { Criteria } from '../../shared/model/criteria.ts'
import type { Context } from './context.ts'
import { gravestImpact, impactWord, likelihoodRange, shareWords } from './figures.ts'
import { element, type Html, join } from './html.ts'
import { capitalised, say } from './say.ts'

/** Lengths in the drawing's own units; the drawing is 1660 wide, a tenth of a millimetre each on paper. */
const drawing = { width: 1660, axis: 190, head: 96, lane: 46, padding: 14, leastRow: 120 }

type Bands = Criteria['likelihoods']
type Lane = { risk: RiskView; current: Assessment; row: number; y: number }

/**
 * Likelihood from left to right, impact from bottom to top, the level of every cell printed as its letters. Each risk
 * has a lane of its own in the row of its gravest current impact: a bar from its lowest to its highest likelihood,
 * however many cells that spans, a ring where it stood before treatment, a diamond where treatment is to bring it.
 * The table beneath says the same in words. Risks without a current assessment are only in the table.
 */
export function heatMap(context: Context): Html {
  const { criteria } = context.document
  const assessed = context.risks.flatMap(risk => (risk.current === null ? [] : [{ risk, current: risk.current }]))
  return join(
    element(
      'figure',
      { class: 'heat-map' },
      drawn(assessed, criteria),
      element('figcaption', {}, say('briefing.heatMapCaption')),
    ),
    twin(context),
  )
}

function drawn(assessed: readonly { risk: RiskView; current: Assessment }[], criteria: Criteria): Html {
  const rowCount = criteria.impacts.length
  const rows = rowsOf(assessed, rowCount)
  const lanes = rows.flatMap(({ lanes: inRow }) => inRow)
  const bottom = drawing.head + rows.reduce((height, row) => height + row.height, 0)
  const title = say('briefing.heatMapTitle', { count: assessed.length })
  return element(
    'svg',
    { viewBox: `0 0 ${drawing.width} ${bottom + 8}`, role: 'img', 'aria-label': title },
    ...columnHeads(criteria.likelihoods),
    ...rows.flatMap(row => cellsOf(row, criteria)),
    ...lanes.flatMap(lane => laneOf(lane, rows, criteria)),
  )
}

type Row = { impact: number; y: number; height: number; lanes: Lane[] }

/** Rows from the gravest impact down, each as high as its lanes need. */
function rowsOf(assessed: readonly { risk: RiskView; current: Assessment }[], count: number): Row[] {
  let y = drawing.head
  return Array.from({ length: count }, (_, index) => count - 1 - index).map(impact => {
    const here = assessed.filter(({ current }) => Math.min(gravestImpact(current), count - 1) === impact)
    const height = Math.max(drawing.leastRow, here.length * drawing.lane + 2 * drawing.padding + 26)
    const top =
      y + drawing.padding + drawing.lane / 2 + (height - 26 - 2 * drawing.padding - here.length * drawing.lane) / 2
    const row = {
      impact,
      y,
      height,
      lanes: here.map((each, index) => ({ ...each, row: impact, y: top + index * drawing.lane })),
    }
    y += height
    return row
  })
}

const columnWidth = (bands: Bands) => (drawing.width - drawing.axis) / bands.length

/** Where a share in percent stands: every band is as wide as the others, and within a band the scale is even. */
export function likelihoodX(percent: number, bands: Bands): number {
  const width = columnWidth(bands)
  const index = bands.findIndex(({ high }) => percent < high)
  const band = bands[index]
  if (band === undefined) return drawing.width
  const within = Math.max(0, (percent - band.low) / (band.high - band.low))
  return drawing.axis + width * (index + within)
}

function columnHeads(bands: Bands): Html[] {
  const width = columnWidth(bands)
  return bands.flatMap((band, index) => {
    const x = drawing.axis + width * (index + 0.5)
    const lines = inTwoLines(band.word)
    return [
      ...lines.map((words, line) => label(words, x, 24 + line * 26 + (2 - lines.length) * 13, 'axis')),
      label(shareWords(band.low, band.high), x, 82, 'axis quiet'),
    ]
  })
}

function inTwoLines(words: string): string[] {
  if (words.length <= 13) return [words]
  const spaces = [...words.matchAll(/ /g)].map(({ index }) => index)
  const middle = spaces.sort((a, b) => Math.abs(a - words.length / 2) - Math.abs(b - words.length / 2))[0]
  return middle === undefined ? [words] : [words.slice(0, middle), words.slice(middle + 1)]
}

const label = (words: string, x: number, y: number, style: string, anchor: 'start' | 'middle' | 'end' = 'middle') =>
  element('text', { x: tidy(x), y: tidy(y), class: style, 'text-anchor': anchor }, words)

const tidy = (value: number) => Math.round(value * 10) / 10

function cellsOf({ impact, y, height }: Row, criteria: Criteria): Html[] {
  const width = columnWidth(criteria.likelihoods)
  const name = inTwoLines(criteria.impacts[impact]?.word ?? '')
  return [
    ...name.map((words, line) =>
      label(words, drawing.axis - 16, y + height / 2 + 8 + line * 26 - (name.length - 1) * 13, 'axis', 'end'),
    ),
    ...criteria.likelihoods.flatMap((_, index) => {
      const level = criteria.grid[index]?.[impact]
      const x = drawing.axis + width * index
      return [
        element('rect', {
          class: `cell level-${level}`,
          x: tidy(x),
          y: tidy(y),
          width: tidy(width),
          height: tidy(height),
        }),
        label(level ?? '', x + width - 8, y + height - 10, 'level', 'end'),
      ]
    }),
  ]
}

const middleOf = (assessment: Assessment) => (assessment.likelihoodLow + assessment.likelihoodHigh) / 2

function laneOf({ risk, current, y }: Lane, rows: readonly Row[], criteria: Criteria): Html[] {
  const bands = criteria.likelihoods
  const [left, right] = [likelihoodX(current.likelihoodLow, bands), likelihoodX(current.likelihoodHigh, bands)]
  const middle = likelihoodX(middleOf(current), bands)
  const place = (assessment: Assessment) => {
    const impact = gravestImpact(assessment)
    const row = rows.find(each => each.impact === impact)
    const own = impact === gravestImpact(current) || row === undefined
    return { x: likelihoodX(middleOf(assessment), bands), y: own ? y : row.y + row.height - 18 }
  }
  const before = risk.inherent === null ? null : place(risk.inherent)
  const after = risk.target === null ? null : place(risk.target)
  return [
    ...(before === null ? [] : [arrow(before, { x: middle, y }), ring(before)]),
    ...(after === null ? [] : [arrow({ x: middle, y }, after), diamond(after)]),
    element('path', {
      class: 'range',
      d: `M${tidy(left)} ${tidy(y)}H${tidy(right)}M${tidy(left)} ${tidy(y - 8)}V${tidy(y + 8)}M${tidy(right)} ${tidy(y - 8)}V${tidy(y + 8)}`,
    }),
    element('rect', { class: 'plate', x: tidy(middle - 36), y: tidy(y - 15), width: 72, height: 30 }),
    label(risk.ref, middle, y + 8, 'ref'),
  ]
}

type Point = { x: number; y: number }

const ring = ({ x, y }: Point) => element('circle', { class: 'before', cx: tidy(x), cy: tidy(y), r: 8 })
const diamond = ({ x, y }: Point) =>
  element('path', {
    class: 'after',
    d: `M${tidy(x)} ${tidy(y - 10)}L${tidy(x + 10)} ${tidy(y)}L${tidy(x)} ${tidy(y + 10)}L${tidy(x - 10)} ${tidy(y)}Z`,
  })

/** A line with a head drawn on it, short of both of its ends; nothing where the two lie upon each other. */
function arrow(from: Point, to: Point): Html {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length < 60) return join()
  const [ux, uy] = [dx / length, dy / length]
  const end = { x: to.x - ux * 14, y: to.y - uy * 14 }
  const start = { x: from.x + ux * 10, y: from.y + uy * 10 }
  const wing = (side: number) => `${tidy(end.x - ux * 12 - uy * side * 6)} ${tidy(end.y - uy * 12 + ux * side * 6)}`
  return element('path', {
    class: 'arrow',
    d: `M${tidy(start.x)} ${tidy(start.y)}L${tidy(end.x)} ${tidy(end.y)}M${wing(1)}L${tidy(end.x)} ${tidy(end.y)}L${wing(-1)}`,
  })
}

/** The same in words: what a reader without the picture needs. */
function twin(context: Context): Html {
  const heads = ['ref', 'risk', 'inherent', 'current', 'target'] as const
  const words = (assessment: Assessment | null) =>
    assessment === null
      ? element('td', { class: 'silent' }, say('briefing.notScored'))
      : element(
          'td',
          {},
          element('b', {}, assessment.level),
          ` ${capitalised(assessment.likelihoodWord)}, ${likelihoodRange(assessment)}; ${impactWord(assessment).toLowerCase()}`,
        )
  return element(
    'table',
    { class: 'twin' },
    element('caption', {}, say('briefing.heatMapTwin')),
    element(
      'thead',
      {},
      element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, say(`briefing.twin.${head}`)))),
    ),
    element(
      'tbody',
      {},
      ...context.risks.map(risk =>
        element(
          'tr',
          {},
          element('td', { class: 'ref' }, risk.ref),
          element(
            'th',
            { scope: 'row' },
            context.has('register') ? element('a', { href: `#risk-${risk.ref}` }, risk.title) : risk.title,
          ),
          words(risk.inherent),
          words(risk.current),
          words(risk.target),
        ),
      ),
    ),
  )
}
