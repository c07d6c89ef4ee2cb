import { useMemo } from 'react'
import type { LongField } from '../../../shared/contract/sources.ts'
import { useRead } from '../../query.ts'
import type { Field, Names } from './fields.ts'
import type { LibrarySource } from './use-library.ts'

const named = (rows: readonly { id: string; name: string }[] | undefined) => {
  const names = new Map(rows?.map(({ id, name }) => [id, name]))
  return (id: string) => names.get(id) ?? ''
}

const useLongField = (field: LongField, wanted: boolean) => {
  const { value } = useRead('sources.fieldWords', wanted ? { field } : null)
  return useMemo(() => new Map<string, string>(value?.map(({ id, words }) => [id, words])), [value])
}

/** What rows point at by name, and the long fields that a filter asks about: only those are fetched. */
export const useNames = (sources: readonly LibrarySource[] | undefined, longFields: readonly Field[]): Names => {
  const { value: tags } = useRead('tags.list', {})
  const { value: collections } = useRead('collections.list', {})
  const { value: lineages } = useRead('lineages.list', {})
  const comment = useLongField('comment', longFields.includes('comment'))
  const reliabilityReason = useLongField('reliabilityReason', longFields.includes('reliabilityReason'))
  const noticed = useLongField('warnings', longFields.includes('noticedWords'))
  return useMemo(() => {
    const long = { comment, reliabilityReason, noticed }
    let titles: Map<string, string> | null = null
    return {
      tag: named(tags),
      collection: named(collections),
      lineage: named(lineages),
      title: id => {
        titles ??= new Map(sources?.map(source => [source.id, source.title]))
        return titles.get(id) ?? ''
      },
      long: (field, id) => long[field].get(id) ?? '',
    }
  }, [tags, collections, lineages, sources, comment, reliabilityReason, noticed])
}
