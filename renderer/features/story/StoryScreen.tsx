import { Grid3x3, Replace } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { TermStory } from '../../../shared/contract/matrix.ts'
import { type TermId, termId } from '../../../shared/model/id.ts'
import { useCommands } from '../../commands.ts'
import { addressOf, navigate, useLocation } from '../../location.ts'
import { PickButton } from '../../parts/PickButton.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { TermPicker } from '../../parts/TermPicker.tsx'
import { TermRisks } from '../../parts/TermRisks.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { AssessedEntry, ToldEntry } from './Entries.tsx'
import { StoryStrip } from './StoryStrip.tsx'
import './story.css'
import { type Entry, entriesOf, type Part } from './story.ts'

const show = (id: TermId) => navigate('term', id)

/** Everything known of one term in the order of time: what was said, what was assessed, what cannot both hold. `#/term/ID` */
export const StoryScreen = () => {
  const { id } = useLocation()
  const term = termId.safeParse(id).data
  const { value: story, refusal } = useRead('terms.story', term === undefined ? null : { term })
  if (refusal) return <EmptyState sentence={refusal.message}>{<ChooseTerm />}</EmptyState>
  if (term === undefined)
    return (
      <EmptyState sentence={say('story.nothing')}>
        <ChooseTerm />
      </EmptyState>
    )
  return story === undefined ? null : <Story key={term} story={story} />
}

const ChooseTerm = () => (
  <PickButton label={say('story.chooseTerm')} icon={<Replace size={14} />}>
    {close => (
      <TermPicker
        onCancel={close}
        onPick={term => {
          close()
          show(term.id)
        }}
      />
    )}
  </PickButton>
)

const parts = { everything: 'story.everything', claims: 'story.onlyClaims', positions: 'story.onlyPositions' } as const

const Story = ({ story }: { story: TermStory }) => {
  const { term, claims, conflicts } = story
  const [part, setPart] = useState<Part>('everything')
  const [current, setCurrent] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const entries = useMemo(() => entriesOf(story, part), [story, part])
  const open = conflicts.filter(({ state }) => state === 'open')
  const disputed = new Set<string>(open.flatMap(conflict => conflict.claims))

  const go = (to: string | undefined) => {
    if (to === undefined) return
    setCurrent(to)
    const element = list.current?.querySelector<HTMLElement>(`[data-entry="${to}"]`)
    element?.scrollIntoView({ block: 'nearest' })
    element?.focus({ preventScroll: true })
  }
  const step = (by: number) => {
    const at = entries.findIndex(entry => entry.id === current)
    go(entries[at < 0 && by < 0 ? entries.length - 1 : Math.min(entries.length - 1, Math.max(0, at + by))]?.id)
  }
  const command = (name: string, title: string, shortcut: string, run: () => void) => ({
    id: `story.${name}`,
    title,
    group: say('shell.term'),
    shortcut,
    run,
  })
  useCommands([
    command('next', say('story.next'), 'J', () => step(1)),
    command('previous', say('story.previous'), 'K', () => step(-1)),
    command('matrix', say('story.inMatrix'), 'M', () => navigate('matrix', null, { term: term.id })),
  ])

  return (
    <div className="story">
      <header className="story-head">
        <p className="small muted">
          {term.ref} · {term.category}
        </p>
        <h1>{term.name}</h1>
        {term.question === '' ? null : <p className="muted story-question">{term.question}</p>}
        <div className="story-tools">
          <span className="small muted" role="status">
            {say('story.claims', { count: claims.length })}{' '}
            {say('story.sources', { count: new Set(claims.map(({ claim }) => claim.source)).size })}
          </span>
          {open.length === 0 ? null : (
            <Badge tone="conflict">{say('story.openConflicts', { count: open.length })}</Badge>
          )}
          <span className="story-tools-end">
            <SelectField
              label={say('story.show')}
              value={part}
              choices={(['everything', 'claims', 'positions'] as const).map(value => ({
                value,
                label: say(parts[value]),
              }))}
              onChoose={setPart}
            />
            <Button
              label={say('story.inMatrix')}
              icon={<Grid3x3 size={14} />}
              look="quiet"
              onClick={() => navigate('matrix', null, { term: term.id })}
            />
            <ChooseTerm />
            <RecordHistory record="term" id={term.id} name={`${term.ref} ${term.name}`} />
          </span>
        </div>
      </header>
      <StoryStrip entries={entries} disputed={disputed} current={current} onShow={go} />
      <div className="story-body">
        {entries.length === 0 ? (
          <EmptyState sentence={say('story.empty')} />
        ) : (
          <ol ref={list} className="story-entries">
            {entries.map(entry => (
              <EntryLine
                key={`${entry.kind} ${entry.id}`}
                entry={entry}
                story={story}
                isCurrent={entry.id === current}
              />
            ))}
          </ol>
        )}
        <aside className="story-aside" aria-label={say('story.conflicts')}>
          <section>
            <h2 className="label">{say('story.conflicts')}</h2>
            {conflicts.length === 0 ? <p className="muted">{say('story.noConflicts')}</p> : null}
            <ul>
              {conflicts.map(conflict => (
                <li key={conflict.id}>
                  <a href={addressOf('conflicts', conflict.id)}>{conflict.reason}</a>{' '}
                  <Badge tone={conflict.state === 'open' ? 'conflict' : 'settled'}>{conflict.state}</Badge>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2 className="label">{say('story.risks')}</h2>
            <TermRisks term={term.id} name={term.ref} />
          </section>
        </aside>
      </div>
    </div>
  )
}

const EntryLine = ({ entry, story, isCurrent }: { entry: Entry; story: TermStory; isCurrent: boolean }) => (
  <li className={`story-entry ${entry.kind}`} data-entry={entry.id} tabIndex={-1} aria-current={isCurrent || undefined}>
    {entry.kind === 'claim' ? (
      <ToldEntry told={entry.told} conflicts={story.conflicts} />
    ) : (
      <AssessedEntry assessed={entry.assessed} />
    )}
  </li>
)
