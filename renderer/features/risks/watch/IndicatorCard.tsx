import { ArrowLeft, ArrowRight, Quote } from 'lucide-react'
import type { WatchedIndicator } from '../../../../shared/contract/risk-watch.ts'
import type { IndicatorState } from '../../../../shared/model/risk.ts'
import { addressOf } from '../../../location.ts'
import { ExcerptPicker } from '../../../parts/ExcerptPicker.tsx'
import { PickButton } from '../../../parts/PickButton.tsx'
import { Quotes } from '../../../parts/Quotes.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { DirectionGlyph, indicatorNews } from '../DirectionGlyph.tsx'
import { columns } from './board.ts'

type IndicatorCardProps = {
  card: WatchedIndicator
  /** Whether it names its risk: where the group it stands in does not. */
  isNamed: boolean
  /** The one card of the board that Tab leads to. */
  isEntry: boolean
  /** Whether the press was one for the board. */
  onPress: (key: string, shift: boolean) => boolean
  onChange: (state: IndicatorState) => void
}

/** One indicator: which way it points, when it counts as seen, and the passages that show it. */
export const IndicatorCard = ({ card, isNamed, isEntry, onPress, onChange }: IndicatorCardProps) => {
  const { id, risk, ref, title, kind, statement, threshold, direction, state, excerpts } = card
  const at = columns.indexOf(state)
  const [back, on] = [columns[at - 1], columns[at + 1]]
  const cite = (excerpt: WatchedIndicator['excerpts'][number]) =>
    perform('risks.indicate', { risk, indicator: id, state: state === 'not seen' ? 'seen' : state, excerpt })
  return (
    <article
      className={`watch-card ${state === 'not seen' ? '' : indicatorNews(card)}`}
      data-indicator={id}
      aria-label={`${ref} ${statement}`}
      aria-describedby="watch-hint"
      tabIndex={isEntry ? 0 : -1}
      draggable
      onDragStart={event => event.dataTransfer.setData('text/plain', id)}
      onKeyDown={event => {
        if (event.target === event.currentTarget && onPress(event.key, event.shiftKey)) event.preventDefault()
      }}
    >
      <p>
        <DirectionGlyph kind={kind} direction={direction} /> {statement}
      </p>
      {threshold === '' ? null : <p className="small muted">{say('watch.threshold', { threshold })}</p>}
      {isNamed ? (
        <a className="small" href={addressOf('risks', risk)} tabIndex={-1}>
          {ref} {title}
        </a>
      ) : null}
      <Quotes excerpts={excerpts.map(excerpt => ({ excerpt }))} />
      <div className="watch-buttons">
        {back === undefined ? null : (
          <Button
            writes
            label={say('watch.back', { state: back, statement })}
            icon={<ArrowLeft size={14} />}
            iconOnly
            look="quiet"
            onClick={() => onChange(back)}
          />
        )}
        {on === undefined ? null : (
          <Button
            writes
            label={say('watch.on', { state: on, statement })}
            icon={<ArrowRight size={14} />}
            iconOnly
            look="quiet"
            onClick={() => onChange(on)}
          />
        )}
        <PickButton label={say('watch.cite', { statement })} icon={<Quote size={14} />} iconOnly>
          {close => (
            <ExcerptPicker
              without={null}
              onCancel={close}
              onPick={excerpt => {
                close()
                void cite(excerpt)
              }}
            />
          )}
        </PickButton>
      </div>
    </article>
  )
}
