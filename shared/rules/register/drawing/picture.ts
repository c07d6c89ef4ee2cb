import type { RiskMap } from '../../../contract/risks.ts'
import { levelRank } from '../../scoring.ts'
import { type AppetiteLine, appetiteEdges, cellsOf, flowsOf, type MapCell, mostMarks, samePlace } from './cells.ts'
import { hatchPath } from './hatch.ts'
import {
  type Arrow,
  arrowFrom,
  arrowHead,
  arrowTo,
  type Box,
  fitted,
  longestRef,
  type MapLayout,
  mapLayout,
  refLine,
  shortRef,
  tidy,
} from './layout.ts'
import { boxPath, circlePath, ink, levelFill, onLevel, type Picture, roughWidth, type Shape } from './shapes.ts'

/** Every word on the picture: rules do not know the catalogue's plurals. */
export type PictureWords = {
  title: string
  /** What is shown, of which day, under which scales. */
  subtitle: string
  marking: string
  impactAxis: string
  legend: Record<'inherent' | 'target' | 'range' | 'opportunity' | 'foreign' | 'closed', string>
  appetite: (line: AppetiteLine) => string
  cell: (cell: MapCell) => string
  range: (band: { low: number; high: number }) => string
  more: (count: number) => string
}

export type PictureOf = {
  map: RiskMap
  appetite: readonly AppetiteLine[]
  /** Whose arrows are drawn: of every risk, or of one by its id. */
  arrows: 'every' | string | null
  words: PictureWords
  /** Pixels across, and the height of the grid; on a narrower page the words are larger beside it. */
  page?: { width: number; grid: number }
}

const wholePage = { width: 1120, grid: 560 }
const edge = 28
const head = 78

type Line = Extract<Shape, { kind: 'path' }>
const stroke = (d: string, more: Partial<Line> = {}): Line => ({
  kind: 'path',
  d,
  stroke: ink.ink,
  width: 1.5,
  ...more,
})

const text = (words: string, x: number, y: number, more: Partial<Extract<Shape, { kind: 'text' }>> = {}): Shape => ({
  kind: 'text',
  x: tidy(x),
  y: tidy(y),
  words,
  size: 11,
  fill: ink.ink,
  ...more,
})

/**
 * The map as a page of its own: title, day, marking, levels by colour, letter and hatching at once, so that it can be read
 * in print, in greyscale and by whoever sees no colours. Numbers instead of refs where there are many risks.
 */
export const mapPicture = ({ map, appetite, arrows, words, page = wholePage }: PictureOf): Picture => {
  const { criteria, risks } = map
  const { width } = page
  const inner = mapLayout(
    { width: width - 2 * edge, height: page.grid },
    criteria.likelihoods.length,
    criteria.impacts.length,
    longestRef(risks),
  )
  const layout = moved(inner, edge, head)
  const cells = cellsOf(criteria, risks)
  const legend = legendOf({ map, appetite, arrows, words, page }, head + inner.height + 22)
  const height = Math.ceil(legend.bottom + 34)
  return {
    width,
    height,
    title: words.title,
    description: [
      ...(words.subtitle === '' ? [] : [words.subtitle]),
      ...cells
        .toReversed()
        .flat()
        .filter(cell => cell.risks.length > 0)
        .map(words.cell),
    ].join('. '),
    shapes: [
      { kind: 'path', d: boxPath({ x: 0, y: 0, width, height }), fill: ink.paper },
      text(words.title, edge, 40, { size: 20, weight: 600 }),
      text(words.subtitle, edge, 61, { size: 12, fill: ink.muted, longest: width - 2 * edge }),
      ...[24, height - 14].map(y =>
        text(words.marking, width - edge, y, { size: 11, weight: 600, anchor: 'end', spacing: 1.5 }),
      ),
      ...axes(map, words, layout),
      ...cells.flat().flatMap(cell => cellShapes(cell, layout)),
      ...appetite.map(({ level }, at) => stroke(appetitePath(map, level, layout), appetiteLook(at))),
      ...marks({ map, appetite, arrows, words }, cells, layout),
      ...legend.shapes,
    ],
  }
}

const moved = (layout: MapLayout, dx: number, dy: number): MapLayout => ({
  ...layout,
  x: impact => layout.x(impact) + dx,
  y: likelihood => layout.y(likelihood) + dy,
  yOf: (percent, bands) => layout.yOf(percent, bands) + dy,
  slot: (place, index) => {
    const at = layout.slot(place, index)
    return { x: at.x + dx, y: at.y + dy }
  },
  corner: place => {
    const at = layout.corner(place)
    return { x: at.x + dx, y: at.y + dy }
  },
  box: place => {
    const box = layout.box(place)
    return { ...box, x: box.x + dx, y: box.y + dy }
  },
  axis: { x: layout.axis.x + dx, wordsY: layout.axis.wordsY + dy },
})

const axes = ({ criteria }: RiskMap, words: PictureWords, layout: MapLayout): Shape[] => [
  ...criteria.likelihoods.flatMap((band, likelihood): Shape[] => {
    const middle = layout.y(likelihood) + layout.cell.height / 2
    const end = { anchor: 'end', longest: layout.axis.x - edge } as const
    return [
      text(band.word, layout.axis.x, middle - 2, end),
      text(words.range(band), layout.axis.x, middle + 12, { ...end, size: 10, fill: ink.faint }),
    ]
  }),
  ...criteria.impacts.map(({ word }, impact) =>
    text(word, layout.x(impact) + layout.cell.width / 2, layout.axis.wordsY, {
      anchor: 'middle',
      longest: layout.cell.width - 6,
    }),
  ),
  text(words.impactAxis, layout.axis.x, layout.axis.wordsY, { anchor: 'end', size: 10, fill: ink.faint }),
]

/** Under a letter or a number the hatching is covered, so that it is read at once. */
const plate = (box: Box, fill: string): Shape => ({ kind: 'path', d: boxPath(box, 2), fill })

const cellShapes = ({ place, level, risks }: MapCell, layout: MapLayout): Shape[] => {
  const box = layout.box(place)
  const fill = levelFill[level]
  const on = onLevel(level)
  const right = box.x + box.width - 4
  const letters = roughWidth(level, 11) + 6
  return [
    { kind: 'path', d: boxPath(box), fill },
    stroke(hatchPath(box, level), { stroke: on, width: 0.5 }),
    stroke(boxPath(box), { stroke: ink.paper, width: 1.5 }),
    plate({ x: right - letters + 3, y: box.y + 2, width: letters, height: 14 }, fill),
    text(level, right, box.y + 13, { weight: 600, anchor: 'end', fill: on }),
    ...(risks.length > 1
      ? [
          plate({ x: right - 15, y: box.y + 17, width: 18, height: 12 }, fill),
          text(String(risks.length), right, box.y + 26, { size: 9, anchor: 'end', fill: on }),
        ]
      : []),
  ]
}

const appetitePath = ({ criteria }: RiskMap, level: AppetiteLine['level'], layout: MapLayout): string =>
  appetiteEdges(criteria, level)
    .map(({ likelihood, impact, side }) =>
      side === 'top'
        ? `M${layout.x(impact)} ${layout.y(likelihood)}h${layout.cell.width}`
        : `M${layout.x(impact + 1)} ${layout.y(likelihood)}v${layout.cell.height}`,
    )
    .join('')

/** Limits differ by their dashes. */
const appetiteLook = (at: number): Partial<Line> => ({
  width: 3,
  dash: ['8 4', '2 4', '12 3 2 3'][at % 3] ?? '8 4',
})

const marks = ({ map, arrows, words }: PictureOf, cells: MapCell[][], layout: MapLayout): Shape[] => {
  if (map.risks.length > mostMarks) return numbers(map, arrows, cells, layout)
  const placed = cells
    .flat()
    .map(({ place, level, risks }) => ({ place, level, ...fitted(risks, layout.capacity, arrows) }))
  const chips = placed.flatMap(({ place, shown }) =>
    shown.map((risk, at) => ({ risk, box: { ...layout.slot(place, at), ...layout.chip } })),
  )
  const spans = chips
    .filter(({ risk }) => risk.spans.lowest !== risk.spans.highest)
    .map(({ risk, box }) => {
      const x = box.x + box.width / 2
      const [top, bottom] = [risk.likelihoodHigh, risk.likelihoodLow].map(one =>
        tidy(layout.yOf(one, map.criteria.likelihoods)),
      )
      return stroke(`M${x} ${top}V${bottom}M${x - 3} ${top}h6M${x - 3} ${bottom}h6`)
    })
  const lines = chips
    .filter(({ risk }) => arrows === 'every' || risk.id === arrows)
    .flatMap(({ risk, box }) => [
      ...(risk.inherent && !samePlace(risk.inherent, risk.place)
        ? arrowShapes(arrowFrom(layout.corner(risk.inherent), box), false)
        : []),
      ...(risk.target && !samePlace(risk.target, risk.place)
        ? arrowShapes(arrowTo(box, layout.corner(risk.target)), true)
        : []),
    ])
  const refs = chips.flatMap(({ risk, box }) => chipShapes(risk, box))
  const others = placed.flatMap(({ place, level, shown, more }) => {
    const at = layout.slot(place, shown.length)
    return more === 0
      ? []
      : [text(words.more(more), at.x + 3, at.y + refLine, { size: 10, weight: 600, fill: onLevel(level) })]
  })
  return [...spans, ...lines, ...refs, ...others]
}

const chipShapes = (
  risk: Pick<RiskMap['risks'][number], 'ref' | 'kind' | 'isForeign' | 'status'>,
  box: Box,
): Shape[] => {
  const isOpportunity = risk.kind === 'opportunity'
  const isClosed = risk.status === 'closed'
  const line = isClosed ? ink.faint : ink.ink
  return [
    {
      kind: 'path',
      d: boxPath(box, isOpportunity ? box.height / 2 : 2),
      fill: isOpportunity ? line : ink.paper,
      stroke: line,
      width: 1,
      ...(risk.isForeign ? { dash: '3 2' } : {}),
    },
    text(shortRef(risk.ref), box.x + box.width / 2, box.y + refLine, {
      size: 10,
      weight: isClosed ? 400 : 600,
      anchor: 'middle',
      fill: isOpportunity ? ink.paper : line,
    }),
    ...(isClosed
      ? [
          stroke(`M${box.x + 3} ${box.y + 6.5}h${box.width - 6}`, {
            stroke: isOpportunity ? ink.paper : line,
            width: 0.8,
          }),
        ]
      : []),
  ]
}

const arrowShapes = (arrow: Arrow, isTarget: boolean): Shape[] => {
  const { from, to, ring } = arrow
  const line = `M${tidy(from.x)} ${tidy(from.y)}L${tidy(to.x)} ${tidy(to.y)}`
  return [
    stroke(line, { stroke: ink.paper, width: 4 }),
    stroke(line, isTarget ? { dash: '4 3' } : {}),
    stroke(arrowHead(arrow)),
    stroke(circlePath(ring.x, ring.y, 4.5), { fill: ink.paper }),
  ]
}

const numbers = ({ risks }: RiskMap, arrows: PictureOf['arrows'], cells: MapCell[][], layout: MapLayout): Shape[] => {
  const middle = ({ likelihood, impact }: MapCell['place']) => ({
    x: layout.x(impact) + layout.cell.width / 2,
    y: layout.y(likelihood) + layout.cell.height / 2,
  })
  const flows = arrows !== 'every' ? [] : [...flowsOf(risks, 'inherent').slice(0, 40)]
  return [
    ...flows.flatMap(({ from, to, count }) => {
      const arrow = { from: middle(from), to: middle(to) }
      const look = { width: Math.min(5, 0.75 + Math.log2(count) / 2) }
      return [
        stroke(`M${arrow.from.x} ${arrow.from.y}L${arrow.to.x} ${arrow.to.y}`, look),
        stroke(arrowHead(arrow, 9), look),
      ]
    }),
    ...cells.flat().flatMap(({ place, level, risks: here }): Shape[] => {
      if (here.length === 0) return []
      const at = middle(place)
      const wide = roughWidth(String(here.length), 20) + 10
      return [
        plate({ x: at.x - wide / 2, y: at.y - 14, width: wide, height: 26 }, levelFill[level]),
        text(String(here.length), at.x, at.y + 6, { size: 18, weight: 600, anchor: 'middle', fill: onLevel(level) }),
      ]
    }),
  ]
}

/** Signs with their words, in lines from the left. */
const legendOf = (
  { map, appetite, arrows, words, page = wholePage }: PictureOf,
  top: number,
): { shapes: Shape[]; bottom: number } => {
  const isCounted = map.risks.length > mostMarks
  const some = (one: (risk: RiskMap['risks'][number]) => boolean) => !isCounted && map.risks.some(one)
  const chip = (more: Partial<Parameters<typeof chipShapes>[0]>): Sign => ({
    wide: 24,
    draw: (x, y) =>
      chipShapes(
        { ref: '', kind: 'threat', isForeign: false, status: 'open', ...more },
        { x, y: y - 6.5, width: 24, height: 13 },
      ),
  })
  const arrow = (isTarget: boolean): Sign => ({
    wide: 36,
    draw: (x, y) =>
      isTarget
        ? arrowShapes({ from: { x, y }, to: { x: x + 22, y }, ring: { x: x + 29, y } }, true)
        : arrowShapes({ from: { x: x + 10, y }, to: { x: x + 34, y }, ring: { x: x + 5, y } }, false),
  })
  const entries: (Sign & { words: string })[] = [
    ...(arrows !== null && map.risks.some(risk => risk.inherent !== null)
      ? [{ ...arrow(false), words: words.legend.inherent }]
      : []),
    ...(arrows !== null && !isCounted && map.risks.some(risk => risk.target !== null)
      ? [{ ...arrow(true), words: words.legend.target }]
      : []),
    ...(some(risk => risk.spans.lowest !== risk.spans.highest)
      ? [
          {
            wide: 8,
            draw: (x: number, y: number) => [stroke(`M${x + 4} ${y - 6}v12m-3 0h6m-6 -12h6`)],
            words: words.legend.range,
          },
        ]
      : []),
    ...(some(risk => risk.kind === 'opportunity')
      ? [{ ...chip({ kind: 'opportunity' }), words: words.legend.opportunity }]
      : []),
    ...(some(risk => risk.isForeign) ? [{ ...chip({ isForeign: true }), words: words.legend.foreign }] : []),
    ...(some(risk => risk.status === 'closed') ? [{ ...chip({ status: 'closed' }), words: words.legend.closed }] : []),
    ...[...appetite]
      .sort((left, right) => levelRank(left.level) - levelRank(right.level))
      .map((line, at) => ({
        wide: 26,
        draw: (x: number, y: number) => [stroke(`M${x} ${y}h26`, appetiteLook(at))],
        words: words.appetite(line),
      })),
  ]
  const shapes: Shape[] = []
  let [x, y] = [edge, top]
  for (const { wide, draw, words: said } of entries) {
    const needed = wide + 6 + roughWidth(said, 11)
    if (x > edge && x + needed > page.width - edge) [x, y] = [edge, y + 22]
    shapes.push(...draw(x, y), text(said, x + wide + 6, y + 4, { fill: ink.muted }))
    x += needed + 20
  }
  return { shapes, bottom: y }
}

type Sign = { wide: number; draw: (x: number, y: number) => Shape[] }
