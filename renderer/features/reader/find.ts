import type { TextRange } from '../../../shared/model/text-version.ts'

const most = 5_000

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Places of the words in a text, whatever their case and the white space between them; at most five thousand. */
export const placesOf = (text: string, words: string): TextRange[] => {
  const wanted = words.trim().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const pattern = new RegExp(wanted.map(escaped).join('\\s+'), 'giu')
  const found: TextRange[] = []
  for (const match of text.matchAll(pattern)) {
    found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length === most) break
  }
  return found
}
