import { compareWords } from '../formats.ts'
import { highlightColour } from '../model/excerpt.ts'
import type { PartialDate } from '../model/partial-date.ts'
import type { ExcerptFacts } from './excerpt-filter.ts'

/** What an excerpt is put in order by beside its own facts. */
export type SourceFacts = { title: string; published: PartialDate | null }

export type ExcerptOrdering = 'place' | 'source' | 'date' | 'created' | 'updated' | 'colour' | 'credibility' | 'length'

type Key = string | number | null

const keys: Record<Exclude<ExcerptOrdering, 'place'>, (facts: ExcerptFacts, source: SourceFacts | undefined) => Key> = {
  source: (_, source) => source?.title || null,
  date: (_, source) => source?.published ?? null,
  created: ({ created }) => created,
  updated: ({ updated }) => updated,
  colour: ({ colour }) => highlightColour.options.indexOf(colour),
  credibility: ({ credibility }) => credibility,
  length: ({ start, end }) => end - start,
}

/**
 * Excerpts, given in the order of their places, in another. Equal ones stay in the order of their places; what says
 * nothing comes last, whichever way the list is turned.
 */
export const orderedExcerpts = (
  facts: readonly ExcerptFacts[],
  order: ExcerptOrdering,
  descending: boolean,
  sourceOf: (source: ExcerptFacts['source']) => SourceFacts | undefined,
): ExcerptFacts[] => {
  if (order === 'place') return descending ? facts.toReversed() : [...facts]
  const keyed = facts.map((one, place) => ({ one, place, key: keys[order](one, sourceOf(one.source)) }))
  const turn = descending ? -1 : 1
  const compare = order === 'source' ? collated(keyed.map(({ key }) => key)) : plain
  keyed.sort((left, right) => {
    if (left.key === null || right.key === null)
      return Number(left.key === null) - Number(right.key === null) || left.place - right.place
    return turn * compare(left.key, right.key) || left.place - right.place
  })
  return keyed.map(({ one }) => one)
}

const plain = (one: Key, other: Key): number => (one === other ? 0 : (one ?? 0) < (other ?? 0) ? -1 : 1)

/** Compares titles as a dictionary does: each title once, since comparing so is slow and excerpts share their sources. */
const collated = (titles: readonly Key[]) => {
  const distinct = [...new Set(titles)].sort((one, other) => compareWords(String(one), String(other)))
  const places = new Map(distinct.map((title, place) => [title, place]))
  return (one: Key, other: Key): number => (places.get(one) ?? 0) - (places.get(other) ?? 0)
}
