import * as z from 'zod'
import { type RegisterMapping, registerField, valueMeaning } from '../../../contract/register-exchange.ts'
import type { Scales } from '../../../model/criteria.ts'
import { line } from '../../../model/record.ts'
import type { Sheet } from '../../../model/sheet.ts'
import { shownWords } from '../cells.ts'
import { guessRegister, meaningsIn } from './guess-register.ts'
import { foldedHead } from './register-heads.ts'

/** A mapping that was given a name: what heads are taken for and words mean, wherever the columns stand. */
export const savedMapping = z.object({
  heads: z.array(z.object({ head: line, field: registerField.nullable() })).max(1_000),
  values: z.array(valueMeaning).max(5_000),
  dayFirst: z.boolean().nullable(),
  dimension: line,
})
export type SavedMapping = z.infer<typeof savedMapping>

/** What of a mapping is kept; a column that is not read is kept as not read. */
export const savedFrom = ({ rows }: Pick<Sheet, 'rows'>, mapping: RegisterMapping): SavedMapping => {
  const heads = (rows[mapping.head] ?? []).map(cell => foldedHead(shownWords(cell)))
  const named = mapping.columns.map(({ at, field }) => ({ head: heads[at] ?? '', field }))
  const unread = heads.filter((head, at) => head !== '' && !mapping.columns.some(one => one.at === at))
  return {
    heads: [...named, ...unread.map(head => ({ head, field: null }))],
    values: mapping.values,
    dayFirst: mapping.dayFirst,
    dimension: mapping.dimension,
  }
}

/** A kept mapping put on a sheet; heads and words that it does not know are guessed. */
export const savedOn = (sheet: Pick<Sheet, 'rows'>, saved: SavedMapping, scales: Scales): RegisterMapping => {
  const guessed = guessRegister(sheet, scales)
  const heads = (sheet.rows[guessed.head] ?? []).map(cell => foldedHead(shownWords(cell)))
  const known = new Set(saved.heads.map(({ head }) => head))
  const columns = [
    ...saved.heads.flatMap(({ head, field }) => {
      const at = heads.indexOf(head)
      return at < 0 || field === null ? [] : [{ at, field }]
    }),
    ...guessed.columns.filter(({ at }) => !known.has(heads[at] ?? '')),
  ]
  return {
    ...guessed,
    columns,
    values: meaningsIn(sheet, { head: guessed.head, columns }, scales, saved.values),
    dayFirst: saved.dayFirst ?? guessed.dayFirst,
    dimension: scales.dimensions.find(one => one === saved.dimension) ?? guessed.dimension,
  }
}
