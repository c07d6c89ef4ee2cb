import * as z from 'zod'
import { assessment } from '../model/assessment.ts'
import { criteria, levelLetter } from '../model/criteria.ts'
import { conflictId, excerptId, indicatorId, riskId } from '../model/id.ts'
import { partialDate } from '../model/partial-date.ts'
import { instant, line, percent, prose } from '../model/record.ts'
import { review } from '../model/review.ts'
import {
  acceptance,
  indicator,
  indicatorState,
  risk,
  riskAction,
  riskEvidenceRole,
  riskStatus,
  riskTerm,
} from '../model/risk.ts'
import { passage } from './excerpts.ts'
import { exported } from './exported.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})
const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })
const day = z.iso.date()

/**
 * A moment of the register; null is now. Two clocks: what had been recorded by an instant, such as that of a briefing, and
 * what is dated by the end of a day, `2025-03-17`, whenever it was recorded.
 */
export const asOf = z.union([z.strictObject({ recorded: instant }), z.strictObject({ dated: day })]).nullable()
export type AsOf = z.infer<typeof asOf>

/** How the newest current assessment moved against the one before it. */
export const trend = z.enum(['new', 'raised', 'lowered', 'unchanged'])

/** One scoring as the register shows it. `impact` is the index of the worst impact. */
export const score = assessment
  .pick({
    id: true,
    kind: true,
    date: true,
    likelihoodWord: true,
    likelihoodLow: true,
    likelihoodHigh: true,
    level: true,
    strength: true,
    criteria: true,
  })
  .extend({ impact: z.int() })
export type Score = z.infer<typeof score>

/** A line of the register: a risk without its texts and lists, which are counted. */
export const registerRow = risk
  .pick({
    id: true,
    ref: true,
    title: true,
    category: true,
    kind: true,
    owner: true,
    status: true,
    strategy: true,
    proximity: true,
    strikesBy: true,
    reviewDays: true,
    updated: true,
  })
  .extend({
    inherent: score.nullable(),
    current: score.nullable(),
    target: score.nullable(),
    terms: z.array(riskTerm),
    trend,
    unsupported: z.boolean(),
    /** Beyond what the appetite of its category bears. */
    beyondAppetite: z.boolean(),
    evidence: z.int(),
    indicators: z.int(),
    indicatorsSeen: z.int(),
    actionsOpen: z.int(),
    /** Open actions whose due date is past. */
    actionsLate: z.int(),
    conflictsOpen: z.int(),
    /** The day by which it is to be looked at again; null: no cadence speaks for it. */
    due: day.nullable(),
    /** Something happened since the newest scoring that asks for another one. */
    suggested: z.boolean(),
  })
export type RegisterRow = z.infer<typeof registerRow>

/** Why another scoring is suggested; nothing is ever scored by itself. */
export const suggestion = z.object({
  kind: z.enum(['indicator', 'position', 'conflict', 'acceptance']),
  sentence: line,
  since: instant,
  excerpts: z.array(excerptId),
})
export type Suggestion = z.infer<typeof suggestion>

const otherRisk = risk.pick({ id: true, ref: true, title: true, status: true })

/** An assessment with the words of its impacts, in their order, from the criteria it was scored under. */
export const assessmentView = assessment.extend({ impactWords: z.array(line) })
export type AssessmentView = z.infer<typeof assessmentView>

/** A risk with its whole history, newest assessment first, and the newest of each kind. */
export const riskView = risk.extend({
  assessments: z.array(assessmentView),
  inherent: assessmentView.nullable(),
  current: assessmentView.nullable(),
  target: assessmentView.nullable(),
  trend,
  /** True when no excerpt and no claim stands behind it. */
  unsupported: z.boolean(),
  conflicts: z.array(z.object({ id: conflictId, termRef: line, reason: line, state: line })),
})
export type RiskView = z.infer<typeof riskView>

/** What the screen of one risk shows beside the risk. */
export const riskDetail = riskView.extend({
  reviews: z.array(review),
  /** The versions of the criteria that its assessments name, and the one in force, by id. */
  criteria: z.array(criteria),
  due: day.nullable(),
  suggestions: z.array(suggestion),
  /** Scores that do not fit together, a sentence each: a target above the current level, a current one above the inherent. */
  warnings: z.array(line),
  /** What it came out of, and what came out of it. */
  from: z.array(otherRisk.extend({ kind: line })),
  into: z.array(otherRisk.extend({ kind: line })),
})
export type RiskDetail = z.infer<typeof riskDetail>

/** A place on the grid: indices into the scales' likelihoods and impacts. */
export const mapPlace = z.object({ likelihood: z.int(), impact: z.int() })
export type MapPlace = z.infer<typeof mapPlace>

/** A risk as the map draws it: where it stood, the bands its range touches, where it came from and is meant to go. */
export const mappedRisk = risk.pick({ id: true, ref: true, title: true, category: true, kind: true }).extend({
  status: riskStatus,
  level: levelLetter,
  likelihoodLow: percent,
  likelihoodHigh: percent,
  place: mapPlace,
  spans: z.object({ lowest: z.int(), highest: z.int() }),
  inherent: mapPlace.nullable(),
  target: mapPlace.nullable(),
  /** Scored under other scales than those drawn: placed by its percentages, its impact by its share of the scale. */
  isForeign: z.boolean(),
})
export type MappedRisk = z.infer<typeof mappedRisk>

/** The map at a moment, under the criteria in force then. Archived risks are on it for the moments before they were put away. */
export const riskMap = z.object({ criteria, risks: z.array(mappedRisk) })
export type RiskMap = z.infer<typeof riskMap>

/** What became of a risk between two maps: came onto the map or left it, was raised or lowered, or changed its status alone. */
export const mapMove = z.object({
  kind: z.enum(['came', 'left', 'raised', 'lowered', 'status']),
  /** As it stands on the later map; of one that left, as it stood on the earlier. */
  risk: mappedRisk,
  before: mappedRisk.nullable(),
})
export type MapMove = z.infer<typeof mapMove>

/** Actions and indicators come with the patch as whole lists; a new one has no id yet. Status and acceptance have moves of their own. */
const riskDraft = risk
  .omit({
    id: true,
    ref: true,
    otherRef: true,
    created: true,
    updated: true,
    actions: true,
    indicators: true,
    status: true,
    statusReason: true,
    acceptance: true,
    origins: true,
    moves: true,
  })
  .extend({
    actions: z.array(riskAction.partial({ id: true })),
    indicators: z.array(indicator.partial({ id: true, changed: true })),
  })

/** Secondary risks name what they arise from; a copy, a part or a joined entry gets its origins by its own operation. */
const newRisk = riskDraft.extend({ status: riskStatus, arisesFrom: z.array(riskId).optional() })

/** The level and the version of the criteria are the case's to fill in. */
export const assessmentDraft = assessment.omit({ id: true, level: true, criteria: true, author: true, created: true })

const ofRisks = [
  'risk',
  'assessment',
  'criteria',
  'review',
  'conflict',
  'term',
  'claim',
  'position',
  'excerpt',
] as const
const someRisks = z.array(riskId).min(1).max(20_000)

/** What each of many risks gets; a field that is absent stays as it is. */
const manyPatch = risk
  .pick({
    category: true,
    owner: true,
    strategy: true,
    proximity: true,
    velocity: true,
    strikesBy: true,
    reviewDays: true,
    nextReview: true,
    kind: true,
  })
  .partial()

export const riskOperations = {
  /** Ranked: level, then likelihood range, then strength of knowledge, then proximity, then ref. Archived risks come too, by their status. */
  'risks.register': read(nothing, z.array(registerRow), ofRisks),
  /**
   * The rows of the register that changed since an earlier answer, whose `at` is given back, and the risks that are gone;
   * all rows for null, and where that answer cannot be followed up: another day, other criteria.
   */
  'risks.registerSince': read(
    z.strictObject({ since: z.string().max(200).nullable() }),
    z.object({ at: z.string(), whole: z.boolean(), rows: z.array(registerRow), gone: z.array(riskId) }),
    ofRisks,
  ),
  'risks.read': read(byId(riskId), riskDetail, ofRisks),
  'risks.map': read(z.strictObject({ asOf }), riskMap, ofRisks),
  /** What changed on the map of now since an earlier answer, as `risks.registerSince` has it; in the order of the refs. */
  'risks.mapSince': read(
    z.strictObject({ since: z.string().max(200).nullable() }),
    riskMap.extend({ at: z.string(), whole: z.boolean(), gone: z.array(riskId) }),
    ofRisks,
  ),
  /** The difference of the maps of two moments: how many moved, and the first of them, at most 200. */
  'risks.moved': read(
    z.strictObject({ since: asOf, until: asOf }),
    z.object({ count: z.int(), moves: z.array(mapMove) }),
    ofRisks,
  ),
  /** The days on which something moved the map, ascending: by the dates of scorings and moves, or by when they were recorded. */
  'risks.days': read(z.strictObject({ clock: z.enum(['recorded', 'dated']) }), z.array(day), ofRisks),
  /** Writes a picture of the map, as the page has drawn it, to a file the analyst chooses. `name` suggests one, without its ending. */
  'risks.savePicture': write(
    z.strictObject({ name: line, format: z.enum(['png', 'svg']), bytes: z.instanceof(Uint8Array) }),
    exported,
  ),
  'risks.create': write(newRisk.extend({ passage: passage.optional() }).strict(), risk),
  'risks.update': write(z.strictObject({ id: riskId, patch: riskDraft.partial().strict() }), z.null()),
  'risks.updateAll': write(z.strictObject({ ids: someRisks, patch: manyPatch.strict() }), z.null()),
  /** Moves every one of them, or none and refuses with the first that may not. Archiving is the only way a risk is put away. */
  'risks.move': write(
    z.strictObject({ ids: someRisks, status: riskStatus, reason: prose, date: partialDate.optional() }),
    z.null(),
  ),
  /** Freezes the risk until it is moved on, which revokes the acceptance. */
  'risks.accept': write(z.strictObject({ id: riskId, acceptance }), z.null()),
  'risks.duplicate': write(byId(riskId), risk),
  /** Joins entries to one: evidence, terms, claims, conflicts, actions and indicators go with it; those joined are archived, with their scores. */
  'risks.merge': write(
    z.strictObject({ into: riskId, from: z.array(riskId).min(1).max(100), reason: prose.min(1) }),
    z.null(),
  ),
  /** Makes one entry per part, each with the links and the newest scores of the divided one, which is archived. */
  'risks.split': write(
    z.strictObject({
      id: riskId,
      parts: z
        .array(risk.pick({ title: true, cause: true, event: true, consequence: true }))
        .min(2)
        .max(20),
      reason: prose.min(1),
    }),
    z.array(risk),
  ),
  /** With a passage, the excerpt is made too and cited by the assessment. */
  'risks.assess': write(assessmentDraft.extend({ passage: passage.optional() }).strict(), assessment),
  'risks.cite': write(
    z.strictObject({
      risk: riskId,
      role: riskEvidenceRole,
      excerpt: excerptId.optional(),
      passage: passage.optional(),
    }),
    z.null(),
  ),
  'risks.uncite': write(z.strictObject({ risk: riskId, excerpt: excerptId }), z.null()),
  /** The state of an indicator, with the passage that shows it where there is one. */
  'risks.indicate': write(
    z.strictObject({
      risk: riskId,
      indicator: indicatorId,
      state: indicatorState,
      excerpt: excerptId.optional(),
      passage: passage.optional(),
    }),
    z.null(),
  ),
}
