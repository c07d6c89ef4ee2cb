import type { TextRange } from '../../../../shared/model/text-version.ts'
import { segmenterFor } from '../../../../shared/rules/sentences.ts'

export { sentencesOf, trimmed } from '../../../../shared/rules/sentences.ts'

/** Words, sentences and characters of a text by Unicode UAX 29, as the language divides them. Offsets are UTF-16 code units. */

/** Blocks of Unicode without any character that joins the one behind it to itself. */
const joinsNothing = (unit: number) =>
  unit < 0x300 ||
  (unit >= 0x370 && unit < 0x600) ||
  (unit >= 0x620 && unit < 0x6dd) ||
  (unit >= 0x900 && unit < 0xd4e) ||
  (unit >= 0xe00 && unit < 0xf00) ||
  (unit >= 0x3040 && unit < 0xd7a4)

/** Letters and signs that never join the one before them: Latin, Greek, Cyrillic, kana and Han. */
const standsAlone = (unit: number) =>
  (unit >= 0x20 && unit < 0x300) ||
  (unit >= 0x370 && unit < 0x482) ||
  (unit >= 0x48a && unit < 0x530) ||
  (unit >= 0x3041 && unit < 0x3095) ||
  (unit >= 0x30a1 && unit < 0x30fb) ||
  (unit >= 0x3400 && unit < 0xa000)

/** A place at or before an offset where a character surely begins, so that one of a long text is found without reading all of it. */
const sureStart = (text: string, from: number, offset: number): number => {
  for (let at = offset; at > from; at -= 1) {
    if (standsAlone(text.charCodeAt(at)) && joinsNothing(text.charCodeAt(at - 1))) return at
  }
  return from
}

/** More than any character has, save those that are nothing but marks. */
const reach = 64

/**
 * The character, as a reader sees it (grapheme cluster), that holds the code unit at an offset of a stretch. It may be
 * asked at the end of the stretch, where there is none: an empty range.
 */
export const characterAt = (text: string, within: TextRange, offset: number): TextRange => {
  if (offset >= within.end) return { start: within.end, end: within.end }
  const from = sureStart(text, within.start, offset)
  for (let size = reach; ; size *= 8) {
    const to = Math.min(within.end, offset + size)
    const { index = 0, segment = '' } =
      segmenterFor('en', 'grapheme')
        .segment(text.slice(from, to))
        .containing(offset - from) ?? {}
    const end = from + index + segment.length
    // What ends where the words were cut off may go on behind.
    if (end < to || to === within.end) return { start: from + index, end }
  }
}

/** The nearest place at or before an offset where a character begins. */
export const characterStart = (text: string, within: TextRange, offset: number): number =>
  offset >= within.end ? within.end : offset <= within.start ? within.start : characterAt(text, within, offset).start

/** Longer stretches are cut at white space before their words are looked for. */
const longest = 4000

/** The words of a stretch and, in one long stretch, of what lies around an offset. Signs that are no punctuation count as words. */
export const wordsAround = (text: string, language: string, within: TextRange, offset: number): TextRange[] => {
  const near = within.end - within.start <= longest ? within : cutAround(text, within, offset)
  return [...segmenterFor(language, 'word').segment(text.slice(near.start, near.end))]
    .filter(one => one.isWordLike || /[^\s\p{P}]/u.test(one.segment))
    .map(one => ({ start: near.start + one.index, end: near.start + one.index + one.segment.length }))
}

const isSpace = (unit: number) => unit === 0x20 || unit === 0x0a || unit === 0x09

const cutAround = (text: string, { start, end }: TextRange, offset: number): TextRange => {
  const half = longest / 2
  let from = Math.max(start, offset - half)
  let to = Math.min(end, offset + half)
  for (let step = 0; step < half / 2 && from > start && !isSpace(text.charCodeAt(from)); step += 1) from += 1
  for (let step = 0; step < half / 2 && to < end && !isSpace(text.charCodeAt(to)); step += 1) to -= 1
  return { start: from, end: to }
}
