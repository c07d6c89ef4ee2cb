/** Letters that a typesetter joined into one sign. NFC keeps them; a search for the word would not find it. */
const ligatures: Record<string, string> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'ſt',
  '\uFB06': 'st',
}

/** Signs of symbol fonts, which stand in the private area of Unicode at 0xF000 plus their code in the font. */
const symbols: Record<string, string> = {
  '\uF0A7': '▪',
  '\uF0A8': '▫',
  '\uF0B7': '•',
  '\uF0D8': '➢',
  '\uF0E0': '→',
  '\uF0FC': '✓',
  '\uF02D': '–',
}

/** What stands for a character whose meaning the document does not give. */
export const unmapped = '\uFFFD'

/**
 * Characters as a reader takes them: ligatures in their letters, signs of symbol fonts in Unicode, and for what is no
 * character at all the replacement character. White space of every kind becomes a space.
 */
export const plainCharacters = (words: string): string => (/^[ -~]*$/.test(words) ? words : plainSigns(words))

const plainSigns = (words: string): string =>
  words
    .replace(/[\uFB00-\uFB06]/g, sign => ligatures[sign] ?? sign)
    .replace(/[\uF000-\uF0FF]/g, sign => symbols[sign] ?? sign)
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, unmapped)

/** Accents that stand by themselves, and the same as they join the letter before them. */
const accents: Record<string, string> = {
  '\u00A8': '\u0308',
  '\u00B4': '\u0301',
  '`': '\u0300',
  '\u02C6': '\u0302',
  '\u02DC': '\u0303',
  '\u02DA': '\u030A',
  '\u02C7': '\u030C',
  '\u00AF': '\u0304',
  '\u02D8': '\u0306',
  '\u02D9': '\u0307',
  '\u00B8': '\u0327',
}

/** True for an accent alone, which older programs draw over the letter that follows. */
export const isAccent = (words: string): boolean => words in accents

/** Letters with the accents that were drawn over them: naïve, and not na¨ıve. What makes no letter stays as it is. */
export const withAccents = (words: string): string =>
  words.replace(
    /([\u00A8\u00B4\u02C6\u02DC\u02DA\u02C7\u00AF\u02D8\u02D9\u00B8] ?|(?<=\p{L})`)([A-Za-zıȷ])/gu,
    (drawn, accent: string, letter: string) => {
      const plain = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter
      const whole = (plain + (accents[accent.trim()] ?? '')).normalize('NFC')
      return whole.length === 1 ? whole : drawn
    },
  )

/** Capitals set apart letter by letter, which read as a word: T L P : G R E E N. */
export const drawnTogether = (words: string): string =>
  /^(?:[\p{Lu}\p{N}\p{P}] ){4,}[\p{Lu}\p{N}\p{P}]$/u.test(words) && /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(words)
    ? words.replaceAll(' ', '')
    : words

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const lowered = '₀₁₂₃₄₅₆₇₈₉'

/**
 * Digits set small above or below the line in characters of their own, as they are seen: written plainly, the third note
 * after "2014" would make "20143" of it, and ten to the sixth 106. Null when there is something else among them.
 */
export function shifted(words: string, way: 'up' | 'down'): string | null {
  if (!/^[\d,\s]+$/.test(words)) return null
  const digits = way === 'up' ? raised : lowered
  return words.replace(/\d/g, digit => digits[Number(digit)] ?? digit)
}
