import * as z from 'zod'
import { lineageId, resemblanceId, sourceId } from '../model/id.ts'
import { line } from '../model/record.ts'
import { resemblance } from '../model/resemblance.ts'
import { textBlock, textRange } from '../model/text-version.ts'
import { read, write } from './operation.ts'

/** A resemblance with what both sources are called. */
export const resemblanceRow = resemblance.extend({ firstTitle: line, secondTitle: line })
export type ResemblanceRow = z.infer<typeof resemblanceRow>

/**
 * A stretch of two texts beside each other, in order. `same`: the words are alike but for white space, accents and case
 * of letters · `changed`: other words in the same place · `only first`, `only second`: the other text has nothing there,
 * and an empty range at the place. The stretches of a text follow each other without a gap.
 */
export const comparedStretch = z.object({
  kind: z.enum(['same', 'changed', 'only first', 'only second']),
  first: textRange,
  second: textRange,
  /** Where words that only one text has at this place stand in the other: a passage that was moved. */
  elsewhere: textRange.nullable(),
})
export type ComparedStretch = z.infer<typeof comparedStretch>

const comparedText = z.object({ id: sourceId, title: line, text: z.string(), blocks: z.array(textBlock) })
export type ComparedText = z.infer<typeof comparedText>

export const comparison = z.object({
  first: comparedText,
  second: comparedText,
  stretches: z.array(comparedStretch),
})
export type Comparison = z.infer<typeof comparison>

export const resemblanceOperations = {
  /** All, or those of one source; the most alike first. */
  'resemblances.list': read(z.strictObject({ source: sourceId.optional() }), z.array(resemblanceRow), [
    'resemblance',
    'source',
  ]),
  /** The current texts of two sources beside each other. */
  'resemblances.compare': read(z.strictObject({ first: sourceId, second: sourceId }), comparison, [
    'source',
    'textVersion',
  ]),
  /**
   * Both go back to one origin: they get the lineage that is named, else the one that either has, else a new one named
   * after the first source. Their claims count as one origin from then on. Refused when they have different ones and none
   * is named.
   */
  'resemblances.confirm': write(
    z.strictObject({ id: resemblanceId, lineage: lineageId.nullable().default(null) }),
    z.null(),
  ),
  /** They are independent, whatever they look like: not proposed again. */
  'resemblances.dismiss': write(z.strictObject({ id: resemblanceId }), z.null()),
  /** Back to a proposal. A lineage that was given stays. */
  'resemblances.reopen': write(z.strictObject({ id: resemblanceId }), z.null()),
  /**
   * Compares every text with every other anew: for cases from before there were resemblances. Long work, a task. Proposals
   * that nothing speaks for any more go, what was decided stays; `found` are the new ones.
   */
  'resemblances.find': write(z.strictObject({}), z.object({ found: z.int() })),
}
