import { useEffect, useState } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import type { TextRange, TextVersion } from '../../../../shared/model/text-version.ts'
import { announce } from '../../../announcements.ts'
import { useCommands } from '../../../commands.ts'
import { notify } from '../../../notices.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { useWhyFixed } from '../../../ui/fixed.ts'
import { snapped } from '../stretches.ts'
import { spokenWords } from './spoken.ts'
import type { Selected } from './use-selected-stretch.ts'

type AdjustingProps = {
  version: TextVersion
  selected: Selected
  /** The excerpt whose ends can be moved. */
  mark: ExcerptMark | null
  /** True while a draft stands open: then the selection is held. */
  isHeld: boolean
}

export type Adjusting = {
  isOn: boolean
  begin: () => void
  keep: () => void
  leave: () => void
  /** Moves the ends of the excerpt at once, as a handle that is let go does. */
  moveTo: (wish: TextRange) => void
}

/** Moving the ends of the chosen excerpt: its words become the selection, every key that selects moves them, Enter keeps them. */
export const useAdjusting = ({ version, selected, mark, isHeld }: AdjustingProps): Adjusting => {
  const whyFixed = useWhyFixed()
  const [adjusted, setAdjusted] = useState<string | null>(null)
  const isOn = adjusted !== null && mark?.id === adjusted && selected.stretch !== null && !isHeld
  // Once another excerpt is chosen or nothing is selected any more, it is over; it does not begin again by itself.
  useEffect(() => {
    if (adjusted !== null && !isOn) setAdjusted(null)
  }, [adjusted, isOn])

  const begin = () => {
    if (mark === null || isHeld) return
    if (whyFixed !== null) return notify({ tone: 'problem', text: whyFixed })
    selected.select({ start: mark.start, end: mark.end })
    setAdjusted(mark.id)
    announce(say('hands.adjusting', { words: spokenWords(version.text, mark) }))
  }
  const finish = () => {
    setAdjusted(null)
    selected.select(null)
  }
  const moveTo = (wish: TextRange) => {
    const place = snapped(version, wish)
    if (mark === null || place === null || (place.start === mark.start && place.end === mark.end)) return
    void perform('excerpts.adjust', { id: mark.id, textVersion: version.id, ...place }).then(outcome => {
      if (outcome.ok) announce(say('hands.kept', { words: spokenWords(version.text, place) }))
    })
  }
  const keep = () => {
    if (selected.stretch !== null) moveTo(selected.stretch)
    finish()
  }
  const leave = () => {
    finish()
    announce(say('hands.left'))
  }
  const group = say('reader.group')
  useCommands(
    isOn
      ? [
          { id: 'reader.keepEnds', title: say('hands.keep'), group, shortcut: 'Enter', run: keep },
          { id: 'reader.leaveEnds', title: say('hands.leave'), group, shortcut: 'Escape', run: leave },
        ]
      : [{ id: 'reader.adjust', title: say('hands.adjust'), group, shortcut: 'A', run: begin }],
  )
  return { isOn, begin, keep, leave, moveTo }
}
