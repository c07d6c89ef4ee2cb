import type { ResemblanceKind } from '../../model/resemblance.ts'
import { type Passage, passagesOf, type Run, sharedRuns } from './passages.ts'
import { subjectOverlap } from './vocabulary.ts'
import type { Words } from './words.ts'

/** How much two texts have in common, and what that makes of them. */
export type Likeness = {
  kind: ResemblanceKind
  /** The share of the shorter text's words that stands in the other too, in percent. */
  percent: number
  /** Words of the long passages that stand in both, how many these are, and the longest; 0 where the names alone tell. */
  words: number
  passages: number
  longest: number
  /** Which of the two quotes the words that the other has as its own; null where it is not about quoting. */
  quoting: 'first' | 'second' | null
}

export type Circumstances = {
  /** The two come from one publisher or site, which puts the same lines around whatever it prints. */
  isOneSite: boolean
  /** For each word of the second text 1 where its site is known to print it elsewhere as well. */
  customary?: Uint8Array | undefined
  /** One of the texts names the publisher or an author of the other as the origin of what it says. */
  isNamed?: boolean
}

/** Shares of words, from which two texts are one article: of the shorter, which may have lost paragraphs, and of the longer. */
const sameOfShorter = 0.55
const sameOfLonger = 0.4
/** Words that a passage needs to be more than a phrase, and how many of them are neither's quotation. */
const shortestPassage = 14
const shortestOwn = 10
/**
 * From where one text relays the other: so many words in one such passage, in all of them, or as a share of a short text. A
 * treaty's full name or a formula that both sides agreed upon has fewer.
 */
const relayedAtOnce = 32
const relayedInAll = 70
const relayedShare = 0.2
const leastRelayed = 20
/** Words of the one that the other gives as a quotation. */
const quotedWords = 60
/** The share of their long words that two texts have in common from which they are about one thing. */
const oneSubject = 0.2
/**
 * What two texts of one site begin or end with, within so many words of the edge and up to so much of each, is the frame
 * of the site. Two sites end with the same lines when one firm made both; what both begin with is news.
 */
const widestFrame = 0.5
const nearEdge = 30
const atEdge = 6

const ownWords = ({ quoted, count }: Words): number => {
  let own = 0
  for (let word = 0; word < count; word++) if (quoted[word] === 0) own++
  return own
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The passages without those that frame both texts, one behind the other. */
const withoutFrame = (passages: readonly Passage[], first: Words, second: Words, isOneSite: boolean): Passage[] => {
  const kept = [...passages]
  let framed = { first: 0, second: 0 }
  /** Takes a passage away unless the frame would become most of the picture: then it is none. */
  const take = ({ first: here, second: there }: Passage): boolean => {
    const more = { first: framed.first + here.to - here.from, second: framed.second + there.to - there.from }
    if (more.first > widestFrame * first.count || more.second > widestFrame * second.count) return false
    framed = more
    return true
  }
  let starts = { first: 0, second: 0 }
  const opens = (next: Passage) =>
    next.first.from - starts.first <= nearEdge && next.second.from - starts.second <= nearEdge
  for (let next = kept[0]; isOneSite && next && opens(next); next = kept[0]) {
    if (!take(next)) return [...passages]
    starts = { first: next.first.to, second: next.second.to }
    kept.shift()
  }
  const near = isOneSite ? nearEdge : atEdge
  let ends = { first: first.count, second: second.count }
  const closes = (last: Passage) => ends.first - last.first.to <= near && ends.second - last.second.to <= near
  for (let last = kept.at(-1); last && closes(last); last = kept.at(-1)) {
    if (!take(last)) return [...passages]
    ends = { first: last.first.from, second: last.second.from }
    kept.pop()
  }
  return kept
}

const isCustomary = ({ second }: Passage, customary: Uint8Array): boolean => {
  let words = 0
  for (let word = second.from; word < second.to; word++) if (customary[word] === 1) words++
  return words * 2 > second.to - second.from
}

/**
 * Compares two texts word by word: null when they have no more in common than independent texts may. Words that both
 * quote count for nothing: two who report one speech are two reports.
 */
export const likenessOf = (
  first: Words,
  second: Words,
  { isOneSite, customary, isNamed = false }: Circumstances,
): Likeness | null => {
  const shorter = Math.min(first.count, second.count)
  if (shorter === 0) return null
  const runs: Run[] = sharedRuns(first, second)
  const all = passagesOf(first, second, runs)
  const telling = all.filter(passage => customary === undefined || !isCustomary(passage, customary))
  const passages = withoutFrame(telling, first, second, isOneSite)
  const percent = Math.min(100, (100 * sum(runs.map(run => run.length))) / shorter)

  const own = { shared: sum(telling.map(passage => passage.own)), first: ownWords(first), second: ownWords(second) }
  const long = passages.filter(passage => passage.words >= shortestPassage)
  const reported = long.filter(passage => passage.own >= shortestOwn)
  const found = (kind: ResemblanceKind, of: readonly Passage[], quoting: Likeness['quoting'] = null): Likeness => ({
    kind,
    percent,
    words: sum(of.map(passage => passage.words)),
    passages: of.length,
    longest: Math.max(0, ...of.map(passage => passage.words)),
    quoting,
  })

  const [ofShorter, ofLonger] = [Math.min(own.first, own.second), Math.max(own.first, own.second)]
  if (own.shared >= sameOfShorter * ofShorter && own.shared >= sameOfLonger * ofLonger && own.shared >= shortestOwn)
    return found('same article', long.length > 0 ? long : telling)
  const relayed = sum(reported.map(passage => passage.own))
  const isRelay =
    reported.some(passage => passage.own >= relayedAtOnce) ||
    relayed >= relayedInAll ||
    (relayed >= leastRelayed && relayed >= relayedShare * ofShorter)
  if (isRelay) return found('relay', reported)
  const quotedInFirst = long.filter(passage => passage.quotedInFirst >= shortestOwn)
  const quotedInSecond = long.filter(passage => passage.quotedInSecond >= shortestOwn)
  if (sum(quotedInFirst.map(passage => passage.quotedInFirst)) >= quotedWords)
    return found('relay', quotedInFirst, 'first')
  if (sum(quotedInSecond.map(passage => passage.quotedInSecond)) >= quotedWords)
    return found('relay', quotedInSecond, 'second')
  return isNamed && subjectOverlap(first, second) >= oneSubject ? found('relay', reported) : null
}
