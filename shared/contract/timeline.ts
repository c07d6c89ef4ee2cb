import { z } from 'zod'
import { claimId, excerptId, partyId, sourceId, termId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { line } from '../model/record.ts'
import { read } from './operation.ts'

/** What happened on a date: a source was published, a claim is as of it, or tells of an event on it. */
export const timelineKind = z.enum(['published', 'as of', 'event'])
export type TimelineKind = z.infer<typeof timelineKind>

/** One entry of the timeline, with the passage that a click goes to where there is one. */
export const timelineEntry = z.object({
  kind: timelineKind,
  date: partialDate,
  title: line,
  detail: line,
  source: sourceId,
  sourceTitle: line,
  claim: claimId.nullable(),
  term: termId.nullable(),
  termRef: line,
  party: partyId.nullable(),
  excerpt: excerptId.nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const timelineOperations = {
  /** Everything that has a date, the oldest first. `undated` counts what states none. */
  'timeline.read': read(
    z.strictObject({}),
    z.object({ entries: z.array(timelineEntry), undated: z.object({ sources: z.int(), claims: z.int() }) }),
    ['source', 'claim', 'term', 'excerpt', 'party'],
  ),
}
