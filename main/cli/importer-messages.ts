import * as z from 'zod'
import { libraryOperations } from '../../shared/contract/library.ts'
import { book } from '../../shared/model/sheet.ts'
import { sourceDraft } from '../../shared/model/text-version.ts'

/** To the process that reads files: the bytes of one in slices, then its name, and whether its cells are wanted as a spreadsheet. */
export type ToImporter = { bytes: Uint8Array } | { fileName: string; asBook?: boolean }

/** UTF-16 code units of a refusal: a sentence, whatever the process thinks. */
const longestRefusal = 2_000

const refusalAnswer = z.object({
  refusal: z
    .string()
    .min(1)
    .transform(sentence => sentence.slice(0, longestRefusal)),
  unknownKind: z.boolean().default(false),
})

/** And back. The process has met an untrusted file: what it says is checked before it is believed. */
export const importAnswer = z.union([
  z.object({
    draft: sourceDraft,
    enclosed: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })),
  }),
  z.object({
    references: libraryOperations['sources.importReferences'].input.shape.references,
    warnings: z.array(z.string()),
  }),
  refusalAnswer,
])
export type ImportAnswer = z.output<typeof importAnswer>

/** What comes back where the cells of a spreadsheet are wanted. */
export const bookAnswer = z.union([z.object({ book }), refusalAnswer])
export type BookAnswer = z.output<typeof bookAnswer>
