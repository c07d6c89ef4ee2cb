import type { AssessmentView, RiskView } from '../../../shared/contract/risks.ts'
import { type AssessmentKind, assessmentKind } from '../../../shared/model/assessment.ts'
import type { Criteria } from '../../../shared/model/criteria.ts'
import { mapRisks } from '../../../shared/rules/register/map.ts'
import { say } from '../../say.ts'
import { gravestImpact, impactWord, likelihoodWords, shareWords } from '../figures.ts'
import { element, type Html, join } from '../html.ts'
import { mapSvg } from '../risk-reports/map-drawing.ts'
import { table } from '../table.ts'
import type { Context } from './context.ts'

/** Beyond so many risks a lane for each would fill pages: then the map of the screen is drawn, refs or numbers in its cells. */
const mostLanes = 60

/** Lengths in the drawing's own units; the drawing is 1660 wide, a tenth of a millimetre each on paper. */
const drawing = { width: 1660, axis: 190, head: 96, lane: 44, visit: 32, padding: 12, letters: 24, leastRow: 104 }

type Bands = Criteria['likelihoods']

/** One mark of a risk: where it stands today, or where it stood or shall stand in another row than today's. */
type Mark = { risk: RiskView; kind: AssessmentKind; assessment: AssessmentView; visiting: boolean }
type Lane = { marks: Mark[]; y: number }
type Row = { impact: number; y: number; height: number; lanes: Lane[] }

/**
 * Likelihood from left to right, impact from bottom to top, the level of every cell printed as its letters. Each risk
 * has a lane of its own in the row of its gravest current impact: a bar from its lowest to its highest likelihood,
 * however many cells that spans, a ring where it stood before treatment, a diamond where treatment is to bring it; a
 * ring or diamond in another row has a lane and the risk's ref there. The table beneath says the same in words. Risks
 * without a current assessment are only in the table.
 */
export function heatMap(context: Context): Html {
  const { criteria } = context.document
  const isCrowded = context.risks.length > mostLanes
  return join(
    element(
      'figure',
      { class: isCrowded ? 'cell-map' : 'heat-map' },
      isCrowded ? mapOfCells(context) : drawn(context.risks, criteria),
      !isCrowded && element('figcaption', {}, say('briefing.heatMapCaption')),
    ),
    twin(context),
  )
}

function mapOfCells({ risks, document: { criteria, earlierCriteria } }: Context): Html {
  const facts = risks.map(risk => ({
    ...risk,
    scores: risk.assessments.map(score => ({ ...score, impact: gravestImpact(score) })),
  }))
  return mapSvg({ criteria, risks: mapRisks(facts, [...earlierCriteria, criteria], criteria, null) })
}

function drawn(risks: readonly RiskView[], criteria: Criteria): Html {
  const rows = rowsOf(risks, criteria.impacts.length)
  const bottom = drawing.head + rows.reduce((height, row) => height + row.height, 0)
  const places = placesOf(rows, criteria.likelihoods)
  return element(
    'svg',
    {
      viewBox: `0 0 ${drawing.width} ${tidy(bottom + 4)}`,
      role: 'img',
      'aria-label': say('briefing.heatMapTitle', { count: risks.filter(({ current }) => current !== null).length }),
    },
    ...columnHeads(criteria.likelihoods),
    ...rows.flatMap(row => cellsOf(row, criteria)),
    ...risks.map(risk => arrows(risk, places)),
    ...rows.flatMap(({ lanes }) => lanes.map(lane => laneOf(lane, criteria.likelihoods))),
  )
}

/** Rows from the gravest impact down, each as high as its lanes need. */
function rowsOf(risks: readonly RiskView[], count: number): Row[] {
  const rowOf = (assessment: AssessmentView) => Math.min(gravestImpact(assessment), count - 1)
  const marks = risks.flatMap(risk => {
    const { current } = risk
    if (current === null) return []
    return assessmentKind.options.flatMap((kind): Mark[] => {
      const assessment = risk[kind]
      return assessment === null ? [] : [{ risk, kind, assessment, visiting: rowOf(assessment) !== rowOf(current) }]
    })
  })
  let y = drawing.head
  return Array.from({ length: count }, (_, index) => count - 1 - index).map(impact => {
    const here = marks.filter(({ assessment }) => rowOf(assessment) === impact)
    const groups = risks.map(risk => here.filter(mark => mark.risk === risk)).filter(group => group.length > 0)
    const heights = groups.map(group => (group.some(({ visiting }) => visiting) ? drawing.visit : drawing.lane))
    const needed = heights.reduce((sum, height) => sum + height, 0)
    const height = Math.max(drawing.leastRow, needed + 2 * drawing.padding + drawing.letters)
    let top = y + (height - drawing.letters - needed) / 2
    const lanes = groups.map((group, index) => {
      const own = heights[index] ?? drawing.lane
      top += own
      return { marks: group, y: top - own / 2 }
    })
    const row = { impact, y, height, lanes }
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

const middleOf = (assessment: AssessmentView) => (assessment.likelihoodLow + assessment.likelihoodHigh) / 2

/** Where each mark stands, by the ref of its risk and its kind. */
type Places = ReadonlyMap<string, Point>

const placesOf = (rows: readonly Row[], bands: Bands): Places =>
  new Map(
    rows.flatMap(({ lanes }) =>
      lanes.flatMap(({ marks, y }) =>
        marks.map(({ risk, kind, assessment }) => [
          `${risk.ref} ${kind}`,
          { x: likelihoodX(middleOf(assessment), bands), y },
        ]),
      ),
    ),
  )

function arrows({ ref }: RiskView, places: Places): Html {
  const [before, now, after] = assessmentKind.options.map(kind => places.get(`${ref} ${kind}`))
  if (now === undefined) return join()
  return join(before && arrow(before, now, 'at end'), after && arrow(now, after, 'at start'))
}

/** The marks of one risk in one row: rings and diamonds first, so that the bar and its ref lie on top. */
function laneOf({ marks, y }: Lane, bands: Bands): Html {
  const pieces = marks.map(({ risk, kind, assessment, visiting }) => {
    const x = likelihoodX(middleOf(assessment), bands)
    if (kind === 'current') return bar(assessment, risk.ref, y, bands)
    const sign = kind === 'inherent' ? ring({ x, y }) : diamond({ x, y })
    return visiting ? join(sign, label(risk.ref, x + 16, y + 7, 'ref visiting', 'start')) : sign
  })
  const current = marks.findIndex(({ kind }) => kind === 'current')
  return join(...pieces.filter((_, index) => index !== current), pieces[current])
}

function bar(assessment: AssessmentView, ref: string, y: number, bands: Bands): Html {
  const [left, right] = [likelihoodX(assessment.likelihoodLow, bands), likelihoodX(assessment.likelihoodHigh, bands)]
  const middle = likelihoodX(middleOf(assessment), bands)
  const end = (x: number) => `M${tidy(x)} ${tidy(y - 8)}V${tidy(y + 8)}`
  return join(
    element('path', { class: 'range', d: `M${tidy(left)} ${tidy(y)}H${tidy(right)}${end(left)}${end(right)}` }),
    element('rect', { class: 'plate', x: tidy(middle - 36), y: tidy(y - 15), width: 72, height: 30 }),
    label(ref, middle, y + 8, 'ref'),
  )
}

type Point = { x: number; y: number }

const ring = ({ x, y }: Point) => element('circle', { class: 'before', cx: tidy(x), cy: tidy(y), r: 8 })
const diamond = ({ x, y }: Point) =>
  element('path', {
    class: 'after',
    d: `M${tidy(x)} ${tidy(y - 10)}L${tidy(x + 10)} ${tidy(y)}L${tidy(x)} ${tidy(y + 10)}L${tidy(x - 10)} ${tidy(y)}Z`,
  })

/** From the sign or the plate of one mark to that of the other, with a head drawn on; nothing where they touch. */
function arrow(from: Point, to: Point, plate: 'at start' | 'at end'): Html {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const sign = 12
  const box = Math.min(38 / Math.abs(ux), 17 / Math.abs(uy))
  const [gap, rest] = plate === 'at start' ? [box, sign] : [sign, box]
  if (!(length > gap + rest + 16)) return join()
  const start = { x: from.x + ux * gap, y: from.y + uy * gap }
  const end = { x: to.x - ux * rest, y: to.y - uy * rest }
  const wing = (side: number) => `${tidy(end.x - ux * 12 - uy * side * 6)} ${tidy(end.y - uy * 12 + ux * side * 6)}`
  const tip = `${tidy(end.x)} ${tidy(end.y)}`
  return element('path', {
    class: 'arrow',
    d: `M${tidy(start.x)} ${tidy(start.y)}L${tip}M${wing(1)}L${tip}L${wing(-1)}`,
  })
}

/** The same in words: what a reader without the picture needs. */
function twin(context: Context): Html {
  const words = (assessment: AssessmentView | null) =>
    assessment === null
      ? element('td', { class: 'silent' }, say('briefing.notScored'))
      : element(
          'td',
          {},
          element('b', {}, assessment.level),
          ' ',
          likelihoodWords(assessment),
          `; ${impactWord(assessment).toLowerCase()}`,
        )
  const row = ({ ref, title, inherent, current, target }: RiskView) =>
    element(
      'tr',
      {},
      element('td', { class: 'ref' }, ref),
      element('th', { scope: 'row' }, context.has('register') ? element('a', { href: `#risk-${ref}` }, title) : title),
      words(inherent),
      words(current),
      words(target),
    )
  const heads = ['ref', 'risk', 'inherent', 'current', 'target'] as const
  return join(
    element('h3', {}, say('briefing.heatMapTwin')),
    table(
      'twin',
      heads.map(head => say(`briefing.twin.${head}`)),
      context.risks.map(row),
    ),
  )
}
