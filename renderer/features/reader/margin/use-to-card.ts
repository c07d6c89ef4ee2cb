import { type RefObject, useEffect, useRef } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { useCommands } from '../../../commands.ts'
import { say } from '../../../say.ts'

type ToCardProps = {
  host: RefObject<HTMLElement | null>
  chosen: ExcerptMark | null
  marks: readonly ExcerptMark[]
  from: TextRange | null
  onChoose: (mark: ExcerptMark | undefined) => void
}

/** The command that leads from the text to the card of the excerpt in hand, or of the first over the selected words. */
export const useToCard = ({ host, chosen, marks, from, onChoose }: ToCardProps): void => {
  const wanted = useRef<string | null>(null)
  const enter = (mark: ExcerptMark) =>
    host.current?.querySelector<HTMLElement>(`[data-slot="${mark.id}"] > .chosen`)?.focus({ preventScroll: true })
  // One that was not chosen yet opens first.
  useEffect(() => {
    if (chosen === null || wanted.current !== chosen.id) return
    wanted.current = null
    enter(chosen)
  })
  const go = () => {
    if (chosen !== null) return enter(chosen)
    const mark = from && marks.find(one => one.start < from.end && one.end > from.start)
    if (!mark) return
    wanted.current = mark.id
    onChoose(mark)
  }
  useCommands([
    { id: 'reader.toCard', title: say('margin.toCard'), group: say('margin.group'), shortcut: 'Enter', run: go },
  ])
}
