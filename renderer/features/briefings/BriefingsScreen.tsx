import { useState } from 'react'
import { useCommands } from '../../commands.ts'
import { useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import './briefings.css'
import { NewBriefing } from './NewBriefing.tsx'
import { OpenBriefing } from './OpenBriefing.tsx'

/** Blocks on the left, pages on the right, the tradecraft check below. */
export const BriefingsScreen = () => {
  const { id } = useLocation()
  const { value: briefings, refusal } = useRead('briefings.list', {})
  const [making, setMaking] = useState(false)
  useCommands([
    {
      id: 'briefings.new',
      title: say('briefings.new'),
      group: say('shell.briefings'),
      shortcut: 'Shift+B',
      run: () => setMaking(true),
    },
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (briefings === undefined) return null
  const current = briefings.find(one => one.id === id) ?? briefings[0]
  return (
    <>
      {current === undefined ? (
        <EmptyState sentence={say('briefings.none')}>
          <Button writes label={say('briefings.new')} look="primary" onClick={() => setMaking(true)} />
        </EmptyState>
      ) : (
        <OpenBriefing
          key={current.id}
          id={current.id}
          choices={briefings.map(one => ({ value: one.id as string, label: one.title }))}
          onNew={() => setMaking(true)}
        />
      )}
      {making ? <NewBriefing onClose={() => setMaking(false)} /> : null}
    </>
  )
}
