/** What is selected after a click or a key: alone, one more or less, or all from the last one to this. */
export const nextSelection = (
  shown: readonly { id: string }[],
  before: readonly string[],
  id: string,
  how: 'alone' | 'toggle' | 'extend',
): string[] => {
  if (how === 'toggle') return before.includes(id) ? before.filter(one => one !== id) : [...before, id]
  const anchor = before[0]
  if (how === 'alone' || anchor === undefined) return [id]
  const places = [anchor, id].map(one => shown.findIndex(row => row.id === one))
  const [from, to] = [Math.min(...places), Math.max(...places)]
  const between = shown.slice(Math.max(0, from), to + 1).map(row => row.id)
  // The anchor stays first, so that the next extension starts from it again.
  return [anchor, ...between.filter(one => one !== anchor)]
}
