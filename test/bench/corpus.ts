// Made-up articles whose words are as unevenly common as those of real ones, the same at every run.

/** Uniform numbers in [0, 1): mulberry32. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const onsets = ['', 'b', 'br', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'tr', 'v', 'w']
const rhymes = ['a', 'an', 'e', 'en', 'er', 'i', 'in', 'o', 'on', 'or', 'u', 'us', 'é', 'ow']

const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item

/** Words in the order of how common they are; the most common are the shortest, as in any language. */
const vocabulary = (count: number): string[] => {
  const random = randomFrom(7)
  const words = new Set<string>()
  while (words.size < count) {
    const syllables = 1 + Math.min(3, Math.floor(Math.log10(words.size + 1) * (0.6 + 0.8 * random())))
    let word = ''
    for (let syllable = 0; syllable < syllables; syllable++) word += pick(random, onsets) + pick(random, rhymes)
    words.add(word)
  }
  return [...words]
}

export const words: readonly string[] = vocabulary(60_000)

/**
 * Two-regime Zipf: within the first 5,000 words the n-th is 1/n as common as the first, behind them it falls as the
 * square (Ferrer i Cancho & Solé, "Two regimes in the frequency of words", 2001).
 */
const cumulative = (() => {
  let sum = 0
  return Float64Array.from(words, (_, rank) => {
    sum += rank < 5_000 ? 1 / (rank + 2) : 5_000 / (rank + 2) ** 2
    return sum
  })
})()

export const wordOf = (random: () => number): string => {
  const wanted = random() * (cumulative.at(-1) ?? 0)
  let low = 0
  for (let high = words.length - 1; low < high; ) {
    const middle = (low + high) >> 1
    if ((cumulative[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return words[low] as string
}

/** Sentences of words in paragraphs, at least `length` characters. */
export const articleOf = (random: () => number, length: number): string => {
  let text = ''
  for (let left = 0; text.length < length; left--) {
    if (left <= 0) left = 6 + Math.floor(random() * 22)
    text += wordOf(random) + (left > 1 ? ' ' : random() < 0.15 ? '.\n\n' : '. ')
  }
  return text
}

/** Turns of phrase, two to six words each, that articles share; the n-th is 1/n as common as the first. */
const phrases: readonly string[] = (() => {
  const random = randomFrom(13)
  return Array.from({ length: 4_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 5) }, () => wordOf(random)).join(' '),
  )
})()

const phraseOf = (random: () => number): string => phrases[Math.floor(phrases.length ** random()) - 1] as string

/** From 5 to 600 words, as many short articles as long ones, of which a third are turns of phrase that others have too. */
export const phrasedArticleOf = (random: () => number): string => {
  let text = ''
  let left = 5 + Math.floor(595 * random())
  for (let sentence = 0; left > 0; sentence--) {
    if (sentence <= 0) sentence = 3 + Math.floor(random() * 12)
    const words = random() < 0.12 ? phraseOf(random) : wordOf(random)
    left -= words.split(' ').length
    text += words + (sentence > 1 ? ' ' : random() < 0.15 ? '.\n\n' : '. ')
  }
  return text
}
