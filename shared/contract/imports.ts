import * as z from 'zod'
import { line, prose } from '../model/record.ts'
import { exported } from './exported.ts'
import { write } from './operation.ts'

/**
 * What became of a file. `references`: it was a list of references, whose entries became or completed sources. `left out`:
 * it was not looked into, as what is hidden and, within a folder, what is of a kind that cannot be imported.
 */
export const importOutcome = z.enum([
  'imported',
  'version',
  'references',
  'duplicate',
  'failed',
  'left out',
  'cancelled',
])
export type ImportOutcome = z.infer<typeof importOutcome>

/** A line of the report of an import. */
export const importedFile = z.strictObject({
  file: line.min(1),
  /** The file it came in, such as the mail it was attached to; empty for a file of its own. */
  within: line,
  outcome: importOutcome,
  message: prose,
  /** The title of the source it became, or of the one it is the double of; empty when there is none. */
  source: line,
  /** What the source resembles, each a sentence. */
  resembles: z.array(line),
})
export type ImportedFile = z.infer<typeof importedFile>

export const importOperations = {
  /** Writes what became of each file of an import, to a file the analyst chooses: as CSV, or as text to read. */
  'imports.saveReport': write(
    z.strictObject({ form: z.enum(['csv', 'txt']), files: z.array(importedFile).min(1).max(200_000) }),
    exported,
  ),
}
