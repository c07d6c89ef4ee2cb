import type { Claim } from '../../shared/model/claim.ts'
import type { LineageId, SourceId, TermId } from '../../shared/model/id.ts'
import { grouped } from '../../shared/rules/groups.ts'
import type { MatrixFacts, MatrixSurroundings, SourceGroup, Tally, TermFacts } from '../../shared/rules/matrix-facts.ts'
import { polarityBits } from '../../shared/rules/source-groups.ts'
import type { Database } from '../store/case-file.ts'
import { areFactsRead, claimFactsWhere, factsIn, readSurroundings, readTerms } from './claim-facts.ts'
import { placeInLog } from './log-place.ts'

const polarities = Object.keys(polarityBits) as Claim['polarity'][]

// One number holds how many claims there are of each polarity and how many of them quote nothing, in ten bits each: a sum
// for each would take three times as long. A cell of more claims than ten bits can count is not counted at all.
const base = 1024
const weightOf = (polarity: Claim['polarity']) => base ** polarities.indexOf(polarity)
const weights = polarities.map(polarity => `when '${polarity}' then ${weightOf(polarity)}`).join(' ')
const sizeOf = `case c.polarity ${weights} end + case
  when c.polarity = 'silent' or exists (select 1 from claimEvidence as e where e.claim = c.id) then 0 else ${base ** polarities.length} end`

type Count = readonly [
  term: TermId,
  source: SourceId,
  count: number,
  all: number,
  deprecated: number,
  /** How many claims name a lineage of their own. */
  relayed: number,
]

const counts = `select json_group_array(json_array(term, source, n, size, deprecated, relayed)) as rows from (
  select term, source, count(*) as n, sum(size) as size, sum(iif(rank = 'deprecated', size, 0)) as deprecated,
    count(lineage) as relayed
  from (select c.term, c.source, c.rank, c.lineage, ${sizeOf} as size from claim as c) group by term, source)`

type Relay = { term: TermId; source: SourceId; lineage: LineageId; deprecated: number; count: number }

const relays = `select term, source, lineage, rank = 'deprecated' as deprecated, count(*) as count
  from claim where lineage is not null and polarity <> 'silent' group by 1, 2, 3, 4`

/** The number in the given place of a sum of sizes. */
const part = (size: number, place: number) => Math.floor(size / base ** place) % base

const saidIn = (size: number): number =>
  polarities.reduce((bits, polarity, place) => (part(size, place) > 0 ? bits | polarityBits[polarity] : bits), 0)

const none: readonly LineageId[] = []

const lineagesOf = (speaking: number, relays: readonly Relay[], ofSource: readonly LineageId[]) => {
  if (relays.length === 0) return speaking > 0 ? ofSource : none
  const own = speaking - relays.reduce((sum, one) => sum + one.count, 0)
  return [...new Set([...relays.map(({ lineage }) => lineage), ...(own > 0 ? ofSource : none)])]
}

const tallyOf = (size: number, relays: readonly Relay[], ofSource: readonly LineageId[]): Tally => {
  const count = polarities.reduce((sum, _, place) => sum + part(size, place), 0)
  const speaking = count - part(size, polarities.indexOf('silent'))
  const unsupported = part(size, polarities.length)
  return { count, unsupported, speaking, lineages: lineagesOf(speaking, relays, ofSource) }
}

/** The claims that a frame looks at themselves: of open conflicts of assessed terms, and one for each day that an undated source speaks of. */
const neededClaims = `c.id in (
    select conflictClaim.claim from conflictClaim join conflict on conflict.id = conflictClaim.conflict
    where conflict.state = 'open' and conflict.term in (select term from position where party is null)
    union
    select min(id) from claim
    where source in (select id from source where published is null) and asOf is not null group by source, asOf
  )`

const groupsIn = (db: Database, around: MatrixSurroundings): ReadonlyMap<TermId, SourceGroup[]> | null => {
  const rows = JSON.parse(db.get<{ rows: string }>(counts)?.rows ?? '[]') as Count[]
  if (rows.some(([, , count]) => count >= base)) return null
  const relayed = rows.some(row => row[5] > 0)
    ? grouped(db.all<Relay>(relays), ({ term, source }) => `${term} ${source}`)
    : new Map<string, Relay[]>()
  const lineageOf = new Map([...around.lineages].map(([source, lineage]) => [source, [lineage]]))
  const groups = new Map<TermId, SourceGroup[]>()
  for (const [term, source, , size, deprecated, own] of rows) {
    const ofCell = (own > 0 && relayed.get(`${term} ${source}`)) || []
    const lineage = lineageOf.get(source) ?? none
    const all = tallyOf(size, ofCell, lineage)
    const isKept = (relay: Relay) => relay.deprecated === 0
    const kept = deprecated === 0 ? all : tallyOf(size - deprecated, ofCell.filter(isKept), lineage)
    const found = saidIn(size - deprecated) | (saidIn(deprecated) << 4)
    const group = { source, claims: [], found, kept, all }
    const ofTerm = groups.get(term)
    if (ofTerm) ofTerm.push(group)
    else groups.set(term, [group])
  }
  return groups
}

/** What the matrix by source of today can be drawn from before all claims are read. */
export type CountedFacts = {
  facts: MatrixFacts
  /** The whole facts of some terms. */
  read: (terms: readonly TermId[]) => ReadonlyMap<TermId, TermFacts>
}

/** Counts all claims of the case; null where a cell has more than can be counted. */
export const countClaims = (db: Database): CountedFacts | null => {
  const around = readSurroundings(db)
  const groups = groupsIn(db, around)
  if (groups === null) return null
  const needed = claimFactsWhere(db, neededClaims)
  const ofTerm = readTerms(db, null, needed).map((of): [TermId, TermFacts] => {
    const bySource = grouped(of.claims, ({ source }) => source)
    const counted = (groups.get(of.term.id) ?? []).map(group => ({
      ...group,
      claims: bySource.get(group.source) ?? [],
    }))
    return [of.term.id, { ...of, counted }]
  })
  const whole = new Map<TermId, TermFacts>()
  const read = (terms: readonly TermId[]) => {
    const asked = terms.filter(id => !whole.has(id))
    const claims = claimFactsWhere(db, 'c.term in (select value from json_each(?))', [JSON.stringify(asked)])
    for (const of of readTerms(db, asked, claims)) whole.set(of.term.id, of)
    return whole
  }
  return { facts: factsIn(new Map(ofTerm), around), read }
}

const known = new WeakMap<Database, { at: string; counted: CountedFacts | null }>()

/**
 * For the first screen of a case that was just opened: its claims counted by the database, which takes a fraction of
 * reading them. Null once all facts are read, and from the first change of the case on: then they are read. What is
 * answered from counts is what is answered from facts, held by test/main/records/counted-facts.test.ts.
 */
export const countedFacts = (db: Database): CountedFacts | null => {
  if (areFactsRead(db)) {
    known.delete(db)
    return null
  }
  const at = placeInLog(db)
  const before = known.get(db)
  if (before !== undefined) return before.at === at ? before.counted : null
  const counted = countClaims(db)
  known.set(db, { at, counted })
  return counted
}
