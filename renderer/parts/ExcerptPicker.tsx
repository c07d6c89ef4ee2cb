import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { ExcerptCard } from '../../shared/contract/excerpts.ts'
import { type ExcerptId, excerptId } from '../../shared/model/id.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker, type PickerOption } from '../ui/Picker.tsx'
import { titleOf } from './names.ts'
import { recentIds } from './recent.ts'
import './excerpt-picker.css'
import './tag-mark.css'

type ExcerptPickerProps = {
  /** The excerpt that is not offered. */
  without: ExcerptId | null
  onPick: (id: ExcerptId) => void
  onCancel: () => void
  /** Another way to choose, offered first while nothing is typed. */
  first?: { label: string; mark: ReactNode; run: () => void }
}

/** The id of the other way: no excerpt has it. */
const otherWay = 'other way'
const most = 40

const optionOf = (card: ExcerptCard): PickerOption => ({
  id: card.id,
  label: card.anchor.exact.replaceAll(/\s+/g, ' ').slice(0, 160),
  hint: titleOf({ title: card.sourceTitle }),
  mark: <span className={`excerpt-option tinted-${card.colour}`} />,
})

/** The query of what is typed: the last word may not be written out yet. */
const queryOf = (words: string): string => {
  const typed = words.trim()
  return /[\p{L}\p{N}]$/u.test(typed) ? `${typed}*` : typed
}

/** Picks an excerpt of any source by words of its quote or comment; those chosen lately stand ready. */
export const ExcerptPicker = ({ without, onPick, onCancel, first }: ExcerptPickerProps) => {
  const [words, setWords] = useState('')
  const query = queryOf(words)
  const { value: found } = useRead('search.find', query === '' ? null : { query, limit: most, kinds: ['excerpt'] })
  // While the answer to the last letter is on its way, the one before stays.
  const lastHits = useRef<readonly ExcerptId[]>([])
  if (query === '') lastHits.current = []
  else if (found) lastHits.current = found.hits.flatMap(({ id }) => excerptId.safeParse(id).data ?? [])
  const ready = useMemo(() => recentIds('excerpt').flatMap(id => excerptId.safeParse(id).data ?? []), [])
  const ids = query === '' ? ready : lastHits.current
  const { value: cards } = useRead('excerpts.list', ids.length === 0 ? null : { ids: [...ids] })
  const lastCards = useRef<readonly ExcerptCard[]>([])
  if (cards) lastCards.current = cards
  const options = useMemo(() => {
    const known = new Map((cards ?? lastCards.current).map(card => [card.id, card]))
    return ids.flatMap(id => {
      const card = id === without ? undefined : known.get(id)
      return card === undefined ? [] : [optionOf(card)]
    })
  }, [ids, cards, without])
  const offered: PickerOption[] = first ? [{ id: otherWay, label: first.label, mark: first.mark }] : []
  return (
    <Picker
      label={say('parts.excerptPicker')}
      placeholder={say('parts.excerptPlaceholder')}
      options={options}
      recent={query === '' ? offered : []}
      nothing={say('parts.noExcerpts')}
      autoFocus
      onType={setWords}
      onPick={id => (id === otherWay ? first?.run() : onPick(id as ExcerptId))}
      onCancel={onCancel}
    />
  )
}
