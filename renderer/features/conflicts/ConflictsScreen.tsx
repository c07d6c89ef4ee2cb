import type { KeyboardEvent } from 'react'
import type { ConflictLine } from '../../../shared/contract/conflicts.ts'
import { useCommands } from '../../commands.ts'
import { hereNow, navigate, useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useKeptFocus } from '../../ui/focus.ts'
import { Panes } from '../../ui/Panes.tsx'
import './conflicts.css'
import { ConflictDetail } from './ConflictDetail.tsx'
import { ConflictQueue } from './ConflictQueue.tsx'
import { Differences } from './Differences.tsx'
import { nextAfter, queueOf, type Tab, tabOf, tabs } from './queue.ts'

const show = (tab: Tab) => navigate('conflicts', null, { tab })

const focusTab = (tab: Tab) => document.getElementById(`conflicts-tab-${tab}`)?.focus()

const focusFirst = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus()

/** The queue of conflicts with the detector's reasons; what differs without being in conflict stands apart. `#/conflicts/ID` shows one. */
export const ConflictsScreen = () => {
  const { id, query } = useLocation()
  const { value: conflicts, refusal } = useRead('conflicts.queue', {})
  const chosen = conflicts?.find(one => one.id === id)
  const tab = tabOf(chosen, query.tab)
  const queues = { open: queueOf(conflicts ?? [], 'open'), settled: queueOf(conflicts ?? [], 'settled') }
  const shown = tab === 'differences' ? [] : queues[tab]
  const current = shown.find(one => one.id === id) ?? shown[0]
  const step = (by: number) => {
    // The address is ahead of what is drawn when keys come fast.
    const from = hereNow().id ?? current?.id
    const next = shown[shown.findIndex(one => one.id === from) + by]
    if (next) navigate('conflicts', next.id)
  }
  useKeptFocus(() => document.querySelector<HTMLElement>('.conflicts-queue a[aria-current]'))
  const command = (name: string, title: string, shortcut: string, run: () => void) => ({
    id: `conflicts.${name}`,
    title,
    group: say('shell.conflicts'),
    shortcut,
    run,
  })
  useCommands([
    command('next', say('conflicts.nextOne'), 'J', () => step(1)),
    command('previous', say('conflicts.previousOne'), 'K', () => step(-1)),
    command('decide', say('conflicts.goDecide'), 'R', () => focusFirst('.conflicts-decision select')),
    command('open', say('conflicts.showOpen'), 'Shift+O', () => show('open')),
    command('settled', say('conflicts.showSettled'), 'Shift+S', () => show('settled')),
    command('differences', say('conflicts.showDifferences'), 'Shift+D', () => show('differences')),
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (conflicts === undefined) return null
  const counts = { open: queues.open.length, settled: queues.settled.length, differences: 0 }

  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    // From the tab that has the focus: the address may not have caught up with the last press yet.
    const from = tabs.findIndex(one => document.activeElement?.id === `conflicts-tab-${one}`)
    const next = tabs[(from + by + tabs.length) % tabs.length]
    if (by === 0 || next === undefined) return
    event.preventDefault()
    show(next)
    focusTab(next)
  }
  const decided = ({ id: gone }: ConflictLine) => navigate('conflicts', nextAfter(queues.open, gone)?.id ?? null)
  return (
    <div className="conflicts">
      <div role="tablist" aria-label={say('conflicts.queue')} className="conflicts-tabs" onKeyDown={press}>
        {tabs.map(one => (
          <button
            key={one}
            id={`conflicts-tab-${one}`}
            type="button"
            role="tab"
            aria-selected={tab === one}
            aria-controls="conflicts-panel"
            tabIndex={tab === one ? 0 : -1}
            onClick={() => show(one)}
          >
            {say(`conflicts.${one}`, { count: counts[one] })}
          </button>
        ))}
      </div>
      <div id="conflicts-panel" role="tabpanel" aria-labelledby={`conflicts-tab-${tab}`} className="conflicts-panel">
        {tab === 'differences' ? (
          <Differences />
        ) : current === undefined ? (
          <EmptyState sentence={say(tab === 'open' ? 'conflicts.noneOpen' : 'conflicts.noneSettled')}>
            <Button label={say('conflicts.toMatrix')} onClick={() => navigate('matrix')} />
            {tab === 'open' ? (
              <Button label={say('conflicts.toDifferences')} onClick={() => show('differences')} />
            ) : null}
          </EmptyState>
        ) : (
          <Panes
            id="conflicts"
            panes={[
              {
                id: 'queue',
                size: '32%',
                min: '220px',
                children: <ConflictQueue conflicts={shown} current={current} />,
              },
              {
                id: 'detail',
                children: <Shown key={current.id} id={current.id} onDecided={() => decided(current)} />,
              },
            ]}
          />
        )}
      </div>
    </div>
  )
}

/** One conflict with its claims, which are asked for when it is shown. */
const Shown = ({ id, onDecided }: { id: ConflictLine['id']; onDecided: () => void }) => {
  const [conflict] = useRead('conflicts.list', { ids: [id] }).value ?? []
  return conflict === undefined ? null : (
    <ConflictDetail key={conflict.state} conflict={conflict} onDecided={onDecided} />
  )
}
