import type { Claim } from '../model/claim.ts'
import type { LineageId, SourceId } from '../model/id.ts'
import type { Source } from '../model/source.ts'

/** The lineage of each source that has one. */
export type SourceLineages = ReadonlyMap<SourceId, LineageId>

export const sourceLineages = (sources: Iterable<Pick<Source, 'id' | 'lineage'>>): SourceLineages => {
  const lineages = new Map<SourceId, LineageId>()
  for (const { id, lineage } of sources) if (lineage !== null) lineages.set(id, lineage)
  return lineages
}

type Origin = Pick<Claim, 'source' | 'lineage'>

/** {@link origins} for callers that count for many cells and index the sources once. */
export const countOrigins = (claims: Iterable<Origin>, lineages: SourceLineages): number => {
  const relayed = new Set<LineageId>()
  const relaying = new Set<SourceId>()
  const all = new Set<SourceId>()
  for (const claim of claims) {
    const lineage = claim.lineage ?? lineages.get(claim.source) ?? null
    all.add(claim.source)
    if (lineage === null) continue
    relayed.add(lineage)
    relaying.add(claim.source)
  }
  return relayed.size + all.size - relaying.size
}

/**
 * The number of independent origins behind the claims: a lineage (of the claim, else of its source) counts once however
 * many relay it; a source without one counts once however many claims it makes. A source that relays a lineage adds no
 * origin of its own beside it.
 */
export const origins = (claims: Iterable<Origin>, sources: Iterable<Pick<Source, 'id' | 'lineage'>>): number =>
  countOrigins(claims, sourceLineages(sources))
