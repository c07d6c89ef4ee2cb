/**
 * Where the characters of a run are drawn. `x` and `y`: where its baseline begins, in points from the upper left corner of
 * the page as it is seen · `alongX`, `alongY`: the way the line runs, of length 1 · `edges`: how far along it each code
 * unit of `drawn` begins, and where the last one ends · `ascent` and `descent`: how far it reaches from the baseline.
 */
export type Glyphs = {
  drawn: string
  x: number
  y: number
  alongX: number
  alongY: number
  ascent: number
  descent: number
  edges: Float32Array
}

/**
 * What PDF.js tells of the glyphs of a run, by main/setup/mending.mjs: where each part of its string begins and ends, two
 * numbers a part (no number for a space that no glyph draws), and how many code units the part has. In the order they are drawn.
 */
export type DrawnGlyphs = { edges: Float32Array; lengths: Uint8Array }

/** As far as `width`, in even steps: for what is known by its whole width only. */
export const evenEdges = (length: number, width: number): Float32Array =>
  Float32Array.from({ length: length + 1 }, (_, at) => (width * at) / Math.max(length, 1))

/**
 * The edge of every code unit of a run that is `length` of them long and so wide, in units of `scale`. Script to the left
 * is drawn from its end. Even steps where nothing is known of the glyphs, or not of all.
 */
export function edgesOf(
  glyphs: DrawnGlyphs | undefined,
  { length, width, scale, rightToLeft }: { length: number; width: number; scale: number; rightToLeft: boolean },
): Float32Array {
  const known = glyphs && glyphs.lengths.reduce((sum, one) => sum + one, 0) === length
  const edges = known ? drawnEdges(glyphs, length, scale) : evenEdges(length, width)
  return rightToLeft ? edges.toReversed() : edges
}

function drawnEdges({ edges, lengths }: DrawnGlyphs, length: number, scale: number): Float32Array {
  const found = new Float32Array(length + 1)
  let at = 0
  let end = 0
  lengths.forEach((units, part) => {
    const [from, to] = [edges[part * 2] ?? Number.NaN, edges[part * 2 + 1] ?? Number.NaN]
    const start = Number.isNaN(from) ? end : from * scale
    // A space reaches as far as what comes after it.
    const next = edges[part * 2 + 2]
    end = Number.isNaN(to) ? (next === undefined || Number.isNaN(next) ? end : next * scale) : to * scale
    // A sign that stands for several letters is parted evenly among them.
    for (let unit = 0; unit < units; unit += 1) found[at + unit] = start + ((end - start) * unit) / units
    at += units
  })
  found[length] = end
  return found
}

/** The glyphs from one code unit that is no space to another, counted without the spaces. */
export function glyphsBetween(glyphs: Glyphs, from: number, to: number): Glyphs {
  const places: number[] = []
  for (let at = 0; at < glyphs.drawn.length; at += 1) if (!isSpace(glyphs.drawn, at)) places.push(at)
  const start = places[from] ?? glyphs.drawn.length
  const end = Math.max(start, (places[to - 1] ?? glyphs.drawn.length - 1) + 1)
  return { ...glyphs, drawn: glyphs.drawn.slice(start, end), edges: glyphs.edges.slice(start, end + 1) }
}

/** True for white space, as `plainCharacters` takes it. */
export const isSpace = (words: string, at: number): boolean => {
  const code = words.charCodeAt(at)
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code === 0x85 || (code < 0xd800 && /\s/.test(words.charAt(at)))
}
