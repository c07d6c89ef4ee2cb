import type { Briefing } from '../../../shared/model/briefing.ts'
import { element, type Html } from '../html.ts'
import type { Context } from './context.ts'

/** Once one part carries a marking of its own, every part says which it carries. */
const isPortionMarked = ({ blocks }: Pick<Briefing, 'blocks'>): boolean =>
  blocks.some(
    block =>
      block.marking !== '' ||
      (block.kind === 'key judgements' && block.judgements.some(({ marking }) => marking !== '')),
  )

/** The marking of a part before its words, "(TLP:GREEN)"; its own, else that of the whole it stands in. */
export const portionMark = (marking: string, { briefing }: Pick<Context, 'briefing'>): Html | null =>
  isPortionMarked(briefing) ? element('span', { class: 'portion' }, `(${marking || briefing.marking}) `) : null
