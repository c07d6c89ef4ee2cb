import type { ConflictView } from '../../../shared/contract/conflicts.ts'
import type { RiskView } from '../../../shared/contract/risks.ts'
import type { BlockKind, BriefingBlock } from '../../../shared/model/briefing-block.ts'
import type { BriefingRow } from './case-matrix.ts'
import type { Context } from './context.ts'

export type BlockOf<Kind extends BlockKind> = Extract<BriefingBlock, { kind: Kind }>

type ByCategory = { categories: readonly string[] }

/** True when a category is among those asked for; where none is named, all are. */
export const isChosen = ({ categories }: ByCategory, category: string): boolean =>
  categories.length === 0 || categories.includes(category)

export const chosenRows = <Row extends Pick<BriefingRow, 'term'>>(block: ByCategory, rows: readonly Row[]): Row[] =>
  rows.filter(({ term }) => isChosen(block, term.category))

/** In the order of the register, most serious first. */
export const chosenRisks = (
  block: ByCategory & { most?: number | null },
  { risks }: Pick<Context, 'risks'>,
): RiskView[] => risks.filter(({ category }) => isChosen(block, category)).slice(0, block.most ?? undefined)

export const chosenConflicts = <Conflict extends Pick<ConflictView, 'state' | 'term'>>(
  block: Pick<BlockOf<'conflicts'>, 'categories' | 'states'>,
  conflicts: readonly Conflict[],
  categoryOf: (term: ConflictView['term']) => string,
): Conflict[] =>
  conflicts.filter(
    ({ state, term }) =>
      (block.states.length === 0 || block.states.includes(state)) && isChosen(block, categoryOf(term)),
  )
