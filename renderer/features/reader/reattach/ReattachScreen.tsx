import type { ExcerptCard } from '../../../../shared/contract/excerpts.ts'
import type { InputOf } from '../../../../shared/contract.ts'
import { useCommands } from '../../../commands.ts'
import { addressOf, moveTo, navigate, useLocation } from '../../../location.ts'
import { titleOf } from '../../../parts/names.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useMedia } from '../../../ui/media.ts'
import { Panes } from '../../../ui/Panes.tsx'
import { Settling } from './Settling.tsx'
import { afterSettling, countsOf, shelvesOf, stepFrom } from './unsettled.ts'
import '../marks.css'
import '../reader.css'
import './reattach.css'

/** Excerpts that a newer text has changed, doubled or lost, to be settled one by one. `#/reattach/SOURCE?excerpt=ID`; without a source, all. */
export const ReattachScreen = () => {
  const { id, query } = useLocation()
  const asked = id === null ? {} : { source: id as InputOf<'sources.read'>['id'] }
  const { value: cards, refusal } = useRead('excerpts.unsettled', asked)
  const narrow = useMedia('(max-width: 760px)')
  const shelves = shelvesOf(cards ?? [])
  const ordered = shelves.flatMap(shelf => shelf.cards)
  const current = ordered.find(card => card.id === query.excerpt) ?? ordered[0]
  const go = (card: ExcerptCard | undefined) => card && moveTo('reattach', id, { excerpt: card.id })
  const group = say('reattach.group')
  useCommands([
    {
      id: 'reattach.reader',
      title: say('reattach.toReader'),
      group,
      shortcut: 'O',
      run: () => navigate('reader', current?.source ?? id, current ? { excerpt: current.id } : {}),
    },
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (cards === undefined) return null
  if (current === undefined) {
    return (
      <EmptyState sentence={say('reattach.none')}>
        <Button look="primary" label={say('reattach.toReader')} onClick={() => navigate('reader', id)} />
      </EmptyState>
    )
  }
  const at = ordered.indexOf(current)
  const counts = countsOf(ordered)
  const list = (
    <nav className="reattach-list" aria-label={say('reattach.list')}>
      <p className="reattach-counts" role="status">
        {say('reattach.counts', { ...counts, before: counts.changed + counts.ambiguous })}
      </p>
      {id === null ? null : (
        <p className="reattach-every small">
          <a href={addressOf('reattach')}>{say('reattach.everySource')}</a>
        </p>
      )}
      {shelves.map(shelf => (
        <section key={shelf.source}>
          <h2 className="small">{titleOf(shelf)}</h2>
          <ul>
            {shelf.cards.map(card => (
              <li key={card.id}>
                <a
                  href={addressOf('reattach', id, { excerpt: card.id })}
                  aria-current={card === current ? 'true' : undefined}
                >
                  <Badge tone={card.anchor.state === 'lost' ? 'conflict' : 'warning'}>
                    {say(stateLabels[card.anchor.state])}
                  </Badge>
                  <span className="quote reattach-words">{card.anchor.exact}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
  const settling = (
    <Settling
      key={current.id}
      card={current}
      at={at + 1}
      count={ordered.length}
      onStep={by => go(stepFrom(ordered, current.id, by))}
      onSettled={() => go(afterSettling(ordered, current.id))}
    />
  )
  // Zoomed to 200 % the excerpt in hand has the window to itself; the keys lead to the others.
  if (narrow) return settling
  return (
    <Panes
      id="reattach"
      panes={[
        { id: 'excerpts', size: '280px', min: '200px', max: '420px', children: list },
        { id: 'excerpt', min: '480px', children: settling },
      ]}
    />
  )
}

const stateLabels = {
  exact: 'reattach.changed',
  moved: 'reattach.changed',
  changed: 'reattach.changed',
  ambiguous: 'reattach.ambiguous',
  lost: 'reattach.lost',
} as const
