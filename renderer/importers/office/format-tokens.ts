/** A sign of a number format, or words that it shows as they are. */
export type FormatToken = { words: string; literal: boolean }

/** The signs of a format, one by one; what is quoted, escaped or bracketed comes whole. `raw` keeps the quotes. */
export function tokensOf(code: string, raw = false): FormatToken[] {
  return [...code.matchAll(/"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|([\s\S])/gu)].map(
    ([whole, quoted, escaped, space, fill, bracketed, sign]): FormatToken => {
      if (raw) return { words: whole, literal: sign === undefined }
      if (quoted !== undefined || escaped !== undefined) return { words: quoted ?? escaped ?? '', literal: true }
      // A space as wide as a sign, and a sign that fills the cell.
      if (space !== undefined) return { words: ' ', literal: true }
      if (fill !== undefined) return { words: '', literal: true }
      if (bracketed !== undefined) return { words: currencyOf(bracketed), literal: true }
      return { words: sign ?? '', literal: false }
    },
  )
}

/** `[$€-407]` shows the currency before the hyphen; colours and conditions show nothing. */
const currencyOf = (bracketed: string): string => /^\$([^-]*)/.exec(bracketed)?.[1] ?? ''
