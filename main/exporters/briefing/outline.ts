import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import type { BlockId } from '../../../shared/model/id.ts'
import { say } from '../../say.ts'
import { capitalised } from '../wording.ts'
import type { Context } from './context.ts'
import { openCoverage } from './gaps.ts'
import { indicatorRows } from './indicators.ts'
import type { Outline, Place } from './place.ts'
import { chosenRisks, chosenRows } from './shown.ts'
import { timelineRows } from './timeline.ts'

/**
 * Sections, tables and figures in the order of the blocks. Known before anything is set, because a reference may stand
 * before what it points at; what has nothing to show takes no number.
 */
export function outlineOf(context: Context): Outline {
  const { blocks, numbered } = context.briefing
  const counts = { table: 0, figure: 0 }
  return new Map(
    blocks.map((block, index): [BlockId, Place] => {
      const kind = captioned(block, context)
      if (kind !== null) counts[kind] += 1
      return [
        block.id,
        {
          anchor: `section-${index + 1}`,
          title: capitalised(block.heading || say(`briefing.block.${block.kind}`)),
          number: numbered ? index + 1 : null,
          caption: kind && { kind, number: counts[kind], anchor: `${kind}-${counts[kind]}` },
        },
      ]
    }),
  )
}

function captioned(block: BriefingBlock, context: Context): 'table' | 'figure' | null {
  const table = (rows: readonly unknown[]) => (rows.length === 0 ? null : 'table')
  switch (block.kind) {
    case 'matrix':
      return context.matrixOf(block).columns.length === 0 ? null : table(chosenRows(block, context.matrix.rows))
    case 'register':
      return table(chosenRisks(block, context))
    case 'timeline':
      return table(timelineRows(block, context))
    case 'indicators':
      return table(indicatorRows(block, context))
    case 'gaps':
      return table(openCoverage(block, context))
    case 'heat map':
      return chosenRisks(block, context).some(({ current, inherent }) => current ?? inherent) ? 'figure' : null
    default:
      return null
  }
}
