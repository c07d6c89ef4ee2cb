import * as z from 'zod'
import { anchor } from './anchor.ts'
import { assessment } from './assessment.ts'
import { briefing } from './briefing.ts'
import { briefingTemplate } from './briefing-template.ts'
import { caseInfo } from './case-info.ts'
import { change, transaction } from './change.ts'
import { claim } from './claim.ts'
import { collection } from './collection.ts'
import { conflict } from './conflict.ts'
import { criteria } from './criteria.ts'
import { edition } from './edition.ts'
import { excerpt } from './excerpt.ts'
import { hypothesis } from './hypothesis.ts'
import { inquiry } from './inquiry.ts'
import { lineage } from './lineage.ts'
import { note } from './note.ts'
import { original } from './original.ts'
import { party } from './party.ts'
import { position } from './position.ts'
import { relation } from './relation.ts'
import { review } from './review.ts'
import { risk } from './risk.ts'
import { savedView } from './saved-view.ts'
import { source } from './source.ts'
import { tag } from './tag.ts'
import { term } from './term.ts'
import { textVersion } from './text-version.ts'

/** The whole case as one JSON document, every record by its name: what `export --format json` writes. */
export const caseDocument = z.object({
  format: z.literal('glossator-case'),
  version: z.literal(1),
  case: caseInfo,
  parties: z.array(party),
  lineages: z.array(lineage),
  tags: z.array(tag),
  collections: z.array(collection),
  savedViews: z.array(savedView),
  sources: z.array(source.extend({ versions: z.array(textVersion), original: original.nullable() })),
  /** The place is the one in the source's current text version; offsets are UTF-16 code units. */
  excerpts: z.array(excerpt.omit({ anchor: true }).extend(anchor.shape)),
  relations: z.array(relation),
  terms: z.array(term),
  claims: z.array(claim),
  conflicts: z.array(conflict),
  positions: z.array(position),
  risks: z.array(risk),
  assessments: z.array(assessment),
  /** In force; the versions before it follow, in the order of their making. */
  criteria,
  earlierCriteria: z.array(criteria),
  reviews: z.array(review),
  notes: z.array(note),
  briefings: z.array(briefing),
  briefingTemplates: z.array(briefingTemplate),
  editions: z.array(edition),
  inquiries: z.array(inquiry),
  hypotheses: z.array(hypothesis),
  changes: z.array(transaction.extend({ changes: z.array(change) })),
})
export type CaseDocument = z.infer<typeof caseDocument>
