import { useEffect, useMemo, useRef, useState } from 'react'
import type { ExcerptCard, ExcerptMark } from '../../../shared/contract/excerpts.ts'
import type { ExcerptId, SourceId } from '../../../shared/model/id.ts'
import { useRead } from '../../query.ts'
import { type Marks, noMarks, withChanges } from './marks.ts'

/** Changes asked for again and again upon the marks before they are taken into them. */
const mostChanges = 200

/** The marks of a source as they are now; undefined until they are known. One edit brings its own marks, not all of them. */
export const useMarks = (source: SourceId): Marks | undefined => {
  const [base, setBase] = useState<(Marks & { at: string }) | null>(null)
  const { value: changes } = useRead('excerpts.changes', { source, since: base?.at ?? null })
  const shown = useRef<Marks>(noMarks)
  const marks = useMemo(() => changes && withChanges(base ?? noMarks, changes, shown.current), [base, changes])
  useEffect(() => {
    if (changes === undefined || marks === undefined) return
    shown.current = marks
    const count = changes.marks.length + changes.gone.length
    if (changes.whole || count > mostChanges) setBase({ ...marks, at: changes.at })
  }, [changes, marks])
  // Between taking changes in and the next answer the marks taken in are those to show.
  return marks ?? base ?? undefined
}

const none: readonly ExcerptCard[] = []

/**
 * All that rests on the excerpts of some marks, in the order of these. While the answer about others is on its way, those
 * known already stay.
 */
export const useCards = (marks: readonly ExcerptMark[]): readonly ExcerptCard[] => {
  const ids = useMemo(() => marks.map(({ id }) => id).sort(), [marks])
  const { value } = useRead('excerpts.list', ids.length === 0 ? null : { ids })
  const last = useRef(none)
  const cards = value ?? last.current
  useEffect(() => {
    last.current = cards
  }, [cards])
  return useMemo(() => {
    const byId = new Map<ExcerptId, ExcerptCard>(cards.map(card => [card.id, card]))
    return marks.flatMap(({ id }) => byId.get(id) ?? [])
  }, [cards, marks])
}
