import type { ExcerptId } from '../../../shared/model/id.ts'

/** What is selected after a click or a key with the ids in order: the one that selecting started from stays the first. */
export const extended = (ids: readonly ExcerptId[], anchor: ExcerptId | undefined, to: ExcerptId): ExcerptId[] => {
  const places = [ids.indexOf(anchor ?? to), ids.indexOf(to)]
  const [from, until] = [Math.min(...places), Math.max(...places)]
  if (from < 0) return [to]
  const between = ids.slice(from, until + 1)
  return anchor === undefined ? between : [anchor, ...between.filter(one => one !== anchor)]
}

export const toggled = (selected: readonly ExcerptId[], id: ExcerptId): ExcerptId[] =>
  selected.includes(id) ? selected.filter(one => one !== id) : [...selected, id]
