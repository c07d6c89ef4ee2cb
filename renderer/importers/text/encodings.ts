/** The Windows-1252 characters of the bytes 0x80 to 0x9F (WHATWG Encoding); the others are those of Latin-1. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/** How the characters of an encoding are found: null from `strictly` when some bytes do not fit it. */
type Characters = (bytes: Uint8Array, strictly: boolean) => string | null

/**
 * The name of the encoding that a label stands for, in lower case (WHATWG Encoding, and the two of UTF-32 that it leaves
 * out); null when there is none that can be read both in the page and in Node.
 */
export function encodingNamed(label: string): string | null {
  const wide = /^utf-?32(?<order>-?[bl]e)?$/i.exec(label.trim())?.groups
  if (wide) return wide.order?.toLowerCase().endsWith('be') ? 'utf-32be' : 'utf-32le'
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

/** The characters of bytes in an encoding; what does not fit is the replacement character. */
export const charactersOf = (encoding: string, bytes: Uint8Array): string => decoderOf(encoding)(bytes, false) ?? ''

/** The characters of bytes in an encoding; null when some do not fit it. */
export const charactersStrictly = (encoding: string, bytes: Uint8Array): string | null =>
  decoderOf(encoding)(bytes, true)

const decoderOf = (encoding: string): Characters => {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32(encoding === 'utf-32le')
  // By our own table: some versions of Node decode Windows-1252 as Latin-1.
  if (encoding === 'windows-1252') return latin
  return (bytes, strictly) => {
    try {
      return new TextDecoder(encoding, { fatal: strictly }).decode(bytes)
    } catch {
      return null
    }
  }
}

const latin: Characters = bytes => {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  return asWindows1252(pieces.join(''))
}

/** Characters that were decoded as Latin-1, as Windows-1252: what no text means is what every program writes. */
export const asWindows1252 = (characters: string): string =>
  characters.replace(/[\u0080-\u009f]/g, character => windows1252[character.charCodeAt(0) - 0x80] ?? '')

const utf32 =
  (littleEndian: boolean): Characters =>
  (bytes, strictly) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const pieces: string[] = []
    let fits = bytes.length % 4 === 0
    for (let position = 0; position + 4 <= bytes.length; position += 4) {
      const point = view.getUint32(position, littleEndian)
      const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      fits &&= valid
      pieces.push(valid ? String.fromCodePoint(point) : '\ufffd')
    }
    if (bytes.length % 4 !== 0) pieces.push('\ufffd')
    return strictly && !fits ? null : pieces.join('').replace(/^\ufeff/, '')
  }
