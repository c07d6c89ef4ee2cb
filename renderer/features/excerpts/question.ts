import {
  type ExcerptCondition,
  type ExcerptFilter,
  excerptFilter,
  type Proximity,
} from '../../../shared/model/excerpt-filter.ts'

/** What can be asked of an excerpt by one choice. */
export const conditionFields = [
  'tag',
  'term',
  'risk',
  'source',
  'collection',
  'has',
  'relation',
  'state',
  'colour',
  'credibility',
  'author',
  'words',
] as const
export type ConditionField = (typeof conditionFields)[number]

/** A part of a question as it is being put: a condition may not have its value yet. */
export type Part = { negated: boolean } & (
  | { kind: 'condition'; field: ConditionField; condition: ExcerptCondition | null }
  | { kind: 'group'; group: Group }
  | { kind: 'beside'; beside: Proximity; of: Group }
)
export type Group = { join: 'all' | 'any'; parts: Part[] }

export const emptyGroup: Group = { join: 'all', parts: [] }

/** How far away near is, in characters, until somebody says otherwise: about two sentences. */
const usualNearness = 200

/** The proximity of a kind, with the nearness there was before; null for what is none. */
export const proximityOf = (kind: string, before: Proximity | null): Proximity | null => {
  if (kind === 'near') return before?.kind === 'near' ? before : { kind, characters: usualNearness }
  return kind === 'overlapping' || kind === 'same paragraph' ? { kind } : null
}

export const newCondition = (field: ConditionField): Part => ({
  kind: 'condition',
  negated: false,
  field,
  condition: null,
})
export const newGroup = (): Part => ({
  kind: 'group',
  negated: false,
  group: { join: 'any', parts: [newCondition('tag')] },
})
export const newBeside = (kind: Proximity['kind']): Part => ({
  kind: 'beside',
  negated: false,
  beside: proximityOf(kind, null) ?? { kind: 'overlapping' },
  of: { join: 'all', parts: [newCondition('tag')] },
})

/** The condition on a field with a value in words, such as an id; null where there is no such condition. */
export const conditionOf = (field: ConditionField, value: string): ExcerptCondition | null => {
  const given: Record<ConditionField, object> = {
    tag: { tag: value, below: true },
    term: { term: value, role: null },
    risk: { risk: value },
    source: { source: value },
    collection: { collection: value },
    relation: { kind: value },
    has: { what: value },
    state: { state: value },
    colour: { colour: value },
    credibility: { credibility: value === 'none' ? null : Number(value) },
    author: { author: value },
    words: { words: value.trim() },
  }
  if (value.trim() === '') return null
  return excerptFilter.safeParse({ field, ...given[field] }).data as ExcerptCondition | null
}

/** The value of a condition, in words. */
export const valueIn = (condition: ExcerptCondition | null): string => {
  if (condition === null) return ''
  switch (condition.field) {
    case 'tag':
      return condition.tag
    case 'term':
      return condition.term
    case 'risk':
      return condition.risk
    case 'source':
      return condition.source
    case 'collection':
      return condition.collection
    case 'relation':
      return condition.kind
    case 'has':
      return condition.what
    case 'state':
      return condition.state
    case 'colour':
      return condition.colour
    case 'credibility':
      return condition.credibility === null ? 'none' : String(condition.credibility)
    case 'author':
      return condition.author
    case 'words':
      return condition.words
  }
}

const askedBy = (part: Part): ExcerptFilter | null => {
  if (part.kind === 'condition') return part.condition
  if (part.kind === 'beside') return { beside: part.beside, of: filterOf(part.of) }
  return isAsking(part.group) ? filterOf(part.group) : null
}

/** Whether a group asks for anything yet. */
export const isAsking = (group: Group): boolean => group.parts.some(part => askedBy(part) !== null)

/** The filter that a group puts. What is not filled in yet asks for nothing, and nothing holds of every excerpt. */
export const filterOf = ({ join, parts }: Group): ExcerptFilter => {
  const asked = parts.flatMap(part => {
    const filter = askedBy(part)
    return filter === null ? [] : [part.negated ? { not: filter } : filter]
  })
  return join === 'any' && asked.length > 0 ? { any: asked } : { all: asked }
}

const partOf = (filter: ExcerptFilter): Part => {
  if ('not' in filter) {
    const part = partOf(filter.not)
    return { ...part, negated: !part.negated }
  }
  if ('beside' in filter) return { kind: 'beside', negated: false, beside: filter.beside, of: groupOf(filter.of) }
  if ('all' in filter || 'any' in filter) return { kind: 'group', negated: false, group: groupOf(filter) }
  return { kind: 'condition', negated: false, field: filter.field, condition: filter }
}

/** A filter as a group that can be edited. Held by test/renderer/features/excerpts/question.test.ts against `filterOf`. */
export const groupOf = (filter: ExcerptFilter): Group => {
  if ('all' in filter) return { join: 'all', parts: filter.all.map(partOf) }
  if ('any' in filter) return { join: 'any', parts: filter.any.map(partOf) }
  return { join: 'all', parts: [partOf(filter)] }
}

const addressFields = ['tag', 'term', 'risk', 'source', 'collection'] as const

/** The group that an address asks for: `#/excerpts?tag=ID&source=ID`. Null where it asks for none. */
export const groupOfAddress = (query: Record<string, string>): Group | null => {
  const parts = addressFields.flatMap((field): Part[] => {
    const condition = conditionOf(field, query[field] ?? '')
    return condition === null || condition === undefined
      ? []
      : [{ kind: 'condition', negated: false, field, condition }]
  })
  return parts.length === 0 ? null : { join: 'all', parts }
}
