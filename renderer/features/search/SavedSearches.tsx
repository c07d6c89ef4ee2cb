import { X } from 'lucide-react'
import * as z from 'zod'
import { type SearchKind, searchKind } from '../../../shared/contract/search.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** What a saved search holds; its name is its words. */
const settings = z.object({ query: z.string(), kind: searchKind.nullable() })

/** Whether this search is saved, and what saves or removes it. */
export const useSavedSearch = (query: string, kind: SearchKind | null): { isSaved: boolean; toggle: () => void } => {
  const { value: saved = [] } = useRead('savedViews.list', { screen: 'search' })
  const same = saved.find(one => {
    const kept = settings.safeParse(one.settings).data
    return kept !== undefined && kept.query === query && kept.kind === kind
  })
  const name = kind === null ? query : `${query} · ${say(`search.kind.${kind}`)}`
  return {
    isSaved: same !== undefined,
    toggle: () =>
      void (same
        ? perform('savedViews.remove', { id: same.id })
        : perform('savedViews.create', { screen: 'search', name, settings: { query, kind } })),
  }
}

/** Searches that were kept, to run again on the case as it is now. */
export const SavedSearches = ({ onOpen }: { onOpen: (query: string, kind: SearchKind | null) => void }) => {
  const { value: saved = [] } = useRead('savedViews.list', { screen: 'search' })
  if (saved.length === 0) return null
  return (
    <section className="search-saved" aria-label={say('search.saved')}>
      <h2 className="label">{say('search.saved')}</h2>
      <ul>
        {saved.map(one => {
          const kept = settings.safeParse(one.settings).data
          return (
            <li key={one.id}>
              <button
                type="button"
                data-stop
                className="search-open"
                disabled={kept === undefined}
                onClick={() => kept && onOpen(kept.query, kept.kind)}
              >
                {one.name}
              </button>
              <Button
                writes
                look="quiet"
                iconOnly
                icon={<X size={14} />}
                label={say('search.removeSaved', { name: one.name })}
                onClick={() => void perform('savedViews.remove', { id: one.id })}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
