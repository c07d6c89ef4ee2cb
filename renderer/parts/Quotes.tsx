import { Quote, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ExcerptId } from '../../shared/model/id.ts'
import { addressOf } from '../location.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Picker } from '../ui/Picker.tsx'
import './quotes.css'

type QuotesProps = {
  excerpts: readonly { excerpt: ExcerptId; role?: string }[]
  onRemove?: ((excerpt: ExcerptId) => void) | undefined
}

/** Excerpts as quotes with their source, each a link to the passage in place. */
export const Quotes = ({ excerpts, onRemove }: QuotesProps) => {
  const cards = useRead('excerpts.list', excerpts.length === 0 ? null : { ids: excerpts.map(one => one.excerpt) })
  return (
    <ul className="quotes">
      {excerpts.map(({ excerpt, role }) => {
        const card = cards.value?.find(one => one.id === excerpt)
        return card === undefined ? null : (
          <li key={excerpt}>
            <a href={addressOf('reader', card.source, { excerpt })} title={say('quotes.open')}>
              <span className="quote">{card.anchor.exact}</span>
            </a>
            <span className="small muted">
              {card.sourceTitle === '' ? say('parts.notStated') : card.sourceTitle}{' '}
              {role === undefined ? null : <Badge>{role}</Badge>}{' '}
              {card.anchor.state === 'exact' ? null : <Badge tone="warning">{card.anchor.state}</Badge>}
            </span>
            {onRemove === undefined ? null : (
              <Button
                writes
                label={say('quotes.remove')}
                icon={<X size={14} />}
                iconOnly
                look="quiet"
                onClick={() => onRemove(excerpt)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

type ExcerptPickerProps = { without: readonly ExcerptId[]; onPick: (excerpt: ExcerptId) => void }

/** A button that opens a dialog with every excerpt of the case, found by its words or its source. */
export const ExcerptPicker = ({ without, onPick }: ExcerptPickerProps) => {
  const [open, setOpen] = useState(false)
  const cards = useRead('excerpts.list', open ? {} : null)
  const options = useMemo(
    () =>
      (cards.value ?? [])
        .filter(card => !without.includes(card.id))
        .map(card => ({ id: card.id, label: card.anchor.exact, hint: card.sourceTitle })),
    [cards.value, without],
  )
  return (
    <>
      <Button writes label={say('quotes.cite')} icon={<Quote size={14} />} onClick={() => setOpen(true)} />
      {open ? (
        <Dialog title={say('quotes.find')} closeLabel={say('shell.close')} onClose={() => setOpen(false)}>
          <div className="quotes-picker">
            <Picker
              label={say('quotes.find')}
              placeholder={say('quotes.placeholder')}
              nothing={say('quotes.none')}
              options={options}
              autoFocus
              onCancel={() => setOpen(false)}
              onPick={id => {
                const card = cards.value?.find(one => one.id === id)
                if (card) onPick(card.id)
                setOpen(false)
              }}
            />
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
