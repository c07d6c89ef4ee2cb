import { memo } from 'react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { dateOf, titleOf } from '../../parts/names.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DateReadings } from './DateReadings.tsx'
import type { ImportItem } from './import-queue.ts'
import { CompareButton } from './resemblances/SourceResemblances.tsx'

const tones = {
  imported: 'settled',
  version: 'settled',
  references: 'settled',
  duplicate: 'warning',
  failed: 'conflict',
} as const
const toneOf = (state: ImportItem['state']) => (state in tones ? tones[state as keyof typeof tones] : 'plain')

type ImportedItemProps = { item: ImportItem; source: SourceRow | undefined; onChoose: (id: string) => void }

/** One file of an import: what became of it, and the way to the source it became, is the double of, or resembles. */
export const ImportedItem = memo(({ item, source, onChoose }: ImportedItemProps) => (
  <>
    <p className="import-file">
      <span className="import-name" title={item.name}>
        {item.name}
      </span>
      <Badge tone={toneOf(item.state)}>{say(`imports.outcome.${item.state}`)}</Badge>
    </p>
    {item.message === '' || item.state === 'imported' ? null : <p className="small">{item.message}</p>}
    {source === undefined ? null : (
      <>
        <button type="button" className="import-source reading" onClick={() => onChoose(source.id)}>
          {titleOf(source)}
        </button>
        {item.state === 'imported' ? <Stated source={source} warnings={item.warnings} /> : null}
      </>
    )}
    {item.resembles.map(({ source: other, title, likeness, reason }) => (
      <div key={other} className="import-resembles small">
        <button type="button" className="import-link" onClick={() => onChoose(other)}>
          {say('imports.resembles', { title: title || say('imports.untitled'), likeness: Math.round(likeness) })}
        </button>
        <p className="muted">{reason}</p>
        {source === undefined ? null : <CompareButton first={other} second={source.id} title={title} />}
      </div>
    ))}
  </>
))

/** What the document says of itself, what it does not say, and what the importer noticed. */
const Stated = ({ source, warnings }: { source: SourceRow; warnings: readonly string[] }) => {
  const { value: [counted] = [] } = useRead('sources.words', { ids: [source.id] })
  const unsure = source.published === null && source.publishedReadings.length > 1
  const stated = [
    source.authors.join(', '),
    source.publisher,
    source.published === null ? '' : dateOf(source.published),
    source.language,
    counted ? say('sources.words', { count: counted.words }) : '',
  ].filter(Boolean)
  const missing = [
    source.title === '' ? say('sources.title') : '',
    source.authors.length === 0 ? say('sources.author') : '',
    source.publisher === '' ? say('sources.publisher') : '',
    source.published === null && !unsure ? say('sources.published') : '',
  ].filter(Boolean)
  // The readings of the date say it already, and let it be decided.
  const isNew = (warning: string) => !unsure || !warning.includes(source.publishedStated)
  return (
    <>
      <p className="small">{stated.join(' · ')}</p>
      {missing.length === 0 ? null : (
        <p className="small muted">{say('sources.notStated', { what: missing.join(', ').toLowerCase() })}</p>
      )}
      {unsure ? <DateReadings source={source} /> : null}
      {[...new Set(warnings)].filter(isNew).map(warning => (
        <p key={warning} className="small sources-warning">
          {warning}
        </p>
      ))}
    </>
  )
}
