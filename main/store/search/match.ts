import type { QueryPart } from '../../../shared/rules/query.ts'
import { pairsSought } from './scripts.ts'

type Words = Exclude<QueryPart, { type: 'filter' }>

/** Words that stand one behind the other; of a `prefix` the last may go on. */
export type Sought = { text: string; prefix: boolean }

/**
 * An expression for MATCH, the phrases in it that a hit must have, since ranking asks how rare each is, those that it must
 * not have, and the words of the first.
 */
export type MatchExpression = {
  expression: string
  phrases: readonly string[]
  unwanted: readonly string[]
  sought: readonly Sought[]
}

const soughtOf = (part: Words): Sought[] => {
  const text = part.text
    .normalize('NFC')
    .replaceAll(/["*^\p{Cc}]+/gu, ' ')
    .trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  const prefix = part.type === 'word' && part.prefix
  return [{ text: prefix ? text.replace(/[^\p{L}\p{N}\p{M}]+$/u, '') : text, prefix }]
}

/** A phrase in quotation marks: inside them the tokenizer of the index is the only grammar. */
const quoted = ({ text, prefix }: Sought): string => `"${pairsSought(text, prefix)}"`

/** What a hit must have of a query, and where it stands in its texts; what it must not have is nowhere in them. */
export const soughtIn = (parts: readonly QueryPart[]): Sought[] =>
  parts.filter(part => part.type !== 'filter' && !part.not).flatMap(part => soughtOf(part as Words))

/**
 * The words and phrases of a query as an expression for MATCH; null when nothing is left to look for. Raw text never
 * reaches MATCH, whose grammar would turn a hyphen or the word NOT into an operator or an error
 * (test/main/store/search/search.test.ts).
 */
export const matchExpression = (parts: readonly QueryPart[]): MatchExpression | null => {
  const words = parts.filter(part => part.type !== 'filter')
  const sought = soughtIn(parts)
  const phrases = sought.map(quoted)
  const unwanted = words.filter(({ not }) => not).flatMap(part => soughtOf(part).map(quoted))
  if (phrases.length === 0) return null
  const positive = `(${phrases.join(' AND ')})`
  return {
    expression: unwanted.length === 0 ? positive : `${positive} NOT (${unwanted.join(' OR ')})`,
    phrases,
    unwanted,
    sought,
  }
}
