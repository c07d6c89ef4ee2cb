const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "A, B and C". */
export const listWords = (words: readonly string[]): string => conjunction.format(words)

/** The first letter as a capital, for words that open a sentence or a cell. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
