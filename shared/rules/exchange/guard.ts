/** What a spreadsheet would run as a formula when it opens a CSV file, with any apostrophes that already stand before it. */
const formulaStart = /^'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/

/** True for text that a spreadsheet could take for a formula. */
export const looksLikeFormula = (text: string): boolean => formulaStart.test(text)

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection): the words of a case
 * come from anywhere. Text that looks guarded already gets one too, so that {@link unguarded} gives back what was there.
 */
export const guarded = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text)

/** Takes back the one apostrophe that {@link guarded} put in front. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text
