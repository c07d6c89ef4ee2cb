/** How many words a stretch of text has. */
export const countWords = (words: string): number => words.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0

/** True for the end of a sentence, closing quotation marks and brackets allowed. */
export const endsSentence = (words: string): boolean => /[.!?…:;,]["'”’»)\]]*$/u.test(words)

/** Running text, as against a heading, a label or a name. */
export const isProse = (words: string): boolean => words.length > 200 || (endsSentence(words) && countWords(words) >= 8)

/** A line that could stand above a section: short, begun with a capital, a number or a quotation mark, and not ended like a sentence. */
export const couldBeHeading = (words: string): boolean =>
  words.length <= 140 &&
  countWords(words) >= 1 &&
  countWords(words) <= 18 &&
  /^["'“‘«(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words) &&
  (!/[.,;:…]["'”’»)\]]*$/u.test(words) || /(?:\p{Lu}\.){2}$/u.test(words))

/** Words reduced to what makes two titles the same. */
export const sameWords = (left: string, right: string): boolean => bare(left) === bare(right)

/** True when the name a page gives itself is these words with the name of the site before or behind: "Fund Is Made | The Daily". */
export const saysTitle = (named: string, words: string): boolean => {
  const [whole, part] = [bare(named), bare(words)]
  return countWords(words) >= 3 && (whole.startsWith(`${part} `) || whole.endsWith(` ${part}`))
}

const bare = (words: string) =>
  words
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''
