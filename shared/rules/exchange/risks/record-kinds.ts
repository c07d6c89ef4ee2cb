import * as z from 'zod'
import { assessment } from '../../../model/assessment.ts'
import { criteria } from '../../../model/criteria.ts'
import { line } from '../../../model/record.ts'
import { review } from '../../../model/review.ts'
import { indicator, type Risk, risk, riskAction, riskMove } from '../../../model/risk.ts'
import { listFrom, listWords } from '../list-words.ts'
import type { RecordCell, RecordCells } from '../record-sheets.ts'

/** How a field stands in a cell, and is read from it. */
type Writing = 'text' | 'text or null' | 'number' | 'number or null' | 'list' | 'json'

type Column = { column: string; field: string; as: Writing }

const spaced = (field: string) => field.replace(/[A-Z]/g, capital => ` ${capital.toLowerCase()}`)

const as = (writing: Writing, ...fields: string[]): Column[] =>
  fields.map(field => ({ column: spaced(field), field, as: writing }))

const { text, orNull, number, list, json } = {
  text: (...fields: string[]) => as('text', ...fields),
  orNull: (...fields: string[]) => as('text or null', ...fields),
  number: (...fields: string[]) => as('number', ...fields),
  list: (...fields: string[]) => as('list', ...fields),
  json: (...fields: string[]) => as('json', ...fields),
}

/** A risk as its row tells it: what belongs to it in tables of its own is left to them, its lists stand as words. */
export const riskLine = risk
  .omit({ actions: true, indicators: true, moves: true, acceptance: true, origins: true, terms: true, evidence: true })
  .extend({
    acceptedBy: line.nullable(),
    acceptedAt: line.nullable(),
    acceptedBecause: z.string().nullable(),
    acceptedUntil: line.nullable(),
    /** `arises from R-02`. */
    origins: z.array(line),
    /** `raises ID`. */
    terms: z.array(line),
    /** `indicates ID`. */
    evidence: z.array(line),
  })
export type RiskLine = z.infer<typeof riskLine>

/** A scoring as its row tells it: impacts as `3 political`, counted from 1, with their reasons in a list beside. */
export const scoreLine = assessment
  .omit({ impacts: true, risk: true })
  .extend({ risk: line, impacts: z.array(line).min(1), impactReasons: z.array(z.string()) })
export type ScoreLine = z.infer<typeof scoreLine>

const ofRisk = { risk: line }

/**
 * The kinds of rows of an exported register, each with its columns and the record it is read as. The first row of a sheet
 * holds the names; a reader finds columns by them, in any order. `risk` is the ref of the risk a row belongs to.
 */
export const recordKinds = {
  risk: {
    schema: riskLine,
    columns: [
      ...text('ref', 'title', 'cause', 'event', 'consequence', 'category', 'kind', 'owner', 'status', 'statusReason'),
      ...orNull('strategy'),
      ...text('proximity', 'velocity'),
      ...orNull('strikesBy'),
      ...as('number or null', 'reviewDays'),
      ...orNull('nextReview'),
      ...text('contingency', 'fallback'),
      ...orNull('acceptedBy', 'acceptedAt', 'acceptedBecause', 'acceptedUntil'),
      ...list('origins', 'terms', 'claims', 'evidence'),
      ...text('otherRef', 'id', 'created', 'updated'),
    ],
    tell: ['ref', 'title', 'consequence', 'other ref'],
  },
  assessment: {
    schema: scoreLine,
    columns: [
      ...text('risk', 'kind', 'date', 'likelihoodWord'),
      ...number('likelihoodLow', 'likelihoodHigh'),
      ...list('impacts', 'impactReasons'),
      ...text('level', 'strength', 'reason'),
      ...list('excerpts', 'claims', 'conflicts'),
      ...text('author', 'criteria', 'id', 'created'),
    ],
    tell: ['risk', 'likelihood word', 'impacts', 'criteria'],
  },
  move: {
    schema: riskMove.extend(ofRisk),
    columns: [...text('risk', 'date', 'was', 'status', 'reason', 'by', 'at', 'id')],
    tell: ['risk', 'was', 'status', 'at'],
  },
  action: {
    schema: riskAction.extend(ofRisk),
    columns: [...text('risk', 'text', 'owner'), ...orNull('due'), ...text('status', 'effect', 'id')],
    tell: ['risk', 'text', 'due', 'effect'],
  },
  indicator: {
    schema: indicator.extend(ofRisk),
    columns: [
      ...text('risk', 'statement', 'direction', 'threshold', 'state', 'changed'),
      ...list('excerpts'),
      ...text('id'),
    ],
    tell: ['risk', 'statement', 'threshold', 'state'],
  },
  review: {
    schema: review.extend(ofRisk),
    columns: [...text('risk', 'date', 'by', 'outcome', 'note'), ...orNull('next'), ...text('id', 'created')],
    tell: ['risk', 'outcome', 'note', 'next'],
  },
  criteria: {
    schema: criteria,
    columns: [
      ...text('name'),
      ...json('likelihoods', 'impacts', 'dimensions', 'grid', 'appetite', 'cadence'),
      ...text('id', 'created', 'updated'),
    ],
    tell: ['name', 'likelihoods', 'impacts', 'grid'],
  },
} as const satisfies Record<string, { schema: z.ZodType; columns: readonly Column[]; tell: readonly string[] }>

export type RecordKind = keyof typeof recordKinds
export type LineOf<Kind extends RecordKind> = z.infer<(typeof recordKinds)[Kind]['schema']>

/** In the order in which they are read: what others name comes first. */
export const kindsInOrder: readonly RecordKind[] = [
  'criteria',
  'risk',
  'move',
  'assessment',
  'action',
  'indicator',
  'review',
]

export const columnsOf = (kind: RecordKind): readonly string[] => recordKinds[kind].columns.map(({ column }) => column)

const written = (value: unknown, writing: Writing): RecordCell => {
  if (value === null || value === undefined) return ''
  if (writing === 'list') return listWords(value as string[])
  if (writing === 'json') return JSON.stringify(value)
  // Spreadsheets hold fifteen digits; a number that needs more stands as text.
  if (typeof value === 'number') return Number(value.toPrecision(15)) === value ? value : String(value)
  return String(value)
}

const parsed = (words: string): unknown => {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

const readAs = (cell: RecordCell | undefined, writing: Writing): unknown => {
  const words = String(cell ?? '')
  const isEmpty = words.trim() === ''
  switch (writing) {
    case 'text':
      return words
    case 'text or null':
      return isEmpty ? null : words
    case 'number':
      return isEmpty ? Number.NaN : Number(words)
    case 'number or null':
      return isEmpty ? null : Number(words)
    case 'list':
      return listFrom(words)
    case 'json':
      return parsed(words)
  }
}

/** The cells of a row by the names of their columns. */
export const cellsOf = <Kind extends RecordKind>(kind: Kind, of: LineOf<Kind>): Record<string, RecordCell> =>
  Object.fromEntries(
    recordKinds[kind].columns.map(({ column, field, as: writing }) => [
      column,
      written((of as Record<string, unknown>)[field], writing),
    ]),
  )

/** What came of reading a row: the record as its row tells it, or the columns whose cells cannot be what they are to be. */
export type ReadLine<Kind extends RecordKind> =
  | { line: LineOf<Kind>; problems: [] }
  | { line: null; problems: { column: string; cell: string }[] }

/** The row that {@link cellsOf} wrote: the same in every field (test/main/operations/risk-exchange.test.ts). */
export const lineFrom = <Kind extends RecordKind>(kind: Kind, cells: RecordCells): ReadLine<Kind> => {
  const { schema, columns } = recordKinds[kind]
  const read = schema.safeParse(
    Object.fromEntries(columns.map(({ column, field, as: writing }) => [field, readAs(cells[column], writing)])),
  )
  if (read.success) return { line: read.data as LineOf<Kind>, problems: [] }
  const fields = new Set(read.error.issues.map(({ path }) => String(path[0])))
  return {
    line: null,
    problems: columns
      .filter(({ field }) => fields.has(field))
      .map(({ column }) => ({ column, cell: String(cells[column] ?? '') })),
  }
}

const parts = <One extends Record<string, string>>(items: readonly One[], first: keyof One, second: keyof One) =>
  items.map(item => `${item[first]} ${item[second]}`)

/** A risk as its row tells it. `refOf`: the ref of the risk that it came out of, else its id. */
export const lineOfRisk = (of: Risk, refOf: (id: Risk['id']) => string): RiskLine => {
  const { actions: _, indicators: __, moves: ___, acceptance, origins, terms, evidence, ...rest } = of
  return {
    ...rest,
    acceptedBy: acceptance?.by ?? null,
    acceptedAt: acceptance?.at ?? null,
    acceptedBecause: acceptance?.rationale ?? null,
    acceptedUntil: acceptance?.validUntil ?? null,
    origins: origins.map(({ origin, kind }) => `${kind} ${refOf(origin)}`),
    terms: parts(terms, 'effect', 'term'),
    evidence: parts(evidence, 'role', 'excerpt'),
  }
}

/** A scoring as its row tells it. */
export const lineOfScore = (of: z.infer<typeof assessment>, ref: string): ScoreLine => {
  const { impacts, ...rest } = of
  return {
    ...rest,
    risk: ref,
    impacts: impacts.map(({ dimension, level }) => `${level + 1} ${dimension}`),
    impactReasons: impacts.map(({ rationale }) => rationale),
  }
}

/** The kind of records that a row of heads is of; null when it is of none. */
export const kindOfHeads = (heads: readonly string[]): RecordKind | null => {
  const there = new Set(heads)
  return kindsInOrder.find(kind => recordKinds[kind].tell.every(head => there.has(head))) ?? null
}
