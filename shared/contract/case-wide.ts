import { z } from 'zod'
import { sourceId } from '../model/id.ts'
import { line, prose } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { textRange } from '../model/text-version.ts'
import { read, write } from './operation.ts'
import { exported } from './writing.ts'

const nothing = z.strictObject({})

export const searchKind = z.enum(['source', 'excerpt', 'note', 'claim', 'term', 'risk'])

/** One hit. `marks` are the ranges of the words found within `snippet`; `at` is the place in a source's current text. */
export const searchHit = z.object({
  kind: searchKind,
  id: z.string(),
  title: line,
  snippet: prose,
  marks: z.array(textRange),
  source: sourceId.nullable(),
  at: textRange.nullable(),
})
export type SearchHit = z.infer<typeof searchHit>

/** One finding of the case check. `corrupt` means that the file or a link is damaged, `unsupported` that an assertion lacks evidence. */
export const checkFinding = z.object({
  severity: z.enum(['corrupt', 'warning', 'unsupported']),
  record: line,
  id: line,
  sentence: prose,
})
export type CheckFinding = z.infer<typeof checkFinding>

export const caseExport = z.enum(['json', 'csv'])

export const caseWideOperations = {
  /** Words, "a phrase", -not, prefix*, and source:, tag:, term:, risk: to narrow. Best hits first (BM25). */
  'search.find': read(
    z.strictObject({ query: line, limit: z.int().min(1).max(200) }),
    z.object({ hits: z.array(searchHit), total: z.int() }),
    recordName.options,
  ),
  'check.run': read(
    nothing,
    z.object({ findings: z.array(checkFinding), counts: z.record(z.string(), z.int()) }),
    recordName.options,
  ),
  /** `json`: the whole case; `csv`: the matrix. The text itself, for the command line and for tests. */
  'export.text': read(z.strictObject({ format: caseExport }), z.object({ text: z.string() }), recordName.options),
  /** The same, to a file the analyst chooses. */
  'export.save': write(z.strictObject({ format: caseExport }), exported),
}
