import * as z from 'zod'
import { excerptId, sourceId } from './id.ts'
import { line, sha256 } from './record.ts'
import { textRange } from './text-version.ts'

/**
 * The document that a digest stands for, known by fingerprint alone because its words may not be passed on.
 * When a file with these bytes is imported it becomes a further text version of the source,
 * and each excerpt takes the place that its pointer gives.
 */
export const original = z.object({
  source: sourceId,
  fileSha256: sha256,
  title: line,
})
export type Original = z.infer<typeof original>

/** Where an excerpt stands in the canonical text of the original, checked by the SHA-256 of the passage as UTF-8. */
export const originalPointer = textRange.extend({
  excerpt: excerptId,
  passageSha256: sha256,
})
export type OriginalPointer = z.infer<typeof originalPointer>
