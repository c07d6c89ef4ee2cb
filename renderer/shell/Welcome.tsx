import { MoreHorizontal } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { RecentCase } from '../../shared/contract/case.ts'
import { TaskLine } from '../parts/TaskLine.tsx'
import { perform, useRead } from '../query.ts'
import { day, say, size } from '../say.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { later } from '../ui/later.tsx'
import { Menu } from '../ui/Menu.tsx'
import { chooseCase, createCase, openRecent, openSample } from './case-commands.ts'
import './welcome.css'

const BackupsDialog = later(() => import('../features/safety/BackupsDialog.tsx').then(part => part.BackupsDialog))

/** Shown while no case is open. */
export const Welcome = () => {
  const { value: recent } = useRead('case.recent', {})
  const [restoring, setRestoring] = useState<string | null>(null)
  return (
    <main className="welcome">
      <h1>Glossator</h1>
      <p className="welcome-line reading">{say('shell.welcome')}</p>
      <p className="muted">{say('shell.welcomeWhat')}</p>
      <div className="welcome-actions">
        <Button label={say('shell.openSample')} look="primary" onClick={openSample} />
        <Button label={say('shell.newCase')} onClick={createCase} />
        <Button label={say('shell.openCase')} onClick={chooseCase} />
      </div>
      <h2 className="label">{say('shell.recent')}</h2>
      {recent?.length === 0 ? <p className="muted">{say('shell.noRecent')}</p> : null}
      <ul className="welcome-recent">
        {recent?.map(one => (
          <Recent key={one.id} recent={one} onRestore={() => setRestoring(one.id)} />
        ))}
      </ul>
      <div className="welcome-task">
        <TaskLine />
      </div>
      {restoring === null ? null : (
        <Suspense fallback={null}>
          <BackupsDialog obstacle={restoring} canMake={false} onClose={() => setRestoring(null)} />
        </Suspense>
      )}
    </main>
  )
}

const tones = { sealed: 'accent', damaged: 'conflict', missing: 'warning' } as const

/** A case opened before: what is known of its file without opening it, and what can be done with it from here. */
const Recent = ({ recent, onRestore }: { recent: RecentCase; onRestore: () => void }) => {
  const { id, name, file, folder, opened, state, bytes, backups } = recent
  const open = () => void openRecent(id)
  // The backups of a sealed case are sealed, and those of one that is gone may be: opening it asks for the passphrase.
  const canRestore = backups > 0 && (state === 'plain' || state === 'damaged')
  return (
    <li>
      <button type="button" className="welcome-case" onClick={open}>
        <span className="welcome-name">
          <b dir="auto">{name}</b>
          {state === 'plain' ? null : (
            <Badge tone={tones[state]} title={say(`welcome.stateWhat.${state}`)}>
              {say(`welcome.state.${state}`)}
            </Badge>
          )}
        </span>
        <span className="welcome-facts small muted" dir="auto">
          {say('welcome.in', { file, folder })} · {say('welcome.backups', { count: backups })}
        </span>
        <span className="muted numeric">{bytes === null ? '' : size(bytes)}</span>
        <span className="muted numeric" title={say('welcome.openedOn', { day: day(opened) })}>
          {day(opened)}
        </span>
      </button>
      <Menu
        label={say('welcome.more', { name })}
        className="button quiet icon-only"
        items={[
          { id: 'open', label: say('welcome.open'), run: open },
          ...(canRestore ? [{ id: 'restore', label: say('welcome.restore'), run: onRestore }] : []),
          {
            id: 'forget',
            label: say('welcome.forget'),
            hint: say('welcome.forgetWhat'),
            apart: true,
            run: () => void perform('case.forgetRecent', { id }),
          },
        ]}
      >
        <MoreHorizontal size={16} aria-hidden="true" />
      </Menu>
    </li>
  )
}
