import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { type Child, element, type Html, join } from '../html.ts'
import { listWords } from '../wording.ts'
import type { Context } from './context.ts'
import { captionName } from './place.ts'
import { portionMark } from './portion.ts'

export type Captioned = Extract<BriefingBlock, { caption: string }>

/** Categories as the end of a sentence: "", ": Revenue and Security". */
const scopeWords = ({ categories }: Pick<Captioned, 'categories'>): string =>
  categories.length === 0 ? '' : `: ${listWords(categories)}`

/** A caption for a block whose author wrote none: what is shown, of which categories and days. */
function draftedCaption(block: Captioned): string {
  const scope = scopeWords(block)
  switch (block.kind) {
    case 'matrix': {
      const date = block.asOf === null ? '' : `, ${say('briefing.asOf', { date: partialDateWords(block.asOf) })}`
      return say('briefing.caption.matrix', { axis: block.axis, scope, date })
    }
    case 'register':
      return say('briefing.caption.register', { scope, most: block.most ?? 0 })
    case 'timeline':
      return say('briefing.caption.timeline', { scope, span: spanWords(block) })
    case 'heat map':
      return say('briefing.caption.heatMap', { scope })
    case 'indicators':
      return say('briefing.caption.indicators', { scope })
    case 'gaps':
      return say('briefing.caption.gaps', { scope })
  }
}

function spanWords({ from, to }: Extract<Captioned, { kind: 'timeline' }>): string {
  if (from === null && to === null) return ''
  const [first, last] = [from, to].map(date => (date === null ? '' : partialDateWords(date)))
  return say('briefing.caption.span', {
    ends: from === null ? 'to' : to === null ? 'from' : 'both',
    first,
    last,
  })
}

/**
 * Number, portion mark and words of what a block shows. `part` follows the number, `more` the words. Where a block shows
 * several tables, only the first is what links lead to.
 */
export function captionParts(
  block: Captioned,
  context: Context,
  { part = '', more = null, isFirst = true }: { part?: string; more?: Child; isFirst?: boolean } = {},
): Html {
  const caption = context.outline.get(block.id)?.caption ?? null
  return join(
    caption && [
      element(
        'span',
        { class: 'caption-name', id: isFirst ? caption.anchor : undefined },
        `${captionName(caption)}${part === '' ? '' : `, ${part}`}.`,
      ),
      ' ',
    ],
    portionMark(block.marking, context),
    block.caption || draftedCaption(block),
    more,
  )
}

export const tableCaption = (...of: Parameters<typeof captionParts>): Html =>
  element('caption', {}, captionParts(...of))

/** Where there is nothing to show, a sentence that says of what. */
export const nothingShown = (kind: Captioned['kind'], { categories }: { categories: readonly string[] }): Html =>
  element('p', {}, say(`briefing.none.${kind}`, { count: categories.length, names: listWords(categories) }))
