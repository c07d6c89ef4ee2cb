/** What narrows a search: `source:`, `tag:`, `term:`, `risk:`, and `kind:` for the kind of record. */
export const queryFields = ['source', 'tag', 'term', 'risk', 'kind'] as const
export type QueryField = (typeof queryFields)[number]

export type QueryPart =
  | { type: 'word'; text: string; prefix: boolean; not: boolean }
  | { type: 'phrase'; text: string; not: boolean }
  | { type: 'filter'; field: QueryField; text: string; not: boolean }

const isField = (word: string): word is QueryField => (queryFields as readonly string[]).includes(word)

/** A part: an optional minus, an optional `field:`, then a quoted stretch (its end may be missing) or a run without space. */
const pattern = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))/giu

/**
 * Reads what was typed into the search box: words, `"a phrase"`, `-not`, `prefix*` and filters. Never fails: what is
 * half typed is read as far as it goes, an unknown field is a word, a lone sign is nothing.
 */
export const parseQuery = (typed: string): QueryPart[] => {
  const parts: QueryPart[] = []
  for (const [whole, minus, name = '', quoted, bare = ''] of typed.matchAll(pattern)) {
    const not = minus === '-'
    const field = name.toLowerCase()
    const text = (quoted ?? bare).trim().replace(/\s+/g, ' ')
    if (isField(field)) {
      if (text !== '') parts.push({ type: 'filter', field, text, not })
    } else if (quoted !== undefined) {
      if (name !== '') parts.push({ type: 'word', text: name, prefix: false, not })
      if (text !== '') parts.push({ type: 'phrase', text, not })
    } else {
      const word = not ? whole.slice(1) : whole
      const stem = word.replace(/\*+$/, '')
      if (/[\p{L}\p{N}]/u.test(stem)) parts.push({ type: 'word', text: stem, prefix: stem !== word, not })
    }
  }
  return parts
}

/**
 * The same words while the last of them is being typed: it may go on. A space behind it, a quotation mark or an exclusion
 * says that it is whole, and one letter is too little to say anything.
 */
export const whileTyping = (typed: string): string =>
  typed.split('"').length % 2 === 1 && /(?:^|\s)(?![^\s:]*:)[^\s"*-][^\s"*]*[\p{L}\p{N}]$/u.test(typed)
    ? `${typed}*`
    : typed

/** How a document is searched: words without quotation marks as one phrase, or each by itself where they do not follow another. */
export const asPhrase = (parts: readonly QueryPart[]): QueryPart[] | null => {
  const words = parts.filter(part => part.type !== 'filter' && !part.not)
  if (
    words.length < 2 ||
    words.some((part, at) => part.type === 'phrase' || (part.type === 'word' && part.prefix && at < words.length - 1))
  )
    return null
  const last = words.at(-1)
  return [
    {
      type: 'word',
      text: words.map(({ text }) => text).join(' '),
      prefix: last?.type === 'word' && last.prefix,
      not: false,
    },
  ]
}
