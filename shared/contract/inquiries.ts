import * as z from 'zod'
import { consistency, hypothesis } from '../model/hypothesis.ts'
import { claimId, hypothesisId, inquiryId, lineageId, sourceId } from '../model/id.ts'
import { inquiry } from '../model/inquiry.ts'
import { line, prose } from '../model/record.ts'
import { claimRecords, claimView } from './claims.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

/** An inquiry in a list: how much there is to it, and which hypotheses are ahead. */
export const inquiryRow = inquiry.pick({ id: true, question: true }).extend({
  hypotheses: z.int(),
  claims: z.int(),
  ahead: z.array(line),
})
export type InquiryRow = z.infer<typeof inquiryRow>

const hypothesisScore = z.object({
  hypothesis: hypothesisId,
  against: z.number(),
  support: z.number(),
  place: z.int(),
  unrated: z.int(),
})

const claimWeight = z.object({
  claim: claimId,
  weight: z.number(),
  sharing: z.int(),
  diagnosticity: z.number().nullable(),
  decides: z.boolean(),
  turns: z.boolean(),
})

const originWeight = z.object({
  lineage: lineageId.nullable(),
  source: sourceId.nullable(),
  claims: z.array(claimId),
  decides: z.boolean(),
  /** Name of the lineage, or title of the source. */
  name: line,
})

/** An inquiry with its hypotheses and claims in their order, and how they weigh by `weighHypotheses`. */
export const inquiryView = inquiry.extend({
  hypotheses: z.array(hypothesis),
  views: z.array(claimView),
  weighing: z.object({
    scores: z.array(hypothesisScore),
    claims: z.array(claimWeight),
    origins: z.array(originWeight),
  }),
})
export type InquiryView = z.infer<typeof inquiryView>

const inquiryRecords = ['inquiry', 'hypothesis', ...claimRecords] as const
const hypothesisDraft = hypothesis.pick({ name: true, description: true })

export const inquiryOperations = {
  'inquiries.list': read(z.strictObject({}), z.array(inquiryRow), inquiryRecords),
  'inquiries.read': read(z.strictObject({ id: inquiryId }), inquiryView, inquiryRecords),
  /** Its table as CSV, to a file the analyst chooses. */
  'inquiries.save': write(z.strictObject({ id: inquiryId }), exported),
  /** The inquiry with its first hypotheses, in one step. */
  'inquiries.create': write(
    z.strictObject({ question: line.min(1), comment: prose, hypotheses: z.array(line.min(1)).max(20) }),
    inquiry,
  ),
  'inquiries.update': write(
    z.strictObject({
      id: inquiryId,
      patch: inquiry.pick({ question: true, comment: true, claims: true }).partial().strict(),
    }),
    z.null(),
  ),
  /** Its hypotheses go with it. */
  'inquiries.remove': write(z.strictObject({ id: inquiryId }), z.null()),
  'hypotheses.create': write(hypothesisDraft.extend({ inquiry: inquiryId }).strict(), hypothesis),
  'hypotheses.update': write(z.strictObject({ id: hypothesisId, patch: hypothesisDraft.partial().strict() }), z.null()),
  'hypotheses.remove': write(z.strictObject({ id: hypothesisId }), z.null()),
  /** All hypotheses of the inquiry in their new order. */
  'hypotheses.order': write(z.strictObject({ inquiry: inquiryId, ids: z.array(hypothesisId) }), z.null()),
  /** How claims sit with hypotheses of one inquiry, in one step; null takes a rating away. Claims new to the inquiry join it. */
  'hypotheses.rate': write(
    z.strictObject({
      inquiry: inquiryId,
      ratings: z
        .array(
          z.strictObject({
            hypothesis: hypothesisId,
            claim: claimId,
            consistency: consistency.nullable(),
            /** Stays as it is where it is not given. */
            reason: prose.optional(),
          }),
        )
        .min(1)
        .max(1000),
    }),
    z.null(),
  ),
}
