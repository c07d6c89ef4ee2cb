import type { InputOf } from '../../shared/contract.ts'

/** A term before the case has given it an id, a ref and its place in the matrix. */
export type TermDraft = InputOf<'terms.create'>

/** A term of which only the name is known. */
export const newTerm = (name: string): TermDraft => ({
  category: '',
  name,
  question: '',
  valueType: 'text',
  units: [],
  bases: [],
  options: [],
  tolerance: 0,
  importance: 'medium',
})
