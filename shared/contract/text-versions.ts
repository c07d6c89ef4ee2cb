import * as z from 'zod'
import { anchorState } from '../model/anchor.ts'
import { excerptId, sourceId, textVersionId } from '../model/id.ts'
import { givenFileName, line, prose } from '../model/record.ts'
import { sourceDraft, textRange, textVersion } from '../model/text-version.ts'
import { excerptCard } from './excerpts.ts'
import { slice, uploadId } from './files.ts'
import { read, write } from './operation.ts'

/** How many excerpts stand in which state after a source got another text. */
export const carried = z.object({ version: textVersionId, states: z.record(anchorState, z.int()), message: line })
export type Carried = z.infer<typeof carried>

/** A change of the words of a text: those in the range give way to `words`. Ranges are of the text before any of them. */
export const textEdit = textRange.extend({ words: z.string() })
export type TextEdit = z.infer<typeof textEdit>

export const textVersionOperations = {
  /** A newer copy of a document becomes the newest text of its source; excerpts are carried over by re-anchoring. */
  'sources.addCopy': write(
    z.strictObject({
      source: sourceId,
      draft: sourceDraft,
      fileName: givenFileName,
      bytes: slice,
      upload: uploadId.nullable().default(null),
    }),
    carried,
  ),
  /** A source that turns out to be a newer copy of another becomes its newest text. Refused while excerpts rest on it. */
  'sources.joinAsCopy': write(z.strictObject({ newer: sourceId, into: sourceId }), carried),
  /** Corrects the newest text, for a reason. The text as it was stays an earlier version. */
  'sources.correct': write(
    z.strictObject({
      source: sourceId,
      version: textVersionId,
      edits: z.array(textEdit).min(1),
      note: prose.min(1),
    }),
    carried,
  ),
  /** Makes an earlier text the newest again, as a further version; excerpts take the places they had in it. */
  'sources.restoreText': write(z.strictObject({ source: sourceId, version: textVersionId }), carried),
  /** One text version whole, with the excerpts as they stand in it. */
  'sources.readText': read(
    z.strictObject({ version: textVersionId }),
    z.object({ version: textVersion, excerpts: z.array(excerptCard) }),
    ['textVersion', 'excerpt', 'anchor', 'source', 'claim', 'term', 'risk', 'note', 'tag'],
  ),
  /** Excerpts whose place in the newest text needs a look: `changed`, `ambiguous`, `lost`; of one source, or of all. */
  'excerpts.unsettled': read(z.strictObject({ source: sourceId.optional() }), z.array(excerptCard), [
    'excerpt',
    'anchor',
    'textVersion',
    'source',
    'claim',
    'term',
    'risk',
    'note',
  ]),
  /** Where one excerpt stood last on its own words, and where it may stand in the newest text, the likeliest first. */
  'excerpts.whereabouts': read(
    z.strictObject({ id: excerptId }),
    z.object({
      /** The words before and after it, within its block. */
      stood: z.object({ number: z.int(), before: z.string(), after: z.string() }),
      version: textVersionId,
      candidates: z.array(textRange.extend({ words: z.string(), page: line.nullable() })),
    }),
    ['excerpt', 'anchor', 'textVersion', 'source'],
  ),
  /** Puts an excerpt on a passage of the newest text; its quote is taken anew, and its state is `exact`. */
  'excerpts.place': write(
    z.strictObject({ id: excerptId, version: textVersionId, start: z.int().min(0), end: z.int().min(1) }),
    z.null(),
  ),
}
