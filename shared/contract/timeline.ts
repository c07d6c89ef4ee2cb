import * as z from 'zod'
import { claimId, excerptId, partyId, sourceId, termId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { line } from '../model/record.ts'
import { read } from './operation.ts'

/** What a date is of: a source was published, a claim is as of it, tells of an event on it, or says that it is the date. */
export const timelineKind = z.enum(['published', 'event', 'date claimed', 'as of'])
export type TimelineKind = z.infer<typeof timelineKind>

/** One date of the case. A claim may give several: one for each kind. */
export const timelineEntry = z.object({
  kind: timelineKind,
  date: partialDate,
  /** The title of the source, or the name of the term. */
  title: line,
  /** What the claim says in short words; of a source its publisher. */
  detail: line,
  source: sourceId,
  sourceTitle: line,
  claim: claimId.nullable(),
  term: termId.nullable(),
  termRef: line,
  party: partyId.nullable(),
  /** The first passage that the claim rests on, and the source that it stands in; null for a source, and for a claim without evidence. */
  passage: z.object({ source: sourceId, excerpt: excerptId }).nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const timelineOperations = {
  /** Everything that has a date, the oldest first. `undated` counts the sources and claims that state none. */
  'timeline.read': read(
    z.strictObject({}),
    z.object({ entries: z.array(timelineEntry), undated: z.object({ sources: z.int(), claims: z.int() }) }),
    ['source', 'claim', 'term', 'excerpt'],
  ),
}
