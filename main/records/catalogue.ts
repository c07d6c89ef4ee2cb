import * as z from 'zod'
import entries from '../../seeds/catalogue.json'
import { type CatalogueTerm, catalogueTerm } from '../../shared/model/catalogue.ts'
import type { Term } from '../../shared/model/term.ts'
import { sameName } from '../../shared/rules/same-name.ts'

/** The starter catalogue of terms for a minerals or investment agreement, in the order in which a case takes them. */
export const catalogue: readonly CatalogueTerm[] = z.array(catalogueTerm).parse(entries)

/**
 * The term of the case that asks what the entry asks: of the same name in the same category, or with the same question.
 * So a term that was renamed is not offered again.
 */
export const adoptedAs = (entry: CatalogueTerm, terms: readonly Term[]): Term | undefined =>
  terms.find(
    term =>
      (sameName(term.name, entry.name) && sameName(term.category, entry.category)) ||
      sameName(term.question, entry.question),
  )
