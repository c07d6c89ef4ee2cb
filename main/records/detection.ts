import type { Claim } from '../../shared/model/claim.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { ClaimId, TermId } from '../../shared/model/id.ts'
import { comparePartialDates } from '../../shared/model/partial-date.ts'
import type { Term } from '../../shared/model/term.ts'
import { claimDate } from '../../shared/rules/claim-date.ts'
import { type Finding, findConflicts, findConflictsOf } from '../../shared/rules/detect.ts'
import { byId } from '../../shared/rules/groups.ts'
import { comparedFields } from '../../shared/rules/verdict.ts'
import type { Database } from '../store/case-file.ts'
import { comparedClaims } from './compared-claims.ts'
import { reopenChanged, undecided } from './decisions.ts'
import { claims, conflicts, sources, terms } from './tables.ts'

/** A finding as a conflict records it. */
type Found = Pick<Conflict, 'claims' | 'kind' | 'size' | 'reason'>

const asFound = ({ claims: ids, kind, size, reason }: Finding): Found => {
  if (kind === null) throw new Error(`The detector gave no kind: ${ids.join(' and ')}`)
  return { claims: ids, kind, size, reason }
}

type Disputed = Pick<Conflict, 'claims' | 'kind'>

const claimsKey = ({ claims: ids }: Pick<Conflict, 'claims'>) => [...ids].sort().join(' ')
const keyOf = (disputed: Disputed) => `${disputed.kind} ${claimsKey(disputed)}`

/** True for two records of one disagreement: the same claims, in any order, and the same kind. */
export const isSameConflict = (one: Disputed, other: Disputed) => keyOf(one) === keyOf(other)

/** Claims in the order of what they speak of, as a conflict lists them: "first right" means the first of these. */
export const inDateOrder = (db: Database, disputed: readonly Claim[]): ClaimId[] => {
  const ids = JSON.stringify(disputed.map(claim => claim.source))
  const known = byId(sources.all(db, 'id in (select value from json_each(?))', [ids]))
  return [...disputed]
    .sort(
      (one, other) =>
        comparePartialDates(claimDate(one, known), claimDate(other, known)) || one.id.localeCompare(other.id),
    )
    .map(claim => claim.id)
}

/** The terms that the chosen claims are about. `where` is SQL over the columns of `claim`. */
export const termsOf = (db: Database, where: string, values: readonly string[]): TermId[] =>
  db.all<{ term: TermId }>(`select distinct term from claim where ${where}`, values).map(({ term }) => term)

/** The finding is about the conflict already on record: what differs is taken over, and a decision about it is open again. */
const renew = (db: Database, conflict: Conflict, { kind, size, reason, claims: ids }: Found) => {
  if (conflict.kind === kind && conflict.size === size && conflict.reason === reason) return
  const renewed = conflicts.update(db, conflict.id, { kind, size, reason, claims: ids })
  if (conflict.state !== 'open') reopenChanged(db, renewed)
}

const rankOf = ({ state, decidedAt }: Conflict): number => (state === 'open' && decidedAt === null ? 1 : 0)

/** Brings the conflicts on record, of a term or of some of its claims, to what was found there. */
const reconcile = (db: Database, term: Term, recorded: readonly Conflict[], findings: readonly Finding[]) => {
  // Decided ones first: should two be about one disagreement, as after taking a command back, the decision stays.
  const known = [...recorded].sort((one, other) => rankOf(one) - rankOf(other))
  const found = findings.map(asFound)
  const byKey = new Map(found.map(finding => [keyOf(finding), finding]))
  const byClaims = new Map(found.map(finding => [claimsKey(finding), finding]))
  const left = new Set(found)
  const take = (finding: Found | undefined) => (finding && left.delete(finding) ? finding : undefined)
  const unmatched = known.filter(conflict => {
    const finding = take(byKey.get(keyOf(conflict)))
    if (finding && conflict.foundBy === 'detector') renew(db, conflict, finding)
    return !finding
  })
  for (const conflict of unmatched) {
    const byDetector = conflict.foundBy === 'detector'
    const finding = byDetector ? take(byClaims.get(claimsKey(conflict))) : undefined
    if (finding) renew(db, conflict, finding)
    // A conflict of fewer than two claims says nothing any more, whoever found or decided it.
    else if (conflict.claims.length < 2 || (byDetector && conflict.state === 'open' && conflict.decidedAt === null))
      conflicts.remove(db, conflict.id)
  }
  for (const finding of left)
    conflicts.create(db, {
      ...finding,
      term: term.id,
      foundBy: 'detector',
      ...undecided(),
    })
}

/**
 * Runs the detector again over the claims of these terms, inside the transaction that touched them. New conflicts are
 * recorded, open ones that are none any more go, decided ones stay and are opened again when what they are about has
 * changed. Held by test/main/operations/conflicts.test.ts.
 */
export const redetect = (db: Database, touched: readonly TermId[]): void => {
  for (const id of new Set(touched)) {
    const term = terms.find(db, id)
    if (!term) continue
    const reporting = sources.all(db, 'id in (select source from claim where term = ?)', [id])
    const findings = findConflicts(term, claims.all(db, 'term = ?', [id]), reporting)
    reconcile(db, term, conflicts.all(db, 'term = ?', [id]), findings)
  }
}

/** Conflicts about one of the claims, and those that a claim now gone has left without a second one. */
const aboutClaims = `term = ?1 and (id in (select conflict from conflictClaim where claim in (select value from json_each(?2)))
  or (select count(*) from conflictClaim where conflict = conflict.id) < 2)`

/** More claims than this are compared faster with the whole term, in the order of their days. */
const mostAlone = 12

/**
 * {@link redetect} where nothing but these claims of the term was added, changed or removed: they alone are compared with
 * the others. Held by test/main/records/detection.test.ts against the detector over the whole term.
 */
export const redetectClaims = (db: Database, term: TermId, edited: readonly ClaimId[]): void => {
  if (edited.length > mostAlone) {
    redetect(db, [term])
    return
  }
  const known = terms.find(db, term)
  if (!known) return
  const findings = findConflictsOf(known, new Set(edited), comparedClaims(db, known, edited))
  reconcile(db, known, conflicts.all(db, aboutClaims, [term, JSON.stringify(edited)]), findings)
}

/** True when two states of a claim are one to the detector, which a new comment or quotation is. */
export const isSameToDetector = (before: Claim, after: Claim): boolean =>
  before.term === after.term &&
  comparedFields.every(field => JSON.stringify(before[field]) === JSON.stringify(after[field]))
