import type { TextRange } from '../model/text-version.ts'

const segmenters = new Map<string, Intl.Segmenter>()

/** A segmenter for a language tag; one that is no language is read as English. */
export const segmenterFor = (language: string, granularity: 'sentence' | 'word' | 'grapheme'): Intl.Segmenter => {
  const key = `${language} ${granularity}`
  const known = segmenters.get(key)
  if (known) return known
  const made = new Intl.Segmenter(Intl.getCanonicalLocales(/^[a-z]{2,3}(-|$)/i.test(language) ? language : 'en'), {
    granularity,
  })
  segmenters.set(key, made)
  return made
}

/** An abbreviation or an initial before the stop, after which a sentence goes on. */
const goesOn =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|St|No|vs|approx|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u

/** A stretch without the white space at its ends. */
export const trimmed = (text: string, { start, end }: TextRange): TextRange => {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return { start: from, end: Math.max(from, end - (words.length - words.trimEnd().length)) }
}

/** The sentences of a stretch, without the white space around them, kept together at common abbreviations. */
export const sentencesOf = ({ text, language }: { text: string; language: string }, within: TextRange): TextRange[] => {
  const found: TextRange[] = []
  let start = within.start
  for (const { index, segment } of segmenterFor(language, 'sentence').segment(text.slice(within.start, within.end))) {
    const end = within.start + index + segment.length
    if (end < within.end && goesOn.test(text.slice(start, end))) continue
    const sentence = trimmed(text, { start, end })
    if (sentence.end > sentence.start) found.push(sentence)
    start = end
  }
  return found
}
