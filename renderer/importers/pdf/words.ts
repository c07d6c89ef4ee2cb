import type { Line } from './lines.ts'

/** The words of a document as they stand within its lines, by which those broken at the end of one are put together. */
export type Vocabulary = { plain: Map<string, number>; hyphened: Map<string, number> }

const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)

export function vocabularyOf(lines: readonly Line[]): Vocabulary {
  const vocabulary: Vocabulary = { plain: new Map(), hyphened: new Map() }
  if (!lines.some(({ words }) => /[-‐]$/.test(words))) return vocabulary
  for (const { words } of lines) {
    for (const [word] of words.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+(?:[-‐][\p{L}\p{M}\p{N}]+)*(?![-‐]?$)/gu)) {
      if (/[-‐]/.test(word)) count(vocabulary.hyphened, word.replaceAll('‐', '-'))
      else count(vocabulary.plain, word)
    }
  }
  return vocabulary
}

const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]`
const endsWide = new RegExp(`${wide}$`, 'u')
const beginsWide = new RegExp(`^${wide}`, 'u')

/** No word is longer than this, in code units: so much of what comes before decides how the next line goes on. */
const longestWord = 200

/** Puts two stretches of words together, the second of which goes on where the line of the first ends. */
export const continued = (before: string, after: string, vocabulary: Vocabulary): string =>
  before.slice(0, -longestWord) + joinedEnd(before.slice(-longestWord), after, vocabulary)

function joinedEnd(before: string, after: string, vocabulary: Vocabulary): string {
  if (/[-‐\u00AD–—]$/.test(before)) {
    const broken = /(?<head>[\p{L}\p{M}]+)[-‐\u00AD]$/u.exec(before)
    if (broken) return hyphened(before, broken.groups?.head ?? '', after, vocabulary)
    if (/[\p{L}\p{N}][-‐–—]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return before + after
  }
  if (endsWide.test(before) && beginsWide.test(after)) return before + after
  if (addressGoesOn(before, after)) return before + after
  return `${before} ${after}`
}

/** An address is broken after one of its signs, or anywhere before one. */
const addressGoesOn = (before: string, after: string) =>
  /(?:https?:\/\/|www\.)\S*[/_=&?%#.-]$/.test(before) && /^[a-z0-9%~_]/.test(after)

/** A hyphen at the end of a line belongs to the word when the document writes it so elsewhere, or when both halves are words of it. */
function hyphened(before: string, head: string, after: string, { plain, hyphened: joined }: Vocabulary): string {
  const tail = /^[\p{L}\p{M}]+/u.exec(after)?.[0] ?? ''
  const without = before.slice(0, -1)
  if (tail === '') return before + after
  if (/^(?:and|or|und|oder|bzw|et|ou|y|o|i|oraz|та|і|и|или)$/.test(tail)) return `${before} ${after}`
  if (before.endsWith('\u00AD')) return without + after
  const [one, other] = [head.toLowerCase(), tail.toLowerCase()]
  const whole = plain.get(one + other) ?? 0
  const apart = joined.get(`${one}-${other}`) ?? 0
  if (whole !== apart) return whole > apart ? without + after : before + after
  // Names and the like keep theirs: Anglo-American. So do words in capitals only, unless the first half is one too.
  if (/^\p{Lu}/u.test(tail))
    return /^\p{Lu}{2,}$/u.test(head) && /^\p{Lu}+$/u.test(tail) ? without + after : before + after
  const known = one.length > 3 && other.length > 3 && plain.has(one) && plain.has(other)
  return known ? before + after : without + after
}

/** The words of lines as running text. */
export const runningWords = (lines: readonly Line[], vocabulary: Vocabulary): string =>
  lines.reduce((words, line, index) => (index === 0 ? line.words : continued(words, line.words, vocabulary)), '')
