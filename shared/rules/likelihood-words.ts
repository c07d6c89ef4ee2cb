import type { Scales } from '../model/criteria.ts'

/** Words of probability in English, on any scale: both rows of ICD 203, the PHIA yardstick, and those that stand on none. */
const known = [
  'almost no chance',
  'remote chance',
  'remote possibility',
  'highly improbable',
  'very improbable',
  'improbable',
  'extremely unlikely',
  'highly unlikely',
  'very unlikely',
  'quite unlikely',
  'rather unlikely',
  'unlikely',
  'roughly even chance',
  'roughly even odds',
  'even chance',
  'realistic possibility',
  'real possibility',
  'distinct possibility',
  'good chance',
  'strong chance',
  'slim chance',
  'little chance',
  'extremely likely',
  'highly likely',
  'very likely',
  'quite likely',
  'rather likely',
  'more likely than not',
  'in all likelihood',
  'most likely',
  'likely',
  'highly probable',
  'very probable',
  'probable',
  'probably',
  'almost certainly',
  'almost certain',
  'nearly certain',
  'virtually certain',
  'could possibly',
  'may possibly',
  'might possibly',
  'may well',
  'could well',
  'might well',
  'possibly',
  'possible',
  'perhaps',
  'maybe',
  'conceivably',
  'conceivable',
  'might',
]

/** One word for each way of saying it: "almost certainly" is "almost certain", "probably" is "probable". */
const stem = (word: string) =>
  word
    .toLowerCase()
    .replace(/certainly$/, 'certain')
    .replace(/probably$/, 'probable')

export type LikelihoodUse = { word: string; start: number; end: number; onScale: boolean }

/** The words of the scale; "remote / almost no chance" gives two. */
const wordsOf = (scale: Pick<Scales, 'likelihoods'>) =>
  scale.likelihoods.flatMap(band => band.word.split('/').map(word => word.trim().toLowerCase()))

/** The same estimate in the words of ICD 203, first row; words that say no more than "perhaps" have none. */
const plainer: Readonly<Record<string, string>> = {
  'remote chance': 'almost no chance',
  'remote possibility': 'almost no chance',
  'slim chance': 'very unlikely',
  'highly improbable': 'very unlikely',
  'very improbable': 'very unlikely',
  'extremely unlikely': 'very unlikely',
  'highly unlikely': 'very unlikely',
  improbable: 'unlikely',
  'quite unlikely': 'unlikely',
  'rather unlikely': 'unlikely',
  'roughly even odds': 'roughly even chance',
  'even chance': 'roughly even chance',
  'more likely than not': 'likely',
  'quite likely': 'likely',
  'rather likely': 'likely',
  probable: 'likely',
  'extremely likely': 'very likely',
  'highly likely': 'very likely',
  'highly probable': 'very likely',
  'very probable': 'very likely',
  'nearly certain': 'almost certain',
  'virtually certain': 'almost certain',
}

const words = (text: string) => text.replace(/ /g, '\\s+')

/** What looks like an estimate in a context that makes it none. */
const noEstimate: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  // The might of an army.
  [/^might$/i, /^|./, /^ of\b/],
  [
    /^might$/i,
    /\b(?:the|its|their|his|her|our|military|naval|economic|industrial|financial|political|all|full|with|of|and)\s$/i,
    /^(?! (?:be|have)\b)/,
  ],
  // "as soon as possible", "made it possible", "the best possible".
  [
    /^possible$/i,
    /\b(?:as|where|if|when|wherever|whenever|until|best|worst|every|earliest|soonest|latest|all|only|longer|(?:make|makes|made|making|thought|deemed|find|found|were|was)(?: it)?)\s$/i,
    /^/,
  ],
  [
    /^(?:possible|possibly|conceivabl[ey])$/i,
    /\b(?:is|was|are|were|be|not|it) $/i,
    /^ (?:to|for|only|in practice|under)\b/,
  ],
  [/^possibly$/i, /\b(?:can(?:not)?|can[’']t)\s$/i, /^/],
  // An amount that is not known exactly.
  [
    /^(?:perhaps|maybe|possibly|probably)$/i,
    /^|./,
    /^ (?:as (?:many|much|few|little) as |some |about |up to |over )?(?:(?:US|C|A)?[$€£₴] ?)?\d/,
  ],
  // A comparison says which of two is likelier, not how likely it is.
  [
    /^(?:un)?likely$|^(?:im)?probable$/i,
    /(?:\b(?:more|less|how|equally|so|too|not|whichever|what(?:ever)?)|(?<!\bat )\bleast) (?:(?:or|and) (?:more|less) )?$/i,
    /^(?! than not)/,
  ],
  [/^(?:un)?likely$|^(?:im)?probable$/i, /\bas $/i, /^ (?:[\p{L}]+ ){0,4}as\b/iu],
]

const isNoEstimate = (text: string, start: number, end: number): boolean => {
  const found = text.slice(start, end)
  const [head, tail] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 40)]
  return noEstimate.some(([word, before, after]) => word.test(found) && before.test(head) && after.test(tail))
}

type Reader = { own: ReadonlySet<string>; pattern: RegExp }

/** By the bands of the scale: the check reads every sentence of a briefing by the same ones. */
const readers = new WeakMap<Scales['likelihoods'], Reader>()

const readerOf = (scale: Pick<Scales, 'likelihoods'>): Reader => {
  const before = readers.get(scale.likelihoods)
  if (before) return before
  const all = [...new Set([...known, ...wordsOf(scale)])]
    .filter(word => word !== '')
    .sort((left, right) => right.length - left.length)
    .map(word => words(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  const reader: Reader = {
    own: new Set(wordsOf(scale).map(stem)),
    pattern: new RegExp(`(?<![\\p{L}-])(?:${all.join('|')})(?![\\p{L}-])`, 'giu'),
  }
  readers.set(scale.likelihoods, reader)
  return reader
}

/** Every likelihood word of a text, the longest reading of each place, and whether it stands on the scale. UTF-16 code units. */
export const likelihoodsIn = (text: string, scale: Pick<Scales, 'likelihoods'>): LikelihoodUse[] => {
  const { own, pattern } = readerOf(scale)
  return [...text.matchAll(pattern)].flatMap(match => {
    const [start, end] = [match.index, match.index + match[0].length]
    const word = stem(match[0].replace(/\s+/g, ' '))
    return isNoEstimate(text, start, end) ? [] : [{ word, start, end, onScale: own.has(word) }]
  })
}

/** The word of the scale that says the same as one that is not on it; null where that is for the analyst to say. */
export const wordOnScale = (word: string, scale: Pick<Scales, 'likelihoods'>): string | null => {
  const plain = plainer[word]
  return plain !== undefined && readerOf(scale).own.has(plain) ? plain : null
}
