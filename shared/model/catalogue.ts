import type * as z from 'zod'
import { line } from './record.ts'
import { term } from './term.ts'

/** A term that cases of one kind usually ask for, to be taken into a case: without id, ref and place, which the case gives. */
export const catalogueTerm = term
  .omit({ id: true, ref: true, sequence: true, created: true, updated: true })
  .extend({ key: line.regex(/^[a-z0-9-]+$/) })
export type CatalogueTerm = z.infer<typeof catalogueTerm>
