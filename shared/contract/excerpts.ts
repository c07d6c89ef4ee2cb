import * as z from 'zod'
import { anchorState } from '../model/anchor.ts'
import { evidenceRole } from '../model/claim.ts'
import { excerpt, highlightColour } from '../model/excerpt.ts'
import { excerptFilter, proximity } from '../model/excerpt-filter.ts'
import {
  claimId,
  excerptId,
  indicatorId,
  noteId,
  relationId,
  riskId,
  sourceId,
  tagId,
  termId,
  textVersionId,
} from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { line, prose } from '../model/record.ts'
import { relation, relationKind } from '../model/relation.ts'
import { indicatorState, riskEvidenceRole } from '../model/risk.ts'
import { tagPath } from '../model/tag.ts'
import { textRange } from '../model/text-version.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })
const ids = z.array(excerptId).min(1).max(1_000_000)

/** A passage that is not an excerpt yet: an operation that takes one makes the excerpt in the same step of undo. */
export const passage = z.strictObject({
  source: sourceId,
  textVersion: textVersionId,
  start: z.int().min(0),
  end: z.int().min(1),
  colour: highlightColour,
})
export type Passage = z.infer<typeof passage>

/** An excerpt as the text and the filters of its margin need it: ten thousand of them can be carried. */
export const excerptMark = textRange.extend({
  id: excerptId,
  state: anchorState,
  colour: highlightColour,
  author: line,
  credibility: excerpt.shape.credibility,
  tags: z.array(tagId),
  terms: z.array(termId),
  /** Those that it is evidence for, and those one of whose indicators or scorings it shows. */
  risks: z.array(riskId),
  /** How many notes cite it, and how many relations lead from it or to it. */
  notes: z.int(),
  relations: z.int(),
  hasComment: z.boolean(),
})
export type ExcerptMark = z.infer<typeof excerptMark>

const relationEnd = z.union([excerptId, passage])

/** A relation as one of its two excerpts sees it: the other is named by its words. */
export const relationView = z.object({
  id: relationId,
  kind: relationKind,
  comment: prose,
  /** `to`: it leads from the excerpt to the other · `from`: it comes from the other. */
  direction: z.enum(['to', 'from']),
  excerpt: excerptId,
  exact: z.string(),
  source: sourceId,
  sourceTitle: line,
})
export type RelationView = z.infer<typeof relationView>

/** An excerpt with all that rests on it: what its margin card shows. */
export const excerptCard = excerpt.extend({
  sourceTitle: line,
  claims: z.array(z.object({ id: claimId, term: termId, ref: line, name: line, words: line, role: evidenceRole })),
  risks: z.array(z.object({ id: riskId, ref: line, title: line, role: riskEvidenceRole })),
  /** The indicators of risks that it shows. */
  indicators: z.array(z.object({ id: indicatorId, risk: riskId, ref: line, statement: line, state: indicatorState })),
  notes: z.array(z.object({ id: noteId, title: line })),
  relations: z.array(relationView),
})
export type ExcerptCard = z.infer<typeof excerptCard>

/** An excerpt in the table of all: its card, and when its source was published. */
export const excerptRow = excerptCard.extend({ published: partialDate.nullable() })
export type ExcerptRow = z.infer<typeof excerptRow>

/** What an answer about excerpts with their links is made of. */
const cardRecords = [
  'excerpt',
  'anchor',
  'textVersion',
  'source',
  'claim',
  'term',
  'risk',
  'note',
  'tag',
  'relation',
] as const

/** A column of the table of excerpts that it can be ordered by. */
export const excerptOrder = z.enum(['place', 'source', 'date', 'created', 'updated', 'colour', 'credibility', 'length'])
export type ExcerptOrder = z.infer<typeof excerptOrder>

export const excerptOperations = {
  'excerpts.list': read(
    z.strictObject({ source: sourceId.optional(), ids: z.array(excerptId).optional() }),
    z.array(excerptCard),
    cardRecords,
  ),
  /**
   * The marks of a source's current text that changed since an earlier answer, whose `at` is given back; all of them, in
   * the order of the text, for null, and where that answer cannot be followed up. `names` has the refs of the terms and
   * risks and the names of the tags that stand on these marks, and those that changed, by id.
   */
  'excerpts.changes': read(
    z.strictObject({ source: sourceId, since: z.string().max(200).nullable() }),
    z.object({
      at: z.string(),
      whole: z.boolean(),
      marks: z.array(excerptMark),
      gone: z.array(excerptId),
      names: z.record(z.string(), line),
    }),
    cardRecords,
  ),
  'excerpts.create': write(passage, excerpt),
  'excerpts.update': write(
    z.strictObject({
      id: excerptId,
      patch: excerpt.pick({ colour: true, comment: true, credibility: true, tags: true }).partial().strict(),
    }),
    z.null(),
  ),
  /** Moves its ends; all that rests on it stays. Offsets are UTF-16 code units of the current text. */
  'excerpts.adjust': write(
    z.strictObject({ id: excerptId, textVersion: textVersionId, start: z.int().min(0), end: z.int().min(1) }),
    z.null(),
  ),
  /** Changes many at once, in one step. Tags named by `newTags` are put on them too, and made where they are missing. */
  'excerpts.edit': write(
    z.strictObject({
      ids,
      patch: excerpt.pick({ colour: true, credibility: true }).partial().strict(),
      addTags: z.array(tagId),
      newTags: z.array(tagPath).optional(),
      removeTags: z.array(tagId),
    }),
    z.null(),
  ),
  /**
   * Puts tags on passages, such as all places that a search found: an excerpt is made of each that is none yet. `created`
   * counts those, `known` the excerpts that stood there. Tags named by `newTags` are made where they are missing.
   */
  'excerpts.codeAll': write(
    z.strictObject({
      passages: z.array(passage).min(1).max(10_000),
      tags: z.array(tagId),
      newTags: z.array(tagPath).optional(),
    }),
    z.object({ created: z.int(), known: z.int() }),
  ),
  /** Claims, risks and notes that rest on them stay. */
  'excerpts.remove': write(z.strictObject({ ids }), z.null()),

  /** A page of the excerpts of the whole case that a filter lets through, with the number of all of them. */
  'excerpts.find': read(
    z.strictObject({
      filter: excerptFilter,
      order: excerptOrder,
      descending: z.boolean(),
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ total: z.int(), rows: z.array(excerptRow) }),
    [...cardRecords, 'collection'],
  ),
  /** The ids of all of them, in the same order: what "select all" selects. */
  'excerpts.findIds': read(
    z.strictObject({ filter: excerptFilter, order: excerptOrder, descending: z.boolean() }),
    z.array(excerptId),
    [...cardRecords, 'collection'],
  ),
  /** Everyone who made an excerpt, as the excerpts name them. */
  'excerpts.authors': read(z.strictObject({}), z.array(line), ['excerpt']),
  /**
   * How often two tags meet among the excerpts that a filter lets through: on one excerpt, or on two that stand so to
   * each other. `counts` holds how many excerpts have each tag, `pairs` how many meetings each two have.
   */
  'excerpts.cooccurrence': read(
    z.strictObject({ filter: excerptFilter, beside: proximity.nullable() }),
    z.object({
      counts: z.array(z.object({ tag: tagId, excerpts: z.int() })),
      pairs: z.array(z.object({ one: tagId, other: tagId, meetings: z.int() })),
    }),
    [...cardRecords, 'collection'],
  ),
  /** To a file the analyst chooses: a table, or a collection of the W3C Web Annotation Data Model (2017), as JSON-LD. */
  'excerpts.save': write(z.strictObject({ filter: excerptFilter, form: z.enum(['csv', 'w3c']) }), exported),

  /** An end that is a passage becomes an excerpt in the same step. */
  'relations.create': write(
    relation.pick({ kind: true, comment: true }).extend({ from: relationEnd, to: relationEnd }).strict(),
    relation,
  ),
  /** `turned`: it reads the other way from then on. */
  'relations.update': write(
    z.strictObject({
      id: relationId,
      patch: relation
        .pick({ kind: true, comment: true })
        .extend({ turned: z.literal(true) })
        .partial()
        .strict(),
    }),
    z.null(),
  ),
  'relations.remove': write(byId(relationId), z.null()),
}
