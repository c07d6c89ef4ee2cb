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
export const plainCharacters = (words: string): string =>
  words
    .replace(/[\uFB00-\uFB06]/g, sign => ligatures[sign] ?? sign)
    .replace(/[\uF000-\uF0FF]/g, sign => symbols[sign] ?? sign)
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, unmapped)

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
