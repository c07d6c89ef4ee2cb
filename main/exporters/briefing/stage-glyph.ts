import { type Stage, stage } from '../../../shared/model/claim.ts'
import { stageProgress } from '../../../shared/rules/stage-progress.ts'
import { element, type Html } from '../html.ts'

const sectors = { 1: 'M5 5V1A4 4 0 0 1 9 5Z', 2: 'M5 1A4 4 0 0 1 5 9Z', 3: 'M5 5H1A4 4 0 1 0 5 1Z' } as const

/** The stage as a drawn sign: no font of the briefing has these signs, and a borrowed one would not look alike everywhere. */
export function stageGlyph(words: string): Html {
  const known = stage.safeParse(words)
  const fill = known.success ? stageProgress[known.data] : 0
  const body =
    fill === 'ended'
      ? [element('path', { class: 'stroke', d: 'M2 2L8 8M8 2L2 8' })]
      : [
          element('circle', { class: fill === 4 ? 'full' : 'stroke', cx: 5, cy: 5, r: 4 }),
          fill === 1 || fill === 2 || fill === 3 ? element('path', { class: 'full', d: sectors[fill] }) : null,
        ]
  return element('svg', { class: 'stage', viewBox: '0 0 10 10', role: 'img', 'aria-label': words }, ...body)
}

/** The legend: each sign once, with every stage it stands for. */
export function stageLegend(): Html {
  const groups = new Map<number | string, Stage[]>()
  for (const name of stage.options) groups.set(stageProgress[name], [...(groups.get(stageProgress[name]) ?? []), name])
  return element(
    'span',
    { class: 'legend' },
    ...[...groups.values()].map(names =>
      element('span', { class: 'legend-item' }, stageGlyph(names[0] ?? ''), ' ', names.join(', ')),
    ),
  )
}
