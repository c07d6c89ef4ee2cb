import { useMemo, useRef, useState } from 'react'
import { useCommands } from '../../commands.ts'
import { hereNow, moveTo, navigate, useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryTable } from './EntryTable.tsx'
import { type Dated, datedOf, extentOf, rowsOf } from './entries.ts'
import { type ChangeView, everything, fits, isFiltering, kinds, queryOf, viewOf } from './filter.ts'
import type { ShownMark } from './marks.ts'
import { Plot } from './Plot.tsx'
import { PointedAt } from './PointedAt.tsx'
import { useTimePlace } from './place.ts'
import './timeline.css'
import './entry-table.css'
import { TimelineBar } from './TimelineBar.tsx'

/** The dates of sources and claims on one axis, or in a table. What is shown stands in the address: `#/timeline?term=ID&look=table`. */
export const TimelineScreen = () => {
  const { value, refusal } = useRead('timeline.read', {})
  const entries = useMemo(() => value && datedOf(value.entries), [value])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (value === undefined || entries === undefined) return null
  if (entries.length === 0)
    return (
      <EmptyState sentence={say('timeline.none')}>
        <Button label={say('timeline.toSources')} onClick={() => navigate('sources')} />
      </EmptyState>
    )
  return <Timeline entries={entries} undated={value.undated} />
}

/** From the address of the moment: what is drawn may lag behind it by a press. */
const change: ChangeView = patchOf => {
  const now = viewOf(hereNow().query)
  moveTo('timeline', null, queryOf({ ...now, ...(typeof patchOf === 'function' ? patchOf(now) : patchOf) }))
}

type TimelineProps = { entries: readonly Dated[]; undated: { sources: number; claims: number } }

const Timeline = ({ entries, undated }: TimelineProps) => {
  const { query } = useLocation()
  const view = useMemo(() => viewOf(query), [query])
  const { value: partyList } = useRead('parties.list', {})
  const parties = useMemo(
    () => new Map<string, string>((partyList ?? []).map(one => [one.id, one.shortName])),
    [partyList],
  )
  const [pointed, setPointed] = useState<ShownMark | null>(null)
  const find = useRef<HTMLInputElement>(null)
  const fitting = useMemo(() => entries.filter(fits(view)), [entries, view])
  const rows = useMemo(() => rowsOf(fitting, view.rows, parties, kinds), [fitting, view.rows, parties])
  const all = useMemo(() => extentOf(fitting) ?? extentOf(entries) ?? { first: 0, end: 1 }, [fitting, entries])
  const place = useTimePlace(all)

  const command = (name: string, title: string, shortcut: string, run: () => void) => ({
    id: `timeline.${name}`,
    title,
    group: say('shell.timeline'),
    shortcut,
    run,
  })
  useCommands([
    command('zoomIn', say('timeline.zoomIn'), 'Z', () => place.zoom(1.6)),
    command('zoomOut', say('timeline.zoomOut'), 'Shift+Z', () => place.zoom(1 / 1.6)),
    command('fit', say('timeline.fit'), 'F', () => place.show(null)),
    command('earlier', say('timeline.earlier'), 'Shift+ArrowLeft', () => place.pan(-0.25)),
    command('later', say('timeline.later'), 'Shift+ArrowRight', () => place.pan(0.25)),
    command('look', say('timeline.switch'), 'T', () =>
      change(now => ({ look: now.look === 'axis' ? 'table' : 'axis' })),
    ),
    command('find', say('timeline.find'), '/', () => find.current?.focus()),
    command('goFirst', say('timeline.toFirst'), 'G', () =>
      document
        .querySelector<HTMLElement>('.timeline [data-mark][tabindex="0"], .timeline tbody tr[tabindex="0"]')
        ?.focus(),
    ),
  ])
  return (
    <div className="timeline">
      <TimelineBar view={view} entries={entries} parties={parties} place={place} find={find} onChange={change} />
      {fitting.length === 0 ? (
        <EmptyState sentence={say('timeline.noneFits')}>
          <Button label={say('timeline.clear')} onClick={() => change(everything)} />
        </EmptyState>
      ) : view.look === 'table' ? (
        <EntryTable entries={fitting} parties={parties} />
      ) : (
        <>
          <Plot
            rows={rows}
            place={place}
            onPoint={setPointed}
            onList={mark =>
              change(now => ({
                look: 'table',
                kinds: now.rows === 'kind' ? [mark.entries[0].kind] : now.kinds,
                dated: [...new Set(mark.entries.map(({ date }) => date))],
              }))
            }
          />
          <PointedAt mark={pointed} />
        </>
      )}
      <p className="timeline-foot small muted">
        {isFiltering(view) ? (
          <span>{say('timeline.shown', { shown: fitting.length, all: entries.length })}</span>
        ) : null}
        {undated.sources + undated.claims === 0 ? null : (
          <span title={say('timeline.undatedWhy')}>{say('timeline.undated', undated)}</span>
        )}
      </p>
    </div>
  )
}
