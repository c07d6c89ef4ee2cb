/** Whether plain words look as if they were written as Markdown: a sign of structure at the start of a line, or of a link or mark. */
export const looksLikeMarkdown = (text: string): boolean => {
  if (text.length > 2_000_000) return false
  const signs = [
    /^#{1,6} \S/m,
    /^(?:[-*+] \S.*(?:\n|$)){2,}/m,
    /^[-*+] \[[ xX]\] \S/m,
    /^(?:\d{1,3}[.)] \S.*(?:\n|$)){2,}/m,
    /^> \S/m,
    /^(?:```|~~~)/m,
    /^\|?.+\|.+\n\|?[ :]*-{3,}[ :]*\|/m,
    /\[[^\]\n]+\]\((?:https?:|glossator:)[^)\s]+\)/,
    /^\[\^\w+\]: \S/m,
  ]
  const strong = /(?:^|\s)\*\*[^\s*][^*\n]*\*\*(?=\W|$)/
  return signs.some(sign => sign.test(text)) || (strong.test(text) && /\n\n|__|_\w+_|`/.test(text))
}

/** Lists and quotations in each other beyond which the parser's work grows too fast for a paste. */
export const isTooDeep = (text: string): boolean =>
  [...text.matchAll(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm)].some(
    ([markers]) => (markers.match(/[>*+.)-]/g)?.length ?? 0) > 50,
  )

/** The cells of words that a sheet was copied as: tabs between them, the same number in each of at least two lines. */
export const sheetOf = (text: string): string[][] | null => {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  if (lines.length < 2 || lines.length > 2_000) return null
  const rows = lines.map(line => line.split('\t'))
  const width = rows[0]?.length ?? 0
  return width >= 2 && rows.every(row => row.length === width) ? rows : null
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeText = (words: string) => words.replace(/[&<>]/g, sign => escapes[sign] ?? sign)

/** Cells as a table of HTML, its first row as the head. */
export const tableHtml = (rows: readonly (readonly string[])[]): string =>
  `<table><tbody>${rows
    .map((row, at) => {
      const tag = at === 0 ? 'th' : 'td'
      return `<tr>${row.map(cell => `<${tag}><p>${escapeText(cell)}</p></${tag}>`).join('')}</tr>`
    })
    .join('')}</tbody></table>`
