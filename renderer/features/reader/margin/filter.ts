import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import { anchorState } from '../../../../shared/model/anchor.ts'
import { highlightColour } from '../../../../shared/model/excerpt.ts'
import { restingKind } from '../../../../shared/model/excerpt-filter.ts'
import { byId } from '../../../../shared/rules/groups.ts'
import { pathTo, type Standing } from '../../../../shared/rules/tree.ts'

/** What the margin can be asked for. */
export const facets = ['has', 'tag', 'term', 'risk', 'colour', 'state', 'author'] as const
export type Facet = (typeof facets)[number]

/** What may rest on an excerpt, and `nothing` for one that is a bare highlight. */
export const restingValues = [...restingKind.options, 'nothing'] as const

/** The values asked for, by facet. An excerpt is shown when it has one of each facet that asks for any. */
export type MarginFilter = Readonly<Record<Facet, readonly string[]>>

export const noFilter: MarginFilter = { has: [], tag: [], term: [], risk: [], colour: [], state: [], author: [] }

export const isFiltering = (filter: MarginFilter): boolean => facets.some(facet => filter[facet].length > 0)

export const withValue = (filter: MarginFilter, facet: Facet, value: string, wanted: boolean): MarginFilter => {
  const others = filter[facet].filter(one => one !== value)
  return { ...filter, [facet]: wanted ? [...others, value] : others }
}

const closed: Partial<Record<Facet, readonly string[]>> = {
  has: restingValues,
  colour: highlightColour.options,
  state: anchorState.options,
}

/** The filter that an address asks for: `?tag=ID&has=claim`. Words that no facet knows are passed over. */
export const filterOfAddress = (query: Readonly<Record<string, string>>): MarginFilter =>
  facets.reduce((filter, facet) => {
    const value = query[facet]
    if (value === undefined || value === '' || closed[facet]?.includes(value) === false) return filter
    return withValue(filter, facet, value, true)
  }, noFilter)

/** Each tag with those above it: an excerpt that bears a tag is found by all of them. */
export type TagPaths = ReadonlyMap<string, readonly string[]>

export const tagPaths = (tags: readonly Standing[]): TagPaths => {
  const tagOf = byId(tags)
  return new Map(tags.map(({ id }) => [id, pathTo(tagOf, id).map(one => one.id)]))
}

const restingOn = (mark: ExcerptMark): readonly string[] => {
  const resting: string[] = []
  if (mark.terms.length > 0) resting.push('claim')
  if (mark.risks.length > 0) resting.push('risk')
  if (mark.notes > 0) resting.push('note')
  if (mark.relations > 0) resting.push('relation')
  if (mark.hasComment) resting.push('comment')
  if (mark.tags.length > 0) resting.push('tag')
  return resting.length === 0 ? ['nothing'] : resting
}

const valuesOf = (mark: ExcerptMark, facet: Facet, paths: TagPaths): readonly string[] => {
  switch (facet) {
    case 'has':
      return restingOn(mark)
    case 'tag':
      return mark.tags.length === 0 ? [] : [...new Set(mark.tags.flatMap(tag => paths.get(tag) ?? [tag]))]
    case 'term':
      return mark.terms
    case 'risk':
      return mark.risks
    case 'colour':
      return [mark.colour]
    case 'state':
      return [mark.state]
    case 'author':
      return [mark.author]
  }
}

type Asked = { facet: Facet; values: ReadonlySet<string> }

const askedOf = (filter: MarginFilter): Asked[] =>
  facets.filter(facet => filter[facet].length > 0).map(facet => ({ facet, values: new Set(filter[facet]) }))

const fails = (mark: ExcerptMark, asked: readonly Asked[], paths: TagPaths): Facet[] =>
  asked
    .filter(({ facet, values }) => !valuesOf(mark, facet, paths).some(value => values.has(value)))
    .map(({ facet }) => facet)

/** The marks that a filter shows, in their order; the list itself when it asks for nothing. */
export const shownMarks = (
  marks: readonly ExcerptMark[],
  filter: MarginFilter,
  paths: TagPaths,
): readonly ExcerptMark[] => {
  const asked = askedOf(filter)
  return asked.length === 0 ? marks : marks.filter(mark => fails(mark, asked, paths).length === 0)
}

/** How many excerpts have each value of each facet. */
export type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/**
 * How many excerpts would be shown for each value, had its facet asked for that alone: those that every other facet lets
 * through. Each mark is looked at once.
 */
export const countsOf = (marks: readonly ExcerptMark[], filter: MarginFilter, paths: TagPaths): Counts => {
  const asked = askedOf(filter)
  const counts: Record<Facet, Map<string, number>> = {
    has: new Map(),
    tag: new Map(),
    term: new Map(),
    risk: new Map(),
    colour: new Map(),
    state: new Map(),
    author: new Map(),
  }
  for (const mark of marks) {
    const failed = fails(mark, asked, paths)
    if (failed.length > 1) continue
    for (const facet of failed.length === 1 ? failed : facets) {
      const count = counts[facet]
      for (const value of new Set(valuesOf(mark, facet, paths))) count.set(value, (count.get(value) ?? 0) + 1)
    }
  }
  return counts
}
