import type { CaseDocument } from '../../shared/model/case-document.ts'
import { grouped } from '../../shared/rules/groups.ts'
import type { Database } from '../store/case-file.ts'
import { readCaseInfo } from './case-info.ts'
import { readCriteria } from './criteria.ts'
import { readExcerpts } from './excerpts.ts'
import { wholeLog } from './log.ts'
import { readOriginals } from './originals.ts'
import * as tables from './tables.ts'

/** The whole case as one document; the log, often the largest part, only where it is asked for. */
export const readCaseDocument = (db: Database, { log = false } = {}): CaseDocument => {
  const versions = grouped(tables.textVersions.all(db), version => version.source)
  const originals = new Map(readOriginals(db).map(original => [original.source, original]))
  return {
    format: 'glossator-case',
    version: 1,
    case: readCaseInfo(db),
    parties: tables.parties.all(db),
    lineages: tables.lineages.all(db),
    tags: tables.tags.all(db),
    collections: tables.collections.all(db),
    savedViews: tables.savedViews.all(db),
    sources: tables.sources.all(db).map(source => ({
      ...source,
      versions: versions.get(source.id) ?? [],
      original: originals.get(source.id) ?? null,
    })),
    excerpts: readExcerpts(db).map(({ anchor, ...excerpt }) => ({ ...excerpt, ...anchor })),
    relations: tables.relations.all(db),
    terms: tables.terms.all(db),
    claims: tables.claims.all(db),
    conflicts: tables.conflicts.all(db),
    positions: tables.positions.all(db),
    risks: tables.risks.all(db),
    assessments: tables.assessments.all(db),
    criteria: readCriteria(db),
    earlierCriteria: tables.criteriaTable.all(db).slice(0, -1),
    reviews: tables.reviews.all(db),
    notes: tables.notes.all(db),
    briefings: tables.briefings.all(db),
    briefingTemplates: tables.briefingTemplates.all(db),
    editions: tables.editions.all(db),
    inquiries: tables.inquiries.all(db),
    hypotheses: tables.hypotheses.all(db),
    changes: log ? wholeLog(db) : [],
  }
}
