import { TaskLine } from '../parts/TaskLine.tsx'
import { useRead } from '../query.ts'
import { day, say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { chooseCase, createCase, openRecent, openSample } from './case-commands.ts'

/** Shown while no case is open. */
export const Welcome = () => {
  const recent = useRead('case.recent', {})
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
      {recent.value?.length === 0 ? <p className="muted">{say('shell.noRecent')}</p> : null}
      <ul className="welcome-recent">
        {recent.value?.map(one => (
          <li key={one.id}>
            <button type="button" onClick={() => void openRecent(one.id)}>
              <b>{one.name}</b>
              <span className="muted">{one.folder}</span>
              <span className="muted numeric">{day(one.opened)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="welcome-task">
        <TaskLine />
      </div>
    </main>
  )
}
