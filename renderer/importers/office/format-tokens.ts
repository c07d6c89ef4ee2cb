/** A sign of a number format, or words that it shows as they are. */
export type FormatToken = { words: string; literal: boolean }

/** How many formats are remembered; a hostile workbook may have one for each cell. */
const mostRemembered = 2_000

/** The function with its answers remembered: a workbook has few formats and many cells. */
export function remembered<Answer>(answer: (code: string) => Answer): (code: string) => Answer {
  const known = new Map<string, Answer>()
  return code => {
    const found = known.get(code)
    if (found !== undefined) return found
    const answered = answer(code)
    if (known.size >= mostRemembered) known.clear()
    known.set(code, answered)
    return answered
  }
}

const piece = /"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|([\s\S])/gu

/** The signs of a format, one by one; what is quoted, escaped or bracketed comes whole, as it is shown. */
export const tokensOf: (code: string) => readonly FormatToken[] = remembered(code =>
  [...code.matchAll(piece)].map(([, quoted, escaped, space, fill, bracketed, sign]): FormatToken => {
    if (quoted !== undefined || escaped !== undefined) return { words: quoted ?? escaped ?? '', literal: true }
    // A space as wide as a sign, and a sign that fills the cell.
    if (space !== undefined) return { words: ' ', literal: true }
    if (fill !== undefined) return { words: '', literal: true }
    if (bracketed !== undefined) return { words: currencyOf(bracketed), literal: true }
    return { words: sign ?? '', literal: false }
  }),
)

/** The sections of a format, which semicolons part: for numbers above zero, below zero, for zero and for words. */
export const sectionsOf: (code: string) => readonly string[] = remembered(code => {
  const sections = ['']
  for (const [whole, , , , , , sign] of code.matchAll(piece)) {
    if (sign === ';') sections.push('')
    else sections[sections.length - 1] += whole
  }
  return sections
})

/** The signs of a section, each of what is shown as it is as a zero character. */
export const signsOf: (section: string) => string = remembered(section =>
  tokensOf(section)
    .map(({ words, literal }) => (literal ? '\0' : words))
    .join(''),
)

/** `[$€-407]` shows the currency before the hyphen; colours and conditions show nothing. */
const currencyOf = (bracketed: string): string => /^\$([^-]*)/.exec(bracketed)?.[1] ?? ''
