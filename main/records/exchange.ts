import type { ExchangePlan } from '../../shared/contract/exchange.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { ClaimId, SourceId, TermId } from '../../shared/model/id.ts'
import type { Party } from '../../shared/model/party.ts'
import type { Bibliography } from '../../shared/model/source.ts'
import { matrixSteps } from '../../shared/rules/exchange/matrix-steps.ts'
import { recordSteps } from '../../shared/rules/exchange/record-steps.ts'
import type { Act, Known, Link, Steps } from '../../shared/rules/exchange/steps.ts'
import { termListSteps } from '../../shared/rules/exchange/term-list.ts'
import { grouped } from '../../shared/rules/groups.ts'
import type { Database } from '../store/case-file.ts'
import { redetect } from './detection.ts'
import { addReference } from './references.ts'
import { nextRef, nextSequence } from './refs.ts'
import { claims, parties, terms } from './tables.ts'

const isThere = (db: Database, table: 'excerpt' | 'lineage' | 'source', id: string): boolean =>
  db.get(`select 1 from "${table}" where id = ?`, [id]) !== undefined

/** The records that a plan is compared with. The claims are read at the first question, all at once. */
const knownTo = (db: Database): Known => {
  let byTerm: Map<TermId, Claim[]> | null = null
  let byId: Map<ClaimId, Claim> | null = null
  let all: Claim[] | null = null
  const read = () => {
    all ??= claims.all(db)
    return all
  }
  return {
    terms: terms.all(db),
    sources: db.all<{ id: SourceId; title: string }>('select id, title from source order by id'),
    parties: parties.all(db),
    claimsOf: term => {
      byTerm ??= grouped(read(), claim => claim.term)
      return byTerm.get(term) ?? []
    },
    claim: id => {
      byId ??= new Map(read().map(claim => [claim.id, claim]))
      return byId.get(id)
    },
    hasExcerpt: id => isThere(db, 'excerpt', id),
    hasLineage: id => isThere(db, 'lineage', id),
    hadRef: ref => isRefGone(db, ref),
  }
}

/** What a plan comes to in this case. */
export const stepsOf = (db: Database, plan: ExchangePlan): Steps => {
  const known = knownTo(db)
  switch (plan.kind) {
    case 'matrix':
      return matrixSteps(plan.sheet, plan.layout, known)
    case 'terms':
      return termListSteps(plan.sheet, plan.layout, known)
    case 'records':
      return recordSteps(plan.sheets, known)
  }
}

/** A source of which only the title is known, as an entry of a list of references would make it. */
const addSource = (db: Database, title: string): SourceId =>
  addReference(db, title, { bibliography: { ...untitled, title }, statements: [], abstract: '' })

const untitled: Bibliography = {
  title: '',
  authors: [],
  publisher: '',
  published: null,
  publishedStated: '',
  publishedReadings: [],
  accessed: null,
  url: '',
  language: '',
  kind: 'other',
}

/**
 * Carries out steps in their order and runs the detector once over each term they touched. A step that links to what was
 * left out is left out with it.
 */
export const carryOut = (
  db: Database,
  { steps }: Steps,
  without: ReadonlySet<string>,
): { made: number; changed: number } => {
  const madeIds = new Map<string, string>()
  const touched = new Set<TermId>()
  const counts = { made: 0, changed: 0 }
  const drafts: Parameters<typeof claims.createAll>[1][number][] = []
  const refOf = (ref: string | null) => (ref !== null && !isRefUsed(db, ref) ? ref : nextRef(db, 'term', 'T'))
  const idOf = <Id extends string>(link: Link<Id>): Id | undefined =>
    'id' in link ? link.id : (madeIds.get(link.made) as Id | undefined)

  const make = (act: Act): string | null => {
    switch (act.do) {
      case 'add source':
        return addSource(db, act.title)
      case 'add party':
        return parties.create(db, { name: act.name, shortName: act.name, sequence: nextSequence(db, 'party') }).id
      case 'add term':
        return terms.create(db, { ...act.fields, ref: refOf(act.ref), sequence: nextSequence(db, 'term') }).id
      case 'insert term':
        return terms.insert(db, { ...act.term, ref: refOf(act.term.ref) }).id
      case 'insert claim':
        if (!terms.find(db, act.claim.term)) return null
        touched.add(act.claim.term)
        return claims.insert(db, act.claim).id
      case 'add claim': {
        const [term, source] = [idOf(act.term), idOf(act.source)]
        const party: Party['id'] | null | undefined = act.party === null ? null : idOf(act.party)
        if (term === undefined || source === undefined || party === undefined) return null
        touched.add(term)
        drafts.push({ ...act.fields, term, source, party })
        return ''
      }
      case 'change term':
        terms.update(db, act.id, act.patch)
        touched.add(act.id)
        return act.id
      case 'change claim': {
        const before = claims.need(db, act.id)
        if (act.patch.term !== undefined && !terms.find(db, act.patch.term)) return null
        touched.add(before.term)
        touched.add(claims.update(db, act.id, act.patch).term)
        return act.id
      }
    }
  }

  for (const { difference, act } of steps) {
    if (act === null || without.has(difference.key)) continue
    const id = make(act)
    if (id === null) continue
    madeIds.set(difference.key, id)
    counts[act.do.startsWith('change') ? 'changed' : 'made'] += 1
  }
  if (drafts.length > 0) claims.createAll(db, drafts)
  redetect(db, [...touched])
  return counts
}

/** A ref that a removed term had is not given again. */
const isRefGone = (db: Database, ref: string): boolean =>
  db.get(`select 1 from change where "table" = 'term' and op = 'delete' and json_extract(before, '$.ref') = ?`, [
    ref,
  ]) !== undefined

const isRefUsed = (db: Database, ref: string): boolean =>
  db.get('select 1 from term where ref = ?', [ref]) !== undefined || isRefGone(db, ref)
