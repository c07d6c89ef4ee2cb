import * as z from 'zod'
import { line, prose } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})

/** One finding of the case check. `corrupt` means that the file or a link is damaged, `unsupported` that an assertion lacks evidence. */
export const checkFinding = z.object({
  severity: z.enum(['corrupt', 'warning', 'unsupported']),
  record: line,
  id: line,
  sentence: prose,
})
export type CheckFinding = z.infer<typeof checkFinding>

export const caseExport = z.enum(['json', 'csv'])

export const everythingForm = z.enum(['folder', 'zip'])
export type EverythingForm = z.infer<typeof everythingForm>

export const caseWideOperations = {
  'check.run': read(
    nothing,
    z.object({ findings: z.array(checkFinding), counts: z.record(z.string(), z.int()) }),
    recordName.options,
  ),
  /** `json`: the whole case; `csv`: the matrix. The text itself, for the command line and for tests. */
  'export.text': read(z.strictObject({ format: caseExport }), z.object({ text: z.string() }), recordName.options),
  /** The same, to a file the analyst chooses. */
  'export.save': write(z.strictObject({ format: caseExport }), exported),
  /**
   * All that the case holds in open formats: records as JSON with its schema, imported files, texts and editions, to a new
   * folder or archive. Cancelled, it leaves nothing.
   */
  'export.everything': write(z.strictObject({ form: everythingForm }), exported),
}
