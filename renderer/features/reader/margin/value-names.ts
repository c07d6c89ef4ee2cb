import { useCallback, useMemo } from 'react'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import type { Facet } from './filter.ts'

/** What the values of the facets are called; the names of records are asked for while they are wanted. */
export const useValueNames = (wanted: boolean): ((facet: Facet, value: string) => string) => {
  const { value: tags } = useRead('tags.list', wanted ? {} : null)
  const { value: terms } = useRead('terms.list', wanted ? {} : null)
  const { value: risks } = useRead('risks.register', wanted ? {} : null)
  const names = useMemo(
    () =>
      new Map<string, string>([
        ...(tags ?? []).map(({ id, name }): [string, string] => [id, name]),
        ...(terms ?? []).map(({ id, ref, name }): [string, string] => [id, `${ref} ${name}`]),
        ...(risks ?? []).map(({ id, ref, title }): [string, string] => [id, `${ref} ${title}`]),
      ]),
    [tags, terms, risks],
  )
  return useCallback(
    (facet, value) => {
      if (facet === 'has') return say('margin.has', { what: value })
      if (facet === 'colour') return say('margin.colour', { colour: value })
      if (facet === 'state') return say('margin.state', { state: value })
      if (facet === 'author') return value || say('margin.noAuthor')
      return names.get(value) ?? say('margin.unknown')
    },
    [names],
  )
}
