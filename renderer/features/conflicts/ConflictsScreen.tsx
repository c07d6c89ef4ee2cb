import { useState } from 'react'
import type { ConflictView } from '../../../shared/contract/matrix.ts'
import { useCommands } from '../../commands.ts'
import { addressOf, navigate, useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panes } from '../../ui/Panes.tsx'
import './conflicts.css'
import { ConflictDetail } from './ConflictDetail.tsx'
import { Differences } from './Differences.tsx'

const tabs = ['open', 'settled', 'differences'] as const
type Tab = (typeof tabs)[number]

const newestFirst = (conflicts: readonly ConflictView[]) =>
  conflicts.toSorted((a, b) => b.created.localeCompare(a.created) || a.termRef.localeCompare(b.termRef))

/** The queue of conflicts with the detector's reasons; what differs without being in conflict stands apart. */
export const ConflictsScreen = () => {
  const { id } = useLocation()
  const { value: conflicts, refusal } = useRead('conflicts.list', {})
  const { value: differences } = useRead('conflicts.comparisons', {})
  const chosen = conflicts?.find(one => one.id === id)
  const [tab, setTab] = useState<Tab>(chosen !== undefined && chosen.state !== 'open' ? 'settled' : 'open')
  const open = newestFirst(conflicts?.filter(one => one.state === 'open') ?? [])
  const settled = newestFirst(conflicts?.filter(one => one.state !== 'open') ?? [])
  const shown = tab === 'open' ? open : tab === 'settled' ? settled : []
  const current = chosen ?? shown[0]
  const step = (by: number) => {
    const next = shown[shown.findIndex(one => one.id === current?.id) + by]
    if (next) navigate('conflicts', next.id)
  }
  useCommands([
    {
      id: 'conflicts.next',
      title: say('conflicts.nextOne'),
      group: say('shell.conflicts'),
      shortcut: 'J',
      run: () => step(1),
    },
    {
      id: 'conflicts.previous',
      title: say('conflicts.previousOne'),
      group: say('shell.conflicts'),
      shortcut: 'K',
      run: () => step(-1),
    },
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (conflicts === undefined) return null
  const counts = { open: open.length, settled: settled.length, differences: differences?.length ?? 0 }

  const queue = (
    <div className="conflicts-queue">
      <div role="tablist" aria-label={say('conflicts.queue')} className="conflicts-tabs">
        {tabs.map(one => (
          <button key={one} type="button" role="tab" aria-selected={tab === one} onClick={() => setTab(one)}>
            {say(`conflicts.${one}`, { count: counts[one] })}
          </button>
        ))}
      </div>
      {tab === 'differences' ? null : shown.length === 0 ? (
        <EmptyState sentence={say(tab === 'open' ? 'conflicts.noneOpen' : 'conflicts.noneSettled')}>
          <Button label={say('conflicts.toMatrix')} onClick={() => navigate('matrix')} />
        </EmptyState>
      ) : (
        <ul>
          {shown.map(one => (
            <li key={one.id}>
              <a href={addressOf('conflicts', one.id)} aria-current={one.id === current?.id ? 'true' : undefined}>
                <span className="conflicts-line">
                  <span className="muted">{one.termRef}</span>
                  <b>{one.termName}</b>
                  <Badge tone={one.state === 'open' ? 'conflict' : 'settled'}>{one.kind}</Badge>
                </span>
                <span className="conflicts-reason">{one.reason}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
  if (tab === 'differences') {
    return (
      <div className="conflicts">
        {queue}
        <Differences differences={differences ?? []} />
      </div>
    )
  }
  return (
    <Panes
      id="conflicts"
      panes={[
        { id: 'queue', size: '32%', min: '260px', children: queue },
        {
          id: 'detail',
          children: current ? (
            <ConflictDetail key={current.id} conflict={current} />
          ) : (
            <EmptyState sentence={say('conflicts.choose')} />
          ),
        },
      ]}
    />
  )
}
