import type { TextBlock } from '../../model/text-version.ts'
import { letter, letters, pairKind } from './letters.ts'

/**
 * The words of a document in order, each as a number, with its place in the text. Two words have the same number when
 * they differ in nothing but case, accents and apostrophes.
 */
export type Words = {
  count: number
  keys: Uint32Array
  /** The same of the first letters of a word, where it has more: what is left when it is inflected. */
  stems: Uint32Array
  /** Offsets in UTF-16 code units of the text. */
  starts: Uint32Array
  ends: Uint32Array
  /** 1 where the word stands in a quotation: those who quote the same speech need not know of each other. */
  quoted: Uint8Array
}

/** Letters that make the stem of a word. */
const stemLength = 5
/** A quotation of fewer words is a manner of speaking, such as a “win-win”. */
const shortestQuotation = 4

const closers: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
  '「': '」',
  '『': '』',
}
/** Those that open and are often something else: without their end they open nothing. */
const unsure = '"‘‚»‹›'

const offset = 0x811c9dc5
const prime = 0x01000193

/** Every bit of the result depends on every bit of the number (the finaliser of MurmurHash3, A. Appleby). */
export const mixed = (number: number): number => {
  let hash = number
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The words of the blocks that are the document's own: what is set apart as apparatus is not read. */
export const wordsOf = (
  text: string,
  blocks: readonly Pick<TextBlock, 'start' | 'end' | 'kind' | 'apparatus'>[],
): Words => {
  const { kinds, folded } = letters()
  const most = (text.length >> 1) + 1
  let [keys, stems, starts, ends, quoted] = [
    new Uint32Array(most),
    new Uint32Array(most),
    new Uint32Array(most),
    new Uint32Array(most),
    new Uint8Array(most),
  ]
  let count = 0

  const add = (start: number, end: number, key: number, stem: number, isQuoted: boolean): void => {
    // Words of one character with nothing between them, as in Chinese, are more than every second character.
    if (count === keys.length) {
      const grown = <List extends Uint32Array | Uint8Array>(list: List, empty: List): List => {
        empty.set(list)
        return empty
      }
      keys = grown(keys, new Uint32Array(2 * count))
      stems = grown(stems, new Uint32Array(2 * count))
      starts = grown(starts, new Uint32Array(2 * count))
      ends = grown(ends, new Uint32Array(2 * count))
      quoted = grown(quoted, new Uint8Array(2 * count))
    }
    keys[count] = mixed(key)
    stems[count] = mixed(stem)
    starts[count] = start
    ends[count] = end
    quoted[count] = isQuoted ? 1 : 0
    count++
  }

  for (const block of blocks) {
    if (block.apparatus) continue
    const whole = block.kind === 'quotation'
    let closing = ''
    let opened = 0
    let opener = ''
    let from = -1
    let key = offset
    let stem = 0
    let length = 0
    const flush = (end: number): void => {
      if (from >= 0) add(from, end, key, length > stemLength ? stem : key, whole || closing !== '')
      from = -1
      key = offset
      length = 0
    }
    const unquote = (): void => {
      if (!whole) quoted.fill(0, opened, count)
    }
    for (let at = block.start; at < block.end; at++) {
      const code = text.charCodeAt(at)
      let kind = kinds[code] as number
      if (kind === letter.word) {
        if (from < 0) from = at
        key = Math.imul(key ^ (folded[code] as number), prime)
        if (++length === stemLength) stem = key
        continue
      }
      if (kind === letter.passed) continue
      if (kind === letter.half) {
        const pair = text.slice(at, at + 2)
        kind = pairKind(pair)
        if (kind !== letter.word) flush(at)
        if (kind !== letter.none) {
          if (from < 0) from = at
          key = Math.imul(Math.imul(key ^ code, prime) ^ pair.charCodeAt(1), prime)
          if (++length === stemLength) stem = key
        }
        at++
        if (kind === letter.alone) flush(at + 1)
        continue
      }
      const followed = kinds[text.charCodeAt(at + 1)] === letter.word && at + 1 < block.end
      if (kind === letter.apostrophe && from >= 0 && followed) continue
      flush(at)
      if (kind === letter.alone) {
        const only = Math.imul(offset ^ (folded[code] as number), prime)
        add(at, at + 1, only, only, whole || closing !== '')
      } else if (kind === letter.quote || kind === letter.apostrophe) {
        const character = text[at] ?? ''
        if (closing.includes(character)) {
          if (count - opened < shortestQuotation) unquote()
          closing = ''
        } else if (closing === '' && followed) {
          closing = closers[character] ?? ''
          opener = character
          opened = count
        }
      }
    }
    flush(block.end)
    // A quotation over several paragraphs is closed in the last of them only.
    if (closing !== '' && unsure.includes(opener)) unquote()
  }
  return { count, keys, stems, starts, ends, quoted }
}
