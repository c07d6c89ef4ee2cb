import type { CellLetter } from '../contract/matrix.ts'
import type { Claim } from '../model/claim.ts'
import type { LineageId } from '../model/id.ts'
import { grouped } from './groups.ts'
import type { ClaimFact, MatrixSurroundings, SourceGroup, Tally, TermFacts } from './matrix-facts.ts'

// What the claims of a cell are found to say, in bits; deprecated claims four further up.
export const polarityBits: Readonly<Record<Claim['polarity'], number>> = {
  asserts: 1,
  denies: 2,
  'no-value': 4,
  silent: 8,
}
export const bitOf = ({ polarity, rank }: Pick<ClaimFact, 'polarity' | 'rank'>) =>
  rank === 'deprecated' ? polarityBits[polarity] << 4 : polarityBits[polarity]

export const letterOf = (found: number): CellLetter => {
  const said = (found & 15) === 0 ? found >> 4 : found & 15
  if (said === 0) return 'u'
  if (said & 1) return 'v'
  if (said & 2) return 'd'
  return said & 4 ? 'n' : 's'
}

export const isSpeaking = ({ polarity }: ClaimFact) => polarity !== 'silent'

const tallyOf = (claims: readonly ClaimFact[], { lineages }: MatrixSurroundings): Tally => {
  const speaking = claims.filter(isSpeaking)
  return {
    count: claims.length,
    unsupported: claims.filter(({ unsupported }) => unsupported).length,
    speaking: speaking.length,
    lineages: [...new Set(speaking.flatMap(({ source, lineage }) => lineage ?? lineages.get(source) ?? []))],
  }
}

const knownGroups = new WeakMap<TermFacts, { around: MatrixSurroundings; groups: readonly SourceGroup[] }>()

/** The claims of a term by source, tallied once for all days: a source is out as a whole. */
export const sourceGroups = (of: TermFacts, around: MatrixSurroundings): readonly SourceGroup[] => {
  if (of.counted) return of.counted
  const before = knownGroups.get(of)
  if (before?.around === around) return before.groups
  const groups = [...grouped(of.claims, ({ source }) => source)].map(([source, claims]) => {
    const kept = claims.filter(({ rank }) => rank !== 'deprecated')
    const all = tallyOf(claims, around)
    const found = claims.reduce((bits, claim) => bits | bitOf(claim), 0)
    return { source, claims, found, kept: kept.length === claims.length ? all : tallyOf(kept, around), all }
  })
  knownGroups.set(of, { around, groups })
  return groups
}

/**
 * All claims that count, with their origins as `countOrigins` counts them; deprecated ones count where there is nothing
 * else. Silence corroborates nothing: it is no claim of a value and has no origin.
 */
export const totalOf = (groups: readonly SourceGroup[]) => {
  const kept = groups.some(group => group.kept.count > 0)
  const relayed = new Set<LineageId>()
  const total = { claims: 0, unsupported: 0, origins: 0 }
  for (const group of groups) {
    const { unsupported, speaking, lineages } = kept ? group.kept : group.all
    total.claims += speaking
    total.unsupported += unsupported
    if (speaking > 0 && lineages.length === 0) total.origins += 1
    for (const lineage of lineages) relayed.add(lineage)
  }
  total.origins += relayed.size
  return total
}
