import type { SourceId } from '../../../shared/model/id.ts'
import { addressOf } from '../../location.ts'
import { Marked } from '../../parts/Marked.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'

const most = 100

/** All places in one source, each with the words around it. */
export const Places = ({ source, query, title }: { source: SourceId; query: string; title: string }) => {
  const { value } = useRead('search.passages', { query, limit: most, extent: 'words', sources: [source] })
  if (value === undefined) return null
  return (
    <ol className="search-places" aria-label={say('search.showPlaces', { title })}>
      {value.passages.map(({ start, end, before, exact, after }) => (
        <li key={start}>
          <a data-stop href={addressOf('reader', source, { start: String(start), end: String(end) })}>
            <Marked
              words={`${before}${exact}${after}`}
              marks={[{ start: before.length, end: before.length + exact.length }]}
            />
          </a>
        </li>
      ))}
      {value.total > value.passages.length ? (
        <li className="small muted">
          {say('search.morePlaces', { shown: value.passages.length, total: value.total })}
        </li>
      ) : null}
    </ol>
  )
}
