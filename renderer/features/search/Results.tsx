import { type SearchHit, type SearchKind, searchKind } from '../../../shared/contract/search.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import { say } from '../../say.ts'
import { HitRow } from './HitRow.tsx'

type ResultsProps = {
  found: OutputOf<'search.find'>
  kind: SearchKind | null
  query: string
  onKind: (kind: SearchKind) => void
}

/** What was found: the best of each kind with the way to all of that kind, or one kind alone. */
export const Results = ({ found, kind, query, onKind }: ResultsProps) => {
  const { hits, byKind, total } = found
  const groups = searchKind.options.flatMap((one): { kind: SearchKind; hits: SearchHit[] }[] => {
    const own = hits.filter(hit => hit.kind === one)
    return own.length === 0 ? [] : [{ kind: one, hits: own }]
  })
  return (
    <div className="search-results">
      {groups.map(group => {
        const count = byKind[group.kind] ?? group.hits.length
        return (
          <section key={group.kind} aria-labelledby={`search-${group.kind}`}>
            <header>
              <h2 id={`search-${group.kind}`} className="label">
                {say(`search.kind.${group.kind}`)}
              </h2>
              {kind === null && count > group.hits.length ? (
                <button type="button" className="search-more small" onClick={() => onKind(group.kind)}>
                  {say('search.showAll', { count })}
                </button>
              ) : null}
            </header>
            <ol>
              {group.hits.map(hit => (
                <HitRow key={hit.id} hit={hit} query={query} />
              ))}
            </ol>
          </section>
        )
      })}
      {kind !== null && total > hits.length ? (
        <p className="small muted">{say('search.most', { shown: hits.length, total })}</p>
      ) : null}
    </div>
  )
}
