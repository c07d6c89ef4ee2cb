import { useEffect, useRef, useState } from 'react'
import type { WatchedIndicator } from '../../../../shared/contract/risk-watch.ts'
import type { IndicatorState } from '../../../../shared/model/risk.ts'
import { announce } from '../../../announcements.ts'
import { navigate, useLocation } from '../../../location.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SelectField } from '../../../ui/Field.tsx'
import { type BoardColumn, boardOf, cardAfter, columns, fitting, type Grouping } from './board.ts'
import { IndicatorCard } from './IndicatorCard.tsx'
import './board.css'

const first = 100

const titles = { 'not seen': 'watch.notSeen', emerging: 'watch.emerging', seen: 'watch.seen' } as const
const elementOf = (id: string) => document.querySelector<HTMLElement>(`.watch-card[data-indicator="${id}"]`)

/** Every indicator of every risk by its state, with what shows it. `#/risks?view=indicators&indicator=ID` goes to one of them. */
export const IndicatorsView = () => {
  const { query } = useLocation()
  const { value: indicators } = useRead('risks.indicators', {})
  const [words, setWords] = useState('')
  const [grouping, setGrouping] = useState<Grouping>('risk')
  const [most, setMost] = useState(first)
  const [active, setActive] = useState<string | null>(query.indicator ?? null)
  const [over, setOver] = useState<IndicatorState | null>(null)
  /** The card that was moved takes the focus again in its new column. */
  const moved = useRef<string | null>(query.indicator ?? null)
  useEffect(() => {
    if (indicators === undefined || moved.current === null) return
    const card = elementOf(moved.current)
    if (card === null) return
    moved.current = null
    card.focus()
    card.scrollIntoView({ block: 'nearest' })
  }, [indicators])
  if (indicators === undefined) return null
  if (indicators.length === 0)
    return (
      <EmptyState sentence={say('watch.empty')}>
        <Button label={say('watch.openRegister')} look="primary" onClick={() => navigate('risks')} />
      </EmptyState>
    )
  const shown = fitting(indicators, words)
  const board = boardOf(shown, grouping, most)
  const cards = board.flatMap(({ groups }) => groups.flatMap(group => group.cards))
  const entry = cards.some(({ id }) => id === active) ? active : (cards[0]?.id ?? null)
  const change = async (card: WatchedIndicator, state: IndicatorState) => {
    if (card.state === state) return
    moved.current = card.id
    setActive(card.id)
    const outcome = await perform('risks.indicate', { risk: card.risk, indicator: card.id, state })
    if (outcome.ok) announce(say('watch.moved', { statement: card.statement, state }))
  }
  const press = (card: WatchedIndicator, key: string, shift: boolean): boolean => {
    const by = shift ? ({ ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0) : 0
    if (by !== 0) {
      const state = columns[columns.indexOf(card.state) + by]
      if (state) void change(card, state)
      return true
    }
    if (key === 'Enter') {
      navigate('risks', card.risk)
      return true
    }
    const next = cardAfter(board, card.id, key)
    if (next) {
      setActive(next.id)
      elementOf(next.id)?.focus()
    }
    return next !== null
  }
  return (
    <div className="watch">
      <div className="watch-tools" role="toolbar" aria-label={say('watch.board')}>
        <input
          className="input"
          type="search"
          aria-label={say('watch.filter')}
          placeholder={say('watch.filter')}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        <SelectField
          label={say('watch.grouping')}
          value={grouping}
          choices={[
            { value: 'risk', label: say('watch.byRisk') },
            { value: 'category', label: say('watch.byCategory') },
          ]}
          onChoose={setGrouping}
        />
        <span className="small muted" id="watch-hint">
          {say('watch.hint')}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState sentence={say('watch.nothingFits')}>
          <Button label={say('watch.showAll')} onClick={() => setWords('')} />
        </EmptyState>
      ) : (
        <div className="watch-board">
          {board.map(column => (
            <section
              key={column.state}
              className={`watch-column ${over === column.state ? 'over' : ''}`}
              aria-label={say(titles[column.state])}
              onDragOver={event => {
                event.preventDefault()
                setOver(column.state)
              }}
              onDragLeave={() => setOver(null)}
              onDrop={event => {
                event.preventDefault()
                setOver(null)
                const dropped = indicators.find(({ id }) => id === event.dataTransfer.getData('text/plain'))
                if (dropped) void change(dropped, column.state)
              }}
            >
              <h2 className="label">
                {say(titles[column.state])} <span className="numeric">{column.count}</span>
              </h2>
              <Column
                column={column}
                grouping={grouping}
                entry={entry}
                onPress={press}
                onChange={(card, state) => void change(card, state)}
              />
              {column.count > most ? (
                <Button
                  label={say('watch.more', { count: Math.min(first, column.count - most) })}
                  look="quiet"
                  onClick={() => setMost(most + first)}
                />
              ) : null}
            </section>
          ))}
        </div>
      )}
    </div>
  )
}

type ColumnProps = {
  column: BoardColumn
  grouping: Grouping
  entry: string | null
  onPress: (card: WatchedIndicator, key: string, shift: boolean) => boolean
  onChange: (card: WatchedIndicator, state: IndicatorState) => void
}

const Column = ({ column: { groups }, grouping, entry, onPress, onChange }: ColumnProps) => (
  <>
    {groups.length === 0 ? <p className="muted">{say('watch.noneHere')}</p> : null}
    {groups.map(({ key, cards }) => (
      <div key={key} className="watch-group">
        <h3 className="small" title={key}>
          {key === '' ? say('watch.uncategorised') : key}
        </h3>
        {cards.map(card => (
          <IndicatorCard
            key={card.id}
            card={card}
            isNamed={grouping === 'category'}
            isEntry={card.id === entry}
            onPress={(pressed, shift) => onPress(card, pressed, shift)}
            onChange={state => onChange(card, state)}
          />
        ))}
      </div>
    ))}
  </>
)
