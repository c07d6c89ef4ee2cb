import type { Claim } from '../model/claim.ts'
import type { SourceId } from '../model/id.ts'
import type { PartialDate } from '../model/partial-date.ts'
import type { Source } from '../model/source.ts'

/** The sources that claims without a date of their own are dated by. */
export type DatedBySource = ReadonlyMap<SourceId, Pick<Source, 'published'>>

/** The date a claim speaks of: its own as-of date, else the day its source was published. */
export const claimDate = (claim: Pick<Claim, 'asOf' | 'source'>, sources: DatedBySource): PartialDate | null =>
  claim.asOf ?? sources.get(claim.source)?.published ?? null
