import type { Proximity } from '../model/excerpt-filter.ts'
import type { TagId } from '../model/id.ts'
import { bySource, type ExcerptFacts, type ExcerptSurroundings, stretchesOf } from './excerpt-filter.ts'
import { reachOf, sweep } from './standing-beside.ts'

export type TagMeetings = {
  /** How many excerpts bear each tag, the most first. */
  counts: { tag: TagId; excerpts: number }[]
  pairs: { one: TagId; other: TagId; meetings: number }[]
}

/**
 * How often two tags meet. A tag on an excerpt is one coding; two codings of different tags meet on one excerpt and, where
 * `beside` is given, on two excerpts that stand so to each other. The facts are in the order of `inPlaceOrder`. The work is
 * that of the excerpts times the tags around each, never of the excerpts times themselves.
 */
export const tagMeetings = (
  facts: readonly ExcerptFacts[],
  beside: Proximity | null,
  around: Pick<ExcerptSurroundings, 'blocksOf'>,
): TagMeetings => {
  const tags = [...new Set(facts.flatMap(one => one.tags))]
  const numberOf = new Map(tags.map((tag, number) => [tag, number]))
  const numbers = facts.map(one => one.tags.map(tag => numberOf.get(tag) ?? 0))
  const excerpts = new Uint32Array(tags.length)
  const rows = tags.map(() => new Uint32Array(tags.length))
  const meet = (one: number, other: number, times: number) => {
    const row = rows[Math.min(one, other)]
    const column = Math.max(one, other)
    if (row) row[column] = (row[column] ?? 0) + times
  }
  for (const own of numbers)
    for (const [at, one] of own.entries()) {
      excerpts[one] = (excerpts[one] ?? 0) + 1
      for (const other of own.slice(at + 1)) meet(one, other, 1)
    }
  if (beside !== null)
    bySource(facts, (from, to) => {
      if (to - from < 2) return
      const present = new Map<number, number>()
      const change = (index: number, by: number) => {
        for (const one of numbers[from + index] ?? []) {
          const times = (present.get(one) ?? 0) + by
          if (times === 0) present.delete(one)
          else present.set(one, times)
        }
      }
      sweep(
        stretchesOf(facts.slice(from, to), beside, around),
        reachOf(beside),
        index => {
          for (const one of numbers[from + index] ?? [])
            for (const [other, times] of present) if (other !== one) meet(one, other, times)
          change(index, 1)
        },
        index => change(index, -1),
      )
    })
  const idOf = (number: number) => tags[number] as TagId
  return {
    counts: tags
      .map((tag, number) => ({ tag, excerpts: excerpts[number] ?? 0 }))
      .sort((one, other) => other.excerpts - one.excerpts || (one.tag < other.tag ? -1 : 1)),
    pairs: rows.flatMap((row, one) =>
      [...row].flatMap((meetings, other) => (meetings === 0 ? [] : [{ one: idOf(one), other: idOf(other), meetings }])),
    ),
  }
}
