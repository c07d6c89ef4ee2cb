import * as z from 'zod'
import { briefing } from '../model/briefing.ts'
import { briefingTemplate } from '../model/briefing-template.ts'
import { edition } from '../model/edition.ts'
import { blockId, briefingId, briefingTemplateId, editionId, judgementId } from '../model/id.ts'
import { line, prose } from '../model/record.ts'
import { recordName } from '../model/record-name.ts'
import { richText } from '../model/rich-text.ts'
import { textRange } from '../model/text-version.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})
const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })

/**
 * Where a finding is: nothing of all this when it is about the briefing as a whole. `range` counts in the plain text of
 * the block's document (shared/rules/rich-text.ts) or in the text of the judgement, UTF-16 code units.
 */
export const findingPlace = z.object({
  block: blockId.nullable(),
  judgement: judgementId.nullable(),
  range: textRange.nullable(),
})
export type FindingPlace = z.infer<typeof findingPlace>

/** One finding of the tradecraft check (shared/rules/tradecraft). */
export const tradecraftFinding = z.object({
  /** The same as long as rule, place and words are: what an answer is kept under. */
  key: line,
  rule: line,
  severity: z.enum(['error', 'warning']),
  sentence: prose,
  place: findingPlace,
  /** What the quick fix would do, in words; null where there is none. */
  fix: line.nullable(),
  /** Why it may stand; null while nobody has said. */
  answer: prose.nullable(),
})
export type TradecraftFinding = z.infer<typeof tradecraftFinding>

export const firstTemplates = z.enum(['flash', 'brief', 'dossier'])
export type FirstTemplate = z.infer<typeof firstTemplates>

export const briefingFormat = z.enum(['pdf', 'docx', 'html', 'md'])
export type BriefingFormat = z.infer<typeof briefingFormat>

/** One difference of a briefing from an edition of it. */
export const editionChange = z.object({
  about: z.enum(['judgement', 'section', 'position', 'risk', 'source']),
  how: z.enum(['new', 'changed', 'gone']),
  /** What it is called: the heading, the ref and name. */
  name: line,
  before: prose,
  after: prose,
})
export type EditionChange = z.infer<typeof editionChange>

export const briefingOperations = {
  'briefings.list': read(nothing, z.array(briefing.omit({ blocks: true, answers: true })), ['briefing']),
  'briefings.read': read(byId(briefingId), briefing, ['briefing']),
  'briefings.create': write(
    z.strictObject({ title: line.min(1), template: z.union([firstTemplates, briefingTemplateId]) }),
    briefing,
  ),
  'briefings.update': write(
    z.strictObject({
      id: briefingId,
      patch: briefing.omit({ id: true, created: true, updated: true, answers: true }).partial().strict(),
    }),
    z.null(),
  ),
  'briefings.duplicate': write(byId(briefingId), briefing),
  'briefings.remove': write(byId(briefingId), z.null()),

  /** The briefing as one HTML document, the same that is printed. */
  'briefings.html': read(byId(briefingId), z.object({ html: z.string() }), recordName.options),
  /** The source summary statement as the case alone gives it. */
  'briefings.statement': read(byId(briefingId), richText, recordName.options),

  'briefings.check': read(byId(briefingId), z.array(tradecraftFinding), recordName.options),
  /** Does what the quick fix of a finding says: one step of undo. */
  'briefings.fix': write(z.strictObject({ id: briefingId, finding: line }), z.null()),
  /** Keeps why a finding may stand; an empty reason takes the answer back. */
  'briefings.answer': write(z.strictObject({ id: briefingId, finding: line, reason: prose }), z.null()),

  /**
   * To a file the analyst chooses. Refused while an error of the check has neither been mended nor answered. With `issue`
   * it is kept as an edition.
   */
  'briefings.export': write(
    z.strictObject({
      id: briefingId,
      format: briefingFormat.default('pdf'),
      issue: z.boolean().default(true),
      /** In a PDF: evidence, matrix and register as files of data within it. */
      attachments: z.boolean().default(true),
      /** Needed to open the PDF; null: anybody can. */
      password: line.min(1).nullable().default(null),
    }),
    exported,
  ),

  /** What the engine that prints here cannot do, a sentence each: told before a PDF is asked for. */
  'briefings.limits': read(nothing, exported.pick({ degraded: true }), []),

  'editions.read': read(byId(editionId), edition.omit({ positions: true }), ['edition']),
  /** The briefing as it stands against an edition of it; null: the one issued last. */
  'briefings.changes': read(
    z.strictObject({ id: briefingId, edition: editionId.nullable() }),
    z.array(editionChange),
    recordName.options,
  ),

  'briefingTemplates.list': read(nothing, z.array(briefingTemplate.omit({ blocks: true })), ['briefingTemplate']),
  /** Keeps the plan of a briefing under a name, over one of that name that is there. */
  'briefingTemplates.keep': write(z.strictObject({ briefing: briefingId, name: line.min(1) }), z.null()),
  'briefingTemplates.remove': write(byId(briefingTemplateId), z.null()),
}
