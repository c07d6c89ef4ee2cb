import * as z from 'zod'
import { textVersionId } from './id.ts'
import { textRange } from './text-version.ts'

/**
 * How sure the product is that an anchor stands on the passage that was quoted.
 * `exact`: the text at the offsets is the quote · `moved`: found again elsewhere, word for word ·
 * `changed`: the same place, other words · `ambiguous`: several equal candidates · `lost`: nowhere; kept, never dropped.
 */
export const anchorState = z.enum(['exact', 'moved', 'changed', 'ambiguous', 'lost'])
export type AnchorState = z.infer<typeof anchorState>

/** Characters kept on each side of a quote (W3C Web Annotation TextQuoteSelector). */
export const contextLength = 32

/** Where a quote stands in one text version. For `exact`, `text.slice(start, end) === exact` always holds. */
export const anchor = textRange.extend({
  textVersion: textVersionId,
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  page: z.int().min(1).nullable(),
  state: anchorState,
})
export type Anchor = z.infer<typeof anchor>
