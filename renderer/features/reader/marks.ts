import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'

/** Marks in the order of the text, and the names of what stands on them: refs of terms and risks, names of tags, by id. */
export type Marks = { ordered: readonly ExcerptMark[]; names: ReadonlyMap<string, string> }

export type MarkChanges = OutputOf<'excerpts.changes'>

export const noMarks: Marks = { ordered: [], names: new Map() }

type Spot = TextRange & { id: string }

/** Where two marks begin at once the longer comes first. Ids grow with time. */
export const inTextOrder = (one: Spot, other: Spot): number =>
  one.start - other.start || other.end - one.end || (one.id < other.id ? -1 : 1)

const merged = (left: readonly ExcerptMark[], right: readonly ExcerptMark[]): readonly ExcerptMark[] => {
  if (right.length === 0) return left
  const all: ExcerptMark[] = []
  let next = 0
  for (const mark of left) {
    for (let other = right[next]; other !== undefined && inTextOrder(other, mark) < 0; other = right[next]) {
      all.push(other)
      next += 1
    }
    all.push(mark)
  }
  return [...all, ...right.slice(next)]
}

const named = (before: ReadonlyMap<string, string>, names: Record<string, string>): ReadonlyMap<string, string> => {
  const differing = Object.entries(names).filter(([id, name]) => before.get(id) !== name)
  return differing.length === 0 ? before : new Map([...before, ...differing])
}

const isAlike = (one: ExcerptMark, other: ExcerptMark) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The marks with their changes since `base`. One that is as it was in `shown`, which the page shows now, stays the same
 * object, so that only the blocks of what changed are drawn anew (test/renderer/features/reader/marks.test.ts).
 */
export const withChanges = (base: Marks, changes: MarkChanges, shown: Marks): Marks => {
  const names = named(shown.names, changes.names)
  if (!changes.whole && changes.marks.length + changes.gone.length === 0) return { ordered: base.ordered, names }
  const changed = new Set<string>([...changes.gone, ...changes.marks.map(({ id }) => id)])
  const before = new Map(shown.ordered.filter(({ id }) => changed.has(id)).map(mark => [mark.id, mark]))
  const fresh = changes.marks.map(mark => {
    const same = before.get(mark.id)
    return same && isAlike(same, mark) ? same : mark
  })
  fresh.sort(inTextOrder)
  return { ordered: merged(changes.whole ? [] : base.ordered.filter(({ id }) => !changed.has(id)), fresh), names }
}
