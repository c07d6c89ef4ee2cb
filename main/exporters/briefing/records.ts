import type { CaseDocument } from '../../../shared/model/case-document.ts'
import type { Note } from '../../../shared/model/note.ts'

type Drawn =
  | 'case'
  | 'parties'
  | 'lineages'
  | 'sources'
  | 'excerpts'
  | 'relations'
  | 'terms'
  | 'claims'
  | 'conflicts'
  | 'positions'
  | 'risks'
  | 'assessments'
  | 'reviews'
  | 'criteria'
  | 'earlierCriteria'
  | 'editions'
  | 'briefings'

/**
 * What briefings are made of. A case document has all of it; of an open case each part is read when it is first asked for
 * (main/records/briefing-records.ts). Nobody changes a record of it.
 */
export type BriefingRecords = { readonly [Part in Drawn]: CaseDocument[Part] } & {
  readonly notes: readonly Pick<Note, 'id' | 'title'>[]
  /** The same object for records that differ in nothing but the briefings: what is worked out of all others is kept by it. */
  readonly state?: object
}
