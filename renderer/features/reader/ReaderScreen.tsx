import { useEffect } from 'react'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { comparePartialDates } from '../../../shared/model/partial-date.ts'
import { navigate, useLocation } from '../../location.ts'
import { useSourceRows } from '../../parts/source-rows.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useMedia } from '../../ui/media.ts'
import { type Pane, Panes } from '../../ui/Panes.tsx'
import { BesideSource } from './note/beside.ts'
import { useNoteBeside } from './note/use-note-beside.tsx'
import { Reader } from './Reader.tsx'
import './marks.css'
import './margin.css'
import './blocks.css'
import './reader.css'
import { SourceList } from './SourceList.tsx'

const lastRead = 'last-read'

/** The sources to read beside the one that is open: the one of the address, else the one read last, else the oldest. */
export const ReaderScreen = () => {
  const { id, query } = useLocation()
  const { rows: sources } = useSourceRows()
  const narrow = useMedia('(max-width: 760px)')
  const crowded = useMedia('(max-width: 1480px)')
  const { pane, dialog, beside } = useNoteBeside(query)
  const known = (wanted: string | null) => sources?.find(source => source.id === wanted)
  const current = known(id) ?? known(sessionStorage.getItem(lastRead)) ?? oldestOf(sources ?? [])
  const shown = current?.id
  useEffect(() => {
    if (shown !== undefined) sessionStorage.setItem(lastRead, shown)
  }, [shown])
  if (sources === undefined) return null
  if (current === undefined) {
    return (
      <EmptyState sentence={say('reader.empty')}>
        <Button look="primary" label={say('reader.goImport')} onClick={() => navigate('sources')} />
      </EmptyState>
    )
  }
  const open = <OpenSource key={current.id} id={current.id} query={query} />
  const list: Pane = {
    id: 'list',
    size: '240px',
    min: '160px',
    max: '420px',
    children: <SourceList sources={sources} current={current.id} />,
  }
  const text: Pane = { id: 'text', min: narrow ? '120px' : '480px', children: open }
  const note: Pane[] = pane
    ? [{ id: 'note', size: narrow ? '50%' : '360px', min: narrow ? '120px' : '280px', children: pane }]
    : []
  // Zoomed to 200 % the text has the window to itself; the library leads to the other sources. A note comes before the list.
  const panes = narrow || (crowded && pane) ? [text, ...note] : [list, text, ...note]
  return (
    <BesideSource value={beside}>
      {narrow && !pane ? (
        open
      ) : (
        <Panes
          id={`reader-${panes.map(one => one.id).join('-')}${narrow ? '-below' : ''}`}
          direction={narrow ? 'vertical' : 'horizontal'}
          panes={panes}
        />
      )}
      {dialog}
    </BesideSource>
  )
}

const oldestOf = (sources: readonly SourceRow[]): SourceRow | undefined =>
  sources.length === 0
    ? undefined
    : sources.reduce((oldest, one) => (comparePartialDates(one.published, oldest.published) < 0 ? one : oldest))

const OpenSource = ({ id, query }: { id: string; query: Record<string, string> }) => {
  const { value: detail, refusal } = useRead('sources.read', { id })
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (detail === undefined) return <p className="reader-opening muted">{say('reader.opening')}</p>
  return <Reader key={detail.version.id} detail={detail} query={query} />
}
