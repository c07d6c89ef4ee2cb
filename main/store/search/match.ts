import type { QueryPart } from '../../../shared/rules/query.ts'

type Words = Exclude<QueryPart, { type: 'filter' }>

/** An expression for MATCH, and the phrases in it that a hit must have: ranking asks how rare each is. */
export type MatchExpression = { expression: string; phrases: readonly string[] }

/** A phrase in quotation marks: inside them the tokenizer of the index is the only grammar. */
const quoted = (part: Words): string[] => {
  const bare = part.text.replaceAll(/["*^\p{Cc}]+/gu, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(bare)) return []
  const isPrefix = part.type === 'word' && part.prefix
  return [`"${isPrefix ? `${bare.replace(/[^\p{L}\p{N}\p{M}]+$/u, '')}*` : bare}"`]
}

/**
 * The words and phrases of a query as an expression for MATCH; null when nothing is left to look for. Raw text never
 * reaches MATCH, whose grammar would turn a hyphen or the word NOT into an operator or an error
 * (test/main/store/search/search.test.ts).
 */
export const matchExpression = (parts: readonly QueryPart[]): MatchExpression | null => {
  const words = parts.filter(part => part.type !== 'filter')
  const phrases = words.filter(({ not }) => !not).flatMap(quoted)
  const unwanted = words.filter(({ not }) => not).flatMap(quoted)
  if (phrases.length === 0) return null
  const positive = `(${phrases.join(' AND ')})`
  return { expression: unwanted.length === 0 ? positive : `${positive} NOT (${unwanted.join(' OR ')})`, phrases }
}
