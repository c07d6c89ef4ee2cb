/** What a UTF-16 code unit is to the words of a text. */
export const letter = {
  none: 0,
  /** Part of a word. */
  word: 1,
  /** No part of it, and no end of it either, such as a soft hyphen. */
  passed: 2,
  /** A word by itself: scripts that write no spaces. */
  alone: 3,
  /** Passed over between two letters. */
  apostrophe: 4,
  /** Opens or closes a quotation. */
  quote: 5,
  /** Half of a pair: the pair says what it is. */
  half: 6,
} as const

export type Letters = { kinds: Uint8Array; folded: Uint16Array }

const isWord = /[\p{L}\p{N}\p{M}]/u
const isAlone =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const isAlphabetic = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

const kindOf = (code: number, character: string): number => {
  if (code >= 0xd800 && code <= 0xdfff) return letter.half
  if ('\u00ad\u200b\u200c\u200d\u2060\ufeff'.includes(character) || (code >= 0x300 && code <= 0x36f))
    return letter.passed
  if ("'’ʼ`´".includes(character)) return letter.apostrophe
  if ('"“”„‟«»‹›‘‚「」『』'.includes(character)) return letter.quote
  if (!isWord.test(character)) return letter.none
  return isAlone.test(character) ? letter.alone : letter.word
}

/** Case and accents are how a site types, not what it says. Other scripts lose too much with their marks. */
const foldOf = (character: string): number => {
  const lower = character.toLowerCase()
  const base = isAlphabetic.test(character) ? lower.normalize('NFD') : lower
  return base.charCodeAt(0)
}

let table: Letters | null = null

/** What each code unit is and what it is folded to. Made at the first call, some ten milliseconds: looking up is what makes reading fast. */
export const letters = (): Letters => {
  if (table) return table
  const kinds = new Uint8Array(0x10000)
  const folded = new Uint16Array(0x10000)
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code)
    const kind = kindOf(code, character)
    kinds[code] = kind
    folded[code] = kind === letter.word || kind === letter.alone ? foldOf(character) : code
  }
  table = { kinds, folded }
  return table
}

const isLetterOrNumber = /[\p{L}\p{N}]/u

/** The same for a character outside the plane of the table. */
export const pairKind = (pair: string): number => {
  if (!isLetterOrNumber.test(pair)) return letter.none
  return isAlone.test(pair) ? letter.alone : letter.word
}
