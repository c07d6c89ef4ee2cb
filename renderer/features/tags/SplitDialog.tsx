import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { ExcerptFilter } from '../../../shared/model/excerpt-filter.ts'
import type { ExcerptId, TagId } from '../../../shared/model/id.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { titleOf } from '../../parts/names.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import type { KnownTag } from './tag-rows.ts'

type SplitDialogProps = { tag: KnownTag; onDone: (made: TagId) => void; onClose: () => void }

const rowHeight = 56

/** How many quotes are asked for at once. */
const chunk = 50

/** Puts some of the excerpts that bear a tag under a new one beside it. */
export const SplitDialog = ({ tag, onDone, onClose }: SplitDialogProps) => {
  const [name, setName] = useState('')
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<ExcerptId>>(new Set())
  const bearing: ExcerptFilter = { field: 'tag', tag: tag.id, below: false }
  const filter = words.trim() === '' ? bearing : { all: [bearing, { field: 'words' as const, words: words.trim() }] }
  const { value: shown = [] } = useRead('excerpts.findIds', { filter, order: 'source', descending: false })
  const choose = (ids: readonly ExcerptId[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) isChosen ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  const isAll = shown.length > 0 && shown.every(id => chosen.has(id))
  return (
    <FormDialog
      title={say('tags.splitTitle', { name: tag.name })}
      saveLabel={say('tags.splitDo', { count: chosen.size })}
      canSave={chosen.size > 0 && name.trim() !== ''}
      onSave={async () => {
        const outcome = await perform('tags.split', { id: tag.id, name: name.trim(), excerpts: [...chosen] })
        if (outcome.ok) onDone(outcome.value.id)
        return outcome
      }}
      onClose={onClose}
    >
      <div className="tags-asked">
        <TextField
          writes
          label={say('tags.splitName')}
          hint={say('tags.splitHint', { name: tag.name })}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <div className="tags-split-tools">
          <TextField label={say('tags.splitFilter')} value={words} onChange={event => setWords(event.target.value)} />
          <Button
            label={say(isAll ? 'tags.chooseNone' : 'tags.chooseAll', { count: shown.length })}
            disabled={shown.length === 0}
            onClick={() => choose(shown, !isAll)}
          />
        </div>
        <QuoteList ids={shown} chosen={chosen} onChoose={(id, isChosen) => choose([id], isChosen)} />
      </div>
    </FormDialog>
  )
}

type QuoteListProps = {
  ids: readonly ExcerptId[]
  chosen: ReadonlySet<ExcerptId>
  onChoose: (id: ExcerptId, isChosen: boolean) => void
}

/** Quotes to tick; only those near the window are drawn and asked for. */
const QuoteList = ({ ids, chosen, onChoose }: QuoteListProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const drawn = virtual.getVirtualItems()
  const from = Math.floor((drawn[0]?.index ?? 0) / chunk) * chunk
  const near = ids.slice(from, Math.ceil(((drawn.at(-1)?.index ?? 0) + 1) / chunk) * chunk)
  const { value: cards = [] } = useRead('excerpts.list', near.length === 0 ? null : { ids: near })
  const cardOf = new Map(cards.map(card => [card.id, card]))
  if (ids.length === 0) return <p className="muted">{say('tags.noQuotes')}</p>
  return (
    <div ref={scroller} className="tags-quotes" role="group" aria-label={say('tags.quotes')}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {drawn.map(({ index, start }) => {
          const id = ids[index]
          const card = id && cardOf.get(id)
          if (id === undefined) return null
          return (
            <label key={id} className="tags-quote" style={{ top: start }}>
              <input type="checkbox" checked={chosen.has(id)} onChange={event => onChoose(id, event.target.checked)} />
              <span>
                <span className="quote" dir="auto">
                  {card?.anchor.exact ?? ''}
                </span>
                <span className="small muted">{card ? titleOf({ title: card.sourceTitle }) : ''}</span>
              </span>
            </label>
          )
        })}
      </div>
    </div>
  )
}
