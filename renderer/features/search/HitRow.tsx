import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { sourceId } from '../../../shared/model/id.ts'
import { addressOfHit } from '../../parts/hit-address.ts'
import { Marked } from '../../parts/Marked.tsx'
import { say } from '../../say.ts'
import { Places } from './Places.tsx'

/** One record that was found. A source opens at its first place, and unfolds to all of them: by the arrow, or by Right and Left. */
export const HitRow = ({ hit, query }: { hit: SearchHit; query: string }) => {
  const [open, setOpen] = useState(false)
  const source = hit.kind === 'source' && hit.at !== null ? sourceId.parse(hit.id) : null
  const title = hit.title === '' ? say('search.notStated') : hit.title
  const press = (event: KeyboardEvent) => {
    if (source === null || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return
    event.preventDefault()
    setOpen(event.key === 'ArrowRight')
  }
  return (
    <li className="search-hit">
      <div className="search-row">
        {source === null ? null : (
          <button
            type="button"
            className="search-fold"
            aria-expanded={open}
            aria-label={say('search.showPlaces', { title })}
            onClick={() => setOpen(before => !before)}
          >
            {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          </button>
        )}
        <a data-stop href={addressOfHit(hit)} onKeyDown={press}>
          <span className="search-title" dir="auto">
            {title}
          </span>
          <span className="search-snippet muted" dir="auto">
            <Marked words={hit.snippet} marks={hit.marks} />
          </span>
        </a>
        {source === null ? null : (
          <span className="small muted numeric search-count">{say('search.places', { count: hit.places })}</span>
        )}
      </div>
      {open && source !== null ? <Places source={source} query={query} title={title} /> : null}
    </li>
  )
}
