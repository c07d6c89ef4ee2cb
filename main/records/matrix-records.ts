import type { ExportView } from '../../shared/contract/exports.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { Excerpt } from '../../shared/model/excerpt.ts'
import type { ExportedExcerpt, MatrixRecords } from '../exporters/matrix/exported-case.ts'
import type { CaseFile, Database } from '../store/case-file.ts'
import type { Progress } from '../task.ts'
import { readCaseInfo } from './case-info.ts'
import { matrixFacts, readFactsInPause } from './claim-facts.ts'
import { readExcerpts } from './excerpts.ts'
import { placeInLog } from './log-place.ts'
import { claims, conflicts, lineages, positions, sources } from './tables.ts'

/** Views that tell of terms and states alone, for which no claim is read whole. */
const withoutClaims: readonly (ExportView | null)[] = ['coverage', 'terms']

const passageOf = ({ id, source, anchor: { exact, page }, credibility }: Excerpt): ExportedExcerpt => ({
  id,
  source,
  exact,
  page,
  credibility,
})

const isQuoted = 'id in (select excerpt from claimEvidence)'

const bareRecords = (db: Database): Omit<MatrixRecords, 'claims' | 'excerpts'> => {
  const { name, analyst, marking } = readCaseInfo(db)
  return {
    name,
    analyst,
    marking,
    facts: matrixFacts(db).facts,
    sources: sources.all(db),
    lineages: lineages.all(db),
    positions: positions.all(db),
    conflicts: conflicts.all(db),
  }
}

/** What exports of the matrix are made of; texts of sources are not read. */
export const readMatrixRecords = (db: Database, view: ExportView | null): MatrixRecords => {
  const isBare = withoutClaims.includes(view)
  return {
    ...bareRecords(db),
    claims: isBare ? [] : claims.all(db),
    excerpts: isBare ? [] : readExcerpts(db, isQuoted, []).map(passageOf),
  }
}

/** Terms whose claims are read at once: of three hundred claims each, some tens of milliseconds. */
const termsAtOnce = 4

/**
 * The same in steps, between which other calls are answered. What is told is the case of one moment: where it was changed
 * meanwhile, it is read once more in one go. Held by test/main/records/matrix-records.test.ts.
 */
export function* matrixRecordSteps(caseFile: CaseFile, view: ExportView | null): Generator<Progress, MatrixRecords> {
  if (withoutClaims.includes(view)) return caseFile.read(db => readMatrixRecords(db, view))
  const begun = caseFile.read(placeInLog)
  while (readFactsInPause(caseFile)) yield { done: 0, total: 1 }
  const bare = caseFile.read(bareRecords)
  const terms = bare.facts.terms.map(({ term }) => term.id)
  const found: Claim[] = []
  for (let at = 0; at < terms.length; at += termsAtOnce) {
    const some = JSON.stringify(terms.slice(at, at + termsAtOnce))
    for (const claim of caseFile.read(db => claims.all(db, 'term in (select value from json_each(?))', [some])))
      found.push(claim)
    yield { done: at, total: terms.length + bare.sources.length }
  }
  const excerpts: ExportedExcerpt[] = []
  for (const [at, { id }] of bare.sources.entries()) {
    for (const excerpt of caseFile.read(db => readExcerpts(db, `source = ?1 and ${isQuoted}`, [id])))
      excerpts.push(passageOf(excerpt))
    yield { done: terms.length + at, total: terms.length + bare.sources.length }
  }
  if (caseFile.read(placeInLog) !== begun) return caseFile.read(db => readMatrixRecords(db, view))
  return { ...bare, claims: found, excerpts }
}
