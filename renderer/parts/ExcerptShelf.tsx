import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ExcerptCard } from '../../shared/contract/excerpts.ts'
import { type ExcerptId, excerptId } from '../../shared/model/id.ts'
import { addressOf } from '../location.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { useWhyFixed } from '../ui/fixed.ts'
import { carryExcerpt } from './excerpt-drag.ts'
import './excerpt-shelf.css'
import { titleOf } from './names.ts'
import './tag-mark.css'

type ExcerptShelfProps = {
  /** Cites it where the analyst is writing: Enter on an excerpt. Left out: excerpts are dragged only. */
  onPick?: ((id: ExcerptId) => void) | undefined
  /** Those that are cited already, which say so. */
  cited?: ReadonlySet<ExcerptId> | undefined
}

const most = 80
const everything = { all: [] }

/** The query of what is typed: the last word may not be written out yet. */
const queryOf = (words: string): string => {
  const typed = words.trim()
  return /[\p{L}\p{N}]$/u.test(typed) ? `${typed}*` : typed
}

/** The excerpts that fit the words, best first; those changed last while there are none. The last answer stays while the next is on its way. */
const useShelf = (words: string): { cards: readonly ExcerptCard[]; total: number } | null => {
  const query = queryOf(words)
  const newest = useRead(
    'excerpts.find',
    query === '' ? { filter: everything, order: 'updated', descending: true, from: 0, limit: most } : null,
  ).value
  const found = useRead('search.find', query === '' ? null : { query, limit: most, kinds: ['excerpt'] }).value
  const ids = found?.hits.flatMap(({ id }) => excerptId.safeParse(id).data ?? []) ?? []
  const cards = useRead('excerpts.list', ids.length === 0 ? null : { ids }).value
  const last = useRef<{ cards: readonly ExcerptCard[]; total: number } | null>(null)
  if (query === '') {
    if (newest) last.current = { cards: newest.rows, total: newest.total }
  } else if (found && ids.length === 0) last.current = { cards: [], total: 0 }
  else if (found && cards) {
    const known = new Map(cards.map(card => [card.id, card]))
    last.current = { cards: ids.flatMap(id => known.get(id) ?? []), total: found.total }
  }
  return last.current
}

/** Excerpts of the case beside what is being written: found by words, dragged to where they are cited, or sent there by Enter. */
export const ExcerptShelf = ({ onPick, cited }: ExcerptShelfProps) => {
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const isFixed = useWhyFixed() !== null
  const shelf = useShelf(words)
  const cards = shelf?.cards ?? []
  const current = Math.min(active, Math.max(0, cards.length - 1))
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words show other excerpts, from the first on.
  useEffect(() => {
    setActive(0)
    list.current?.scrollTo(0, 0)
  }, [words])
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), cards.length - 1)
    setActive(next)
    const item = list.current?.children[next]?.querySelector<HTMLElement>('.excerpt-shelf-card')
    item?.focus()
    item?.scrollIntoView({ block: 'nearest' })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') go(current + 1)
    else if (event.key === 'ArrowUp') go(current - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(cards.length - 1)
    else return
    event.preventDefault()
  }
  return (
    <div className="excerpt-shelf">
      <input
        className="input"
        type="search"
        aria-label={say('parts.shelfWords')}
        placeholder={say('parts.shelfWords')}
        value={words}
        onChange={event => setWords(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown' || cards.length === 0) return
          event.preventDefault()
          go(0)
        }}
      />
      {shelf !== null && cards.length === 0 ? (
        <p className="small muted">{say(words.trim() === '' ? 'parts.shelfEmpty' : 'parts.noExcerpts')}</p>
      ) : null}
      <ul ref={list} aria-label={say('parts.shelf')}>
        {cards.map((card, index) => (
          <li key={card.id}>
            <div
              className={`excerpt-shelf-card tinted-${card.colour}`}
              role="button"
              tabIndex={index === current ? 0 : -1}
              draggable={!isFixed}
              title={onPick && !isFixed ? say('parts.shelfPick') : say('parts.shelfDrag')}
              onFocus={() => setActive(index)}
              onDragStart={event => carryExcerpt(event, { id: card.id, quote: card.anchor.exact })}
              onDoubleClick={() => isFixed || onPick?.(card.id)}
              onKeyDown={event => {
                if (event.key === 'Enter' && !isFixed && onPick) {
                  event.preventDefault()
                  onPick(card.id)
                } else press(event)
              }}
            >
              <span className="quote">{card.anchor.exact}</span>
            </div>
            <span className="small muted">
              <a href={addressOf('reader', card.source, { excerpt: card.id })} title={say('quotes.open')} tabIndex={-1}>
                {titleOf({ title: card.sourceTitle })}
              </a>
              {cited?.has(card.id) ? <span> · {say('parts.shelfCited')}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      {shelf !== null && shelf.total > cards.length && cards.length > 0 ? (
        <p className="small muted">{say('parts.shelfMore', { shown: cards.length, total: shelf.total })}</p>
      ) : null}
    </div>
  )
}
