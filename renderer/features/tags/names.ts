const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const most = 6

/** Names in one line: “A”, “B” and “C”; of many the first six and how many more there are. */
export const named = (tags: readonly { name: string }[]): string => {
  const shown = tags.slice(0, tags.length > most + 1 ? most : tags.length).map(({ name }) => `“${name}”`)
  const more = tags.length - shown.length
  return list.format(more === 0 ? shown : [...shown, `+${more}`])
}
