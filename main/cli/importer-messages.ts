import { z } from 'zod'
import { libraryOperations } from '../../shared/contract/library.ts'
import { sourceDraft } from '../../shared/model/text-version.ts'

/** To the process that reads files: the bytes of one in slices, then its name. */
export type ToImporter = { bytes: Uint8Array } | { fileName: string }

/** UTF-16 code units of a refusal: a sentence, whatever the process thinks. */
const longestRefusal = 2_000

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
  z.object({
    refusal: z
      .string()
      .min(1)
      .transform(sentence => sentence.slice(0, longestRefusal)),
    unknownKind: z.boolean().default(false),
  }),
])
export type ImportAnswer = z.output<typeof importAnswer>
