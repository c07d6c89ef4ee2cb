import type { RiskMap } from '../../../shared/contract/risks.ts'
import { appetiteLines, cellsOf, type MapCell } from '../../../shared/rules/register/drawing/cells.ts'
import { mapPicture } from '../../../shared/rules/register/drawing/picture.ts'
import { pictureFont, roughWidth, type Shape } from '../../../shared/rules/register/drawing/shapes.ts'
import { say } from '../../say.ts'
import { element, type Html } from '../html.ts'
import { listWords } from '../wording.ts'

const cellName = ({ place, level, risks }: MapCell, { likelihoods, impacts }: RiskMap['criteria']): string =>
  say('heatMap.cellName', {
    likelihood: likelihoods[place.likelihood]?.word ?? '',
    impact: impacts[place.impact]?.word ?? '',
    level,
    count: risks.length,
    refs: risks
      .slice(0, 40)
      .map(({ ref }) => ref)
      .join(', '),
  }).trim()

/** What the page says already is not drawn once more: the title, the subtitle, the marking and the room they take. */
const top = 74
const bottom = 26
/** 680 across 166 mm: letters of 11 become 7.6 points. */
const paper = { width: 680, grid: 260 }

const drawn = (shape: Shape): Html | null => {
  if (shape.kind === 'path') {
    const { d, fill = 'none', stroke, width, dash } = shape
    return element('path', { d, fill, stroke, 'stroke-width': width, 'stroke-dasharray': dash })
  }
  const { x, y, words, size, fill, weight, anchor, longest, spacing } = shape
  if (words === '') return null
  const isLong = longest !== undefined && roughWidth(words, size) > longest
  return element(
    'text',
    {
      x,
      y,
      'font-size': size,
      fill,
      'font-weight': weight,
      'text-anchor': anchor,
      'letter-spacing': spacing,
      textLength: isLong ? longest : undefined,
      lengthAdjust: isLong ? 'spacingAndGlyphs' : undefined,
    },
    words,
  )
}

/**
 * The drawing of the screen, for a page: levels by colour, letters and hatching at once. `grid` is its height in the
 * units of the drawing, which is 680 wide.
 */
export function mapSvg(
  map: RiskMap,
  { arrows, grid }: { arrows: 'every' | null; grid: number } = { arrows: null, grid: paper.grid },
): Html {
  const { width, height, description, shapes } = mapPicture({
    map,
    appetite: appetiteLines(map.criteria, null),
    arrows,
    page: { ...paper, grid },
    words: {
      title: '',
      subtitle: '',
      marking: '',
      impactAxis: say('heatMap.impactAxis'),
      legend: {
        inherent: say('heatMap.legendInherent'),
        target: say('heatMap.legendTarget'),
        range: say('heatMap.legendRange'),
        opportunity: say('heatMap.legendOpportunity'),
        foreign: say('heatMap.legendForeign'),
        closed: say('heatMap.legendClosed'),
      },
      appetite: ({ level, categories }) =>
        say('heatMap.legendAppetite', {
          level,
          categories: listWords(categories.map(one => one || say('heatMap.otherCategories'))),
        }),
      cell: cell => cellName(cell, map.criteria),
      range: ({ low, high }) => say('heatMap.range', { low, high }),
      more: count => say('heatMap.more', { count }),
    },
  })
  return element(
    'svg',
    {
      viewBox: `0 ${top} ${width} ${height - top - bottom}`,
      role: 'img',
      'aria-label': `${say('riskReports.mapTitle', { count: map.risks.length })}. ${description}`,
      'font-family': pictureFont,
    },
    ...shapes.map(drawn),
  )
}

export type MapRow = { word: string; cells: { level: MapCell['level']; words: string }[] }

/** Refs named in a cell of a table. */
const mostRefs = 12

/** The same as a table, where nothing can be drawn: rows from the greatest likelihood down. */
export const mapRows = (map: RiskMap): MapRow[] =>
  cellsOf(map.criteria, map.risks)
    .map((row, likelihood) => ({
      word: map.criteria.likelihoods[likelihood]?.word ?? '',
      cells: row.map(({ level, risks }) => {
        const refs = risks.slice(0, mostRefs).map(({ ref }) => ref)
        const more = risks.length - refs.length
        return { level, words: [...refs, ...(more > 0 ? [say('heatMap.more', { count: more })] : [])].join(' ') }
      }),
    }))
    .toReversed()
