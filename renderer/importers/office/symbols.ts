import { hex } from 'dingbat-to-unicode'

/** The character that a symbol font such as Wingdings shows at a place (hexadecimal), or the character as it is written. */
export function symbolOf(font: string, place: string): string {
  const code = Number.parseInt(place, 16)
  if (!(code > 0 && code <= 0x10ffff)) return ''
  // Symbol fonts are shifted into the private use area.
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  return hex(font, own.toString(16))?.string ?? String.fromCodePoint(code)
}
