import * as z from 'zod'
import { blockId } from './id.ts'
import { judgement } from './judgement.ts'
import { marking } from './marking.ts'
import { partialDate } from './partial-date.ts'
import { line } from './record.ts'
import { richText } from './rich-text.ts'

const part = {
  id: blockId,
  /** Empty: the name of the kind. */
  heading: line,
  /** Empty: as the briefing. */
  marking,
}

/** Empty: one drafted from what is shown. */
const caption = line

/** Names of categories, of terms or of risks; none: all. */
const categories = z.array(line)

const day = partialDate.nullable()

/**
 * The parts of a briefing. Prose, bottom line and judgements hold the analyst's own words; all others are live: they draw
 * from the case as it stands, by filters of their own, and are frozen when an edition is issued.
 */
export const briefingBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bottom line'), ...part, document: richText }),
  z.object({ kind: z.literal('key judgements'), ...part, judgements: z.array(judgement) }),
  z.object({ kind: z.literal('prose'), ...part, document: richText }),
  z.object({
    kind: z.literal('matrix'),
    ...part,
    caption,
    categories,
    axis: z.enum(['sources', 'parties', 'dates']),
    /** As it could have been drawn up on that day; null: all that the case has. */
    asOf: day,
  }),
  z.object({
    kind: z.literal('conflicts'),
    ...part,
    categories,
    states: z.array(z.enum(['open', 'resolved', 'dismissed'])),
    /** Whether what differs without being a conflict is told after them. */
    differences: z.boolean(),
  }),
  z.object({ kind: z.literal('heat map'), ...part, caption, categories, arrows: z.boolean() }),
  z.object({
    kind: z.literal('register'),
    ...part,
    caption,
    categories,
    /** One table of lines, or every risk in full. */
    form: z.enum(['table', 'full']),
    /** The gravest so many; null: all. */
    most: z.int().min(1).nullable(),
  }),
  /** What moved in the register since a day; null: since the edition issued last. */
  z.object({ kind: z.literal('movers'), ...part, categories, since: day }),
  /** Events, claims and steps of the talks by their dates. */
  z.object({ kind: z.literal('timeline'), ...part, caption, categories, from: day, to: day }),
  z.object({
    kind: z.literal('indicators'),
    ...part,
    caption,
    categories,
    states: z.array(z.enum(['seen', 'emerging', 'not seen'])),
  }),
  z.object({ kind: z.literal('gaps'), ...part, caption, categories }),
  z.object({
    kind: z.literal('sources'),
    ...part,
    /** The source summary statement as the analyst edited it; null: as drafted from the case. */
    statement: richText.nullable(),
    scope: z.enum(['all', 'cited']),
  }),
  z.object({ kind: z.literal('scale key'), ...part }),
  /** `descriptor`: what ICD 206 asks of a reference; `chicago`: a note of the Chicago Manual of Style, 17th edition. */
  z.object({ kind: z.literal('endnotes'), ...part, style: z.enum(['descriptor', 'chicago']) }),
  z.object({ kind: z.literal('evidence annex'), ...part }),
  /** What is new against the edition issued last. */
  z.object({ kind: z.literal('changes'), ...part }),
])
export type BriefingBlock = z.infer<typeof briefingBlock>
export type BlockKind = BriefingBlock['kind']
