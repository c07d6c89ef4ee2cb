import { type Stage, stage } from '../../shared/model/claim.ts'
import { element, type Html } from './html.ts'

/** How far a term has come: empty to full, in quarters; crossed when it was turned down or taken back. */
const fills: Record<Stage, 0 | 1 | 2 | 3 | 4 | 'crossed'> = {
  rumoured: 0,
  proposed: 1,
  countered: 1,
  'agreed in principle': 2,
  'text agreed': 3,
  signed: 4,
  ratified: 4,
  'in force': 4,
  amended: 4,
  rejected: 'crossed',
  withdrawn: 'crossed',
}

const sectors = { 1: 'M5 5V1A4 4 0 0 1 9 5Z', 2: 'M5 1A4 4 0 0 1 5 9Z', 3: 'M5 5H1A4 4 0 1 0 5 1Z' } as const

/** The stage as a drawn sign: no font of the briefing has these signs, and a borrowed one would not look alike everywhere. */
export function stageGlyph(words: string): Html {
  const known = stage.safeParse(words)
  const fill = known.success ? fills[known.data] : 0
  const body =
    fill === 'crossed'
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
  for (const name of stage.options) groups.set(fills[name], [...(groups.get(fills[name]) ?? []), name])
  return element(
    'span',
    { class: 'legend' },
    ...[...groups.values()].map(names =>
      element('span', { class: 'legend-item' }, stageGlyph(names[0] ?? ''), ' ', names.join(', ')),
    ),
  )
}
