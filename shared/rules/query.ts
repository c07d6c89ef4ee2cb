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
