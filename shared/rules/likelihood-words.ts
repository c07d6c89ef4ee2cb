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

/** Every likelihood word of a text, the longest reading of each place, and whether it stands on the scale. UTF-16 code units. */
export const likelihoodsIn = (text: string, scale: Pick<Scales, 'likelihoods'>): LikelihoodUse[] => {
  const own = new Set(wordsOf(scale).map(stem))
  const all = [...new Set([...known, ...wordsOf(scale)])]
    .filter(word => word !== '')
    .sort((left, right) => right.length - left.length)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
  return [...text.matchAll(new RegExp(`(?<![\\p{L}-])(?:${all.join('|')})(?![\\p{L}-])`, 'giu'))].map(match => {
    const word = stem(match[0].replace(/\s+/g, ' '))
    return { word, start: match.index, end: match.index + match[0].length, onScale: own.has(word) }
  })
}
