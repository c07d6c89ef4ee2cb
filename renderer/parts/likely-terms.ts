import type { Term } from '../../shared/model/term.ts'
import { type SelectionReading, valueFor } from '../../shared/rules/selection.ts'
import { typeRead } from './value-entry.ts'

/** Whether the words answer what the term asks: a figure of its type, or an answer of its list by name. */
const answers = (term: Term, reading: SelectionReading): boolean =>
  term.valueType === typeRead(reading) ||
  ((term.valueType === 'one-of' || term.valueType === 'many-of') && valueFor(reading, term).value !== null)

/**
 * Terms in the order in which they are likely meant: those picked lately that the words answer, others that they
 * answer, those picked lately, and the rest in the order of the matrix. The first nine have digits.
 */
export const likelyTerms = (
  terms: readonly Term[],
  recent: readonly Term[],
  reading: SelectionReading | null,
): Term[] => {
  const fits = (term: Term) => reading !== null && answers(term, reading)
  return [...new Set([...recent.filter(fits), ...terms.filter(fits), ...recent, ...terms])].slice(0, 9)
}
