import { useMemo, useState } from 'react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { addressOf } from '../../location.ts'
import { byMonth } from '../../parts/by-month.ts'
import { dateOf, reliabilityWords, titleOf } from '../../parts/names.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'

const fits = (source: SourceRow, words: string) =>
  `${source.title} ${source.publisher} ${source.authors.join(' ')}`.toLowerCase().includes(words.trim().toLowerCase())

/** What there is to read, grouped by month of publication. */
export const SourceList = ({ sources, current }: { sources: readonly SourceRow[]; current: string }) => {
  const [words, setWords] = useState('')
  const { value: counts } = useRead('sources.counts', {})
  const excerpts = useMemo(() => new Map(counts?.sources.map(one => [one.id, one.excerpts])), [counts])
  const groups = useMemo(() => byMonth(sources.filter(source => fits(source, words))), [sources, words])
  return (
    <nav className="reader-sources" aria-label={say('reader.sources')}>
      <input
        className="input"
        type="search"
        aria-label={say('reader.filter')}
        placeholder={say('reader.filter')}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <div className="reader-source-groups">
        {groups.length === 0 ? <p className="muted small">{say('reader.noneFits')}</p> : null}
        {groups.map(group => (
          <section key={group.month}>
            <h2 className="label">{group.month ?? say('reader.undated')}</h2>
            <ul>
              {group.items.map(source => (
                <li key={source.id}>
                  <a
                    href={addressOf('reader', source.id)}
                    aria-current={source.id === current ? 'page' : undefined}
                    title={`${titleOf(source)}\n${reliabilityWords(source.reliability)}`}
                  >
                    <span className={source.title === '' ? 'reader-source-title muted' : 'reader-source-title'}>
                      {titleOf(source)}
                    </span>
                    <span className="reader-source-facts small muted">
                      {source.publisher === '' ? null : (
                        <span className="reader-source-publisher">{source.publisher}</span>
                      )}
                      {source.published === null ? null : <span>{dateOf(source.published)}</span>}
                      <span>{source.reliability}</span>
                      <span className="reader-source-count">
                        {say('reader.excerptCount', { count: excerpts.get(source.id) ?? 0 })}
                      </span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  )
}
