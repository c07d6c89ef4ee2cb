import { type SearchKind, searchKind } from '../../../shared/contract/search.ts'
import { say } from '../../say.ts'

type KindTabsProps = {
  chosen: SearchKind | null
  byKind: Partial<Record<SearchKind, number>>
  onChoose: (kind: SearchKind | null) => void
}

/** Narrows the results to one kind of record; each says how many there are. */
export const KindTabs = ({ chosen, byKind, onChoose }: KindTabsProps) => {
  const total = Object.values(byKind).reduce((sum, count) => sum + (count ?? 0), 0)
  const tab = (kind: SearchKind | null, name: string, count: number) => (
    <button
      key={name}
      type="button"
      className="search-kind"
      aria-pressed={chosen === kind}
      disabled={count === 0 && chosen !== kind && kind !== null}
      onClick={() => onChoose(kind)}
    >
      {name} <span className="numeric muted">{count}</span>
    </button>
  )
  return (
    <fieldset className="search-kinds">
      <legend className="unseen">{say('search.kinds')}</legend>
      {tab(null, say('search.all'), total)}
      {searchKind.options.map(kind => tab(kind, say(`search.kind.${kind}`), byKind[kind] ?? 0))}
    </fieldset>
  )
}
