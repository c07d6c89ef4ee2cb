// Texts with a known history of edits: where every passage of the old one stands in the new one is known from the script.
import type { TextRange } from '../../shared/model/text-version.ts'

/** The new text, and where each code unit of the old one stands in it; -1 for one that is gone. */
export type Edited = { text: string; place: Int32Array }

type Sign = { sign: string; from: number }
type Random = () => number

const below = (random: Random, end: number): number => Math.floor(random() * end)

const newWords =
  'measure council harbour yearly report between further open treaty shared later quite northern costs until several agreed plans water rather'.split(
    ' ',
  )

const inserted = (words: string): Sign[] => [...words].map(sign => ({ sign, from: -1 }))

/** The words of a paragraph as stretches of its signs. */
const wordsOf = (signs: readonly Sign[]): TextRange[] =>
  [
    ...signs
      .map(({ sign }) => sign)
      .join('')
      .matchAll(/\S+/g),
  ].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))

const otherDigit = (random: Random, digit: string): string => String((Number(digit) + 1 + below(random, 9)) % 10)

/** One word changed in one of the ways in which articles change: another word, one more, one less, a slip of the pen, another figure. */
const changedWord = (random: Random, signs: Sign[], { start, end }: TextRange): void => {
  const way = random()
  const digits = signs.slice(start, end).flatMap(({ sign }, at) => (/\d/.test(sign) ? [start + at] : []))
  const digit = digits[below(random, Math.max(1, digits.length))]
  if (digit !== undefined) {
    const old = signs[digit]
    if (old) signs[digit] = { sign: otherDigit(random, old.sign), from: old.from }
  } else if (way < 0.35) signs.splice(start, end - start, ...inserted(newWords[below(random, newWords.length)] ?? ''))
  else if (way < 0.5) signs.splice(start, 0, ...inserted(`${newWords[below(random, newWords.length)]} `))
  else if (way < 0.65) signs.splice(start, end - start + 1)
  else {
    const at = start + below(random, end - start)
    const letter = String.fromCharCode(97 + below(random, 26))
    if (way < 0.8) signs.splice(at, 1, ...inserted(letter))
    else if (way < 0.9) signs.splice(at, 0, ...inserted(letter))
    else signs.splice(at, 1)
  }
}

/**
 * A text after random edits: `share` of its words changed, and of its paragraphs a third of that share deleted and a third
 * moved. Figures change as often as words. Surrogate pairs are not looked after: the texts have none.
 */
export const edited = (random: Random, text: string, share: number): Edited => {
  let at = 0
  const paragraphs = text.split(/(?<=\n)(?=\S)/).map(paragraph =>
    [...paragraph].map((sign): Sign => {
      at += 1
      return { sign, from: at - 1 }
    }),
  )
  for (const signs of paragraphs) {
    for (const word of wordsOf(signs).reverse()) if (random() < share) changedWord(random, signs, word)
  }
  const kept = paragraphs.filter(() => random() >= share / 3)
  for (let index = 0; index < kept.length; index += 1) {
    if (random() >= share / 3) continue
    const [moved] = kept.splice(index, 1)
    if (moved) kept.splice(below(random, kept.length + 1), 0, moved)
  }
  const signs = kept.flat()
  const place = new Int32Array(text.length).fill(-1)
  signs.forEach(({ from }, index) => {
    if (from >= 0) place[from] = index
  })
  return { text: signs.map(({ sign }) => sign).join(''), place }
}

/** Of a passage at least this share must be left in one piece: what remains of less is another passage. */
const leastLeft = 0.5
/** Signs put in between two that are left, beyond which they no longer stand together. */
const widestGap = 60

/** Where a passage stands after the edits, the most of it where it was torn apart; null when it is gone. */
export const truthOf = ({ text, place }: Edited, { start, end }: TextRange): TextRange | null => {
  const pieces: { start: number; end: number; left: number }[] = []
  for (const at of place.subarray(start, end)) {
    const last = pieces.at(-1)
    if (at < 0) continue
    if (last && at >= last.end && at - last.end <= widestGap) {
      last.end = at + 1
      last.left += 1
    } else pieces.push({ start: at, end: at + 1, left: 1 })
  }
  const [most] = pieces.sort((one, other) => other.left - one.left)
  return most && most.left >= leastLeft * (end - start)
    ? { start: most.start, end: Math.min(text.length, most.end) }
    : null
}

/** Passages of all the lengths that analysts mark: single words of some length, phrases, sentences, and more than one. */
export const passagesIn = (random: Random, text: string, count: number): TextRange[] => {
  const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
  const lengths = [1, 2, 3, 5, 8, 12, 20, 35]
  return Array.from({ length: count }, (_, at) => {
    const wanted = lengths[at % lengths.length] ?? 1
    let first = below(random, Math.max(1, words.length - wanted))
    while (wanted === 1 && first > 0 && (words[first]?.end ?? 0) - (words[first]?.start ?? 0) < 4) first -= 1
    const last = Math.min(words.length, first + wanted) - 1
    return { start: words[first]?.start ?? 0, end: words[last]?.end ?? text.length }
  })
}
