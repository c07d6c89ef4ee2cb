/**
 * The canonical form of a text: no byte order mark at the start, LF line ends (from CRLF and lone CR), Unicode NFC
 * (Unicode Standard Annex 15). Nothing else is touched, so that every character of the document is kept.
 */
export const canonicalText = (raw: string): string =>
  raw
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
