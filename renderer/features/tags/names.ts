import { listWords } from '../../../shared/formats.ts'
import { sentence } from '../../../shared/rules/sentence.ts'

const most = 6

/** Names in one line: “A”, “B” and “C”; of many the first six and how many more there are. */
export const named = (tags: readonly { name: string }[]): string => {
  const shown = tags
    .slice(0, tags.length > most + 1 ? most : tags.length)
    .map(({ name }) => sentence('words.quoted', { words: name }))
  const more = tags.length - shown.length
  return listWords(more === 0 ? shown : [...shown, `+${more}`])
}
