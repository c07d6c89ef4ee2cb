/**
 * Offsets in UTF-16 code units of a text as numbers of code points, the unit of the W3C Web Annotation Data Model. One pass,
 * whatever their number and order. An offset within a surrogate pair counts the whole pair.
 */
export const codePointsAt = (text: string, offsets: readonly number[]): Map<number, number> => {
  const sorted = [...new Set(offsets)].sort((one, other) => one - other)
  const found = new Map<number, number>()
  let [at, points] = [0, 0]
  for (const offset of sorted) {
    for (; at < offset && at < text.length; points++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
    found.set(offset, points)
  }
  return found
}
