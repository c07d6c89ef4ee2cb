const isPlain = (item: string) => item !== '' && item === item.trim() && !/[;"\r\n]/.test(item)

/** Several words in one cell: `a; b; "with ; or quotes"`. {@link listFrom} gives the same list back, whatever the words. */
export const listWords = (items: readonly string[]): string =>
  items.map(item => (isPlain(item) ? item : `"${item.replaceAll('"', '""')}"`)).join('; ')

/** The words of a list in one cell, as {@link listWords} writes it or as a person types it. */
export const listFrom = (words: string): string[] => {
  const items: string[] = []
  let rest = words.trim()
  while (rest !== '') {
    const [whole, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^;]*))\s*(?:;\s*|$)/.exec(rest) ?? [rest, undefined, rest]
    const item = quoted === undefined ? (plain ?? '').trim() : quoted.replaceAll('""', '"')
    if (quoted !== undefined || item !== '') items.push(item)
    rest = rest.slice(whole.length)
  }
  return items
}
