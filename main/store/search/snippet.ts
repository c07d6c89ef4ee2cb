import type { Place, Range } from './finder.ts'

/** How much of a text a snippet shows, and how much of that stands before what was found. */
const longest = 180
const lead = 40

/** The stretch that shows the most of the phrases, the first of several. */
const bestStart = (places: readonly Place[]): number => {
  let best = 0
  let most = 0
  for (const [at, place] of places.entries()) {
    const seen = new Set<number>()
    for (let next = at; next < places.length; next++) {
      const other = places[next]
      if (!other || other.end > place.start + longest - lead) break
      seen.add(other.phrase)
    }
    if (seen.size > most) {
      most = seen.size
      best = place.start
    }
  }
  return best
}

const white = /\s/

/** From the end: an expression that says so would begin anew at every space. */
const lastSpace = (text: string): number => {
  let at = text.length - 1
  while (at >= 0 && !white.test(text[at] ?? '')) at--
  return at
}

const oneSpaced = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** Some 180 characters of a text around its places, in one line, and where the places are within it. */
export const snippetOf = (text: string, places: readonly Place[]): { snippet: string; marks: Range[] } => {
  let from = Math.max(0, bestStart(places) - lead)
  let to = Math.min(text.length, from + longest)
  // Cut between words; a run without any space is cut where it must be.
  if (from > 0) {
    const space = text.slice(from, from + lead).search(/\s/)
    if (space >= 0) from += space + 1
  }
  const inside = places.filter(place => place.start >= from && place.end <= to)
  if (to < text.length) {
    const space = lastSpace(text.slice(from, to))
    if (space > 0 && from + space >= (inside.at(-1)?.end ?? 0)) to = from + space
  }
  let snippet = from > 0 ? '…' : ''
  const marks: Range[] = []
  let done = from
  for (const { start, end } of inside) {
    if (start < done) continue
    snippet += oneSpaced(text.slice(done, start))
    const marked = oneSpaced(text.slice(start, end))
    marks.push({ start: snippet.length, end: snippet.length + marked.length })
    snippet += marked
    done = end
  }
  snippet += oneSpaced(text.slice(done, to)).trimEnd()
  return { snippet: to < text.length ? `${snippet}…` : snippet, marks }
}
