import { useReducer, useRef } from 'react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { perform } from '../../query.ts'
import type { Update } from './Composer.tsx'

/**
 * The briefing with the edits that are on their way, and how to make another. A block is saved with all others: an edit
 * made before the answer to the last one begins from it, and must not take it back (test/journeys/briefings.test.ts).
 * What is refused is taken out again.
 */
export const useUpdate = (briefing: Briefing | undefined): [Briefing | undefined, Update] => {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  const answered = useRef(briefing)
  const newest = useRef(briefing)
  const underway = useRef(0)
  if (answered.current !== briefing) {
    answered.current = briefing
    if (underway.current === 0) newest.current = briefing
  }
  const update: Update = patchOf => {
    const now = newest.current
    if (now === undefined) return
    const patch = patchOf(now)
    newest.current = { ...now, ...patch }
    underway.current += 1
    redraw()
    void perform('briefings.update', { id: now.id, patch }).then(outcome => {
      underway.current -= 1
      if (outcome.ok || underway.current > 0) return
      newest.current = answered.current
      redraw()
    })
  }
  return [newest.current, update]
}
