import { Waypoints, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { announce } from '../../announcements.ts'
import { rememberRecent } from '../../parts/recent.ts'
import { roleWords } from '../../parts/relation-words.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import type { Place } from './place.ts'
import { endOf, type RelationEnd, relate, relating } from './relating.ts'
import type { Chosen } from './use-chosen.ts'
import './relating.css'

type RelatingProps = { chosen: Chosen; placeNow: () => Place | null }

/**
 * Pointing at the other passage of a relation: a press on its highlight or its card takes it, and so does L once it is
 * chosen or its words are selected, here or in another source.
 */
export const useRelating = ({ chosen, placeNow }: RelatingProps) => {
  const waiting = relating.use()
  const take = async (end: RelationEnd) => {
    if (waiting === null || end === waiting.end) return
    if (await relate(waiting.end, waiting.role, end)) relating.set(null)
  }
  const cancel = () => {
    relating.set(null)
    announce(say('reader.relatingLeft'))
  }
  const latest = useRef(take)
  latest.current = take

  // Choosing by key passes over others on the way: only a press takes at once.
  const pressed = useRef(false)
  useEffect(() => {
    const press = () => {
      pressed.current = true
    }
    const key = () => {
      pressed.current = false
    }
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('keydown', key, true)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('keydown', key, true)
    }
  }, [])
  const id = chosen.mark?.id
  useEffect(() => {
    if (id === undefined) return
    rememberRecent('excerpt', id)
    if (pressed.current) void latest.current(id)
  }, [id])

  const bar =
    waiting === null ? null : (
      <div className="reader-relating" role="group" aria-label={say('reader.relating')}>
        <Waypoints size={16} aria-hidden="true" />
        <p>
          <span className="quote">{waiting.words}</span> <b>{roleWords(waiting.role)}</b>{' '}
          <span className="muted">{say('reader.relatingHow')}</span>
        </p>
        <Button
          look="quiet"
          iconOnly
          icon={<X size={16} />}
          label={say('reader.relatingLeave')}
          aria-keyshortcuts="Escape"
          onClick={cancel}
        />
      </div>
    )
  const takeNow = () => {
    const place = placeNow()
    if (place !== null) void take(endOf(place))
  }
  return { isWaiting: waiting !== null, take: takeNow, cancel, bar }
}
