/**
 * What an analyst types into the search field, and the safe expression made of it. Raw text never reaches MATCH, whose
 * grammar would turn a hyphen or the word NOT into an operator or an error.
 */
export type Word = { text: string; prefix: boolean }
export type Words = {
  wanted: Word[]
  unwanted: Word[]
  /** `name:value` and `name:"some value"`, by name in lower case. */
  filters: { name: string; value: string }[]
}

const token = /(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|(\S+))/gu

/** Reads words, `"a phrase"`, `-not`, `prefix*`, and `name:value` for the names given. */
export const parseWords = (query: string, filterNames: readonly string[] = []): Words => {
  const words: Words = { wanted: [], unwanted: [], filters: [] }
  for (const [whole, minus, name, phrase, plain] of query.matchAll(token)) {
    const value = phrase ?? plain ?? ''
    const filter = name?.toLowerCase()
    if (filter && filterNames.includes(filter)) {
      words.filters.push({ name: filter, value })
      continue
    }
    // `https://…` or `9:30` is no filter: the whole of it is what is looked for.
    const text = phrase !== undefined && !name ? phrase : minus ? whole.slice(1) : whole
    const word = { text, prefix: phrase === undefined && text.endsWith('*') }
    ;(minus ? words.unwanted : words.wanted).push(word)
  }
  return words
}

/** A phrase in quotation marks: inside them the tokenizer of the index is the only grammar. */
const quoted = ({ text, prefix }: Word): string | null => {
  const bare = text.replaceAll(/["*^\p{Cc}]+/gu, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(bare)) return null
  return `"${prefix ? `${bare.replace(/[^\p{L}\p{N}\p{M}]+$/u, '')}*` : bare}"`
}

const isString = (value: string | null): value is string => value !== null

/** The expression for MATCH, or null when nothing is left to look for. */
export const matchExpression = ({ wanted, unwanted }: Pick<Words, 'wanted' | 'unwanted'>): string | null => {
  const all = wanted.map(quoted).filter(isString)
  const none = unwanted.map(quoted).filter(isString)
  if (all.length === 0) return null
  const positive = `(${all.join(' AND ')})`
  return none.length === 0 ? positive : `${positive} NOT (${none.join(' OR ')})`
}
