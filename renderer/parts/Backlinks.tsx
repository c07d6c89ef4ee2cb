import { FileText, NotebookPen } from 'lucide-react'
import type { PointedTo } from '../../shared/contract/notes.ts'
import { addressOf } from '../location.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import './backlinks.css'

type BacklinksProps = {
  record: PointedTo
  id: string
  /** Says that there are none, where the place is kept for them; nothing is drawn otherwise. */
  sayNone?: boolean
  /** Where the notes are told of already. */
  briefingsOnly?: boolean
}

/** The notes and briefings that cite or mention a record, with the words around, each a way there. */
export const Backlinks = ({ record, id, sayNone = false, briefingsOnly = false }: BacklinksProps) => {
  const value = useRead('backlinks.of', { record, id }).value?.filter(
    one => !briefingsOnly || one.record === 'briefing',
  )
  if (value === undefined) return null
  if (value.length === 0) return sayNone ? <p className="small muted">{say('backlinks.none')}</p> : null
  return (
    <section className="backlinks" aria-label={say('backlinks.title')}>
      <h3 className="label">{say('backlinks.title')}</h3>
      <ul>
        {value.map(one => (
          <li key={`${one.record} ${one.id}`}>
            <a
              href={
                one.record === 'note'
                  ? addressOf('notes', one.id)
                  : addressOf('briefings', one.id, one.block === null ? {} : { block: one.block })
              }
            >
              {one.record === 'note' ? (
                <NotebookPen size={13} aria-hidden="true" />
              ) : (
                <FileText size={13} aria-hidden="true" />
              )}
              <span className="backlinks-title">
                {one.title === '' ? say('parts.untitledNote') : one.title}
                <span className="muted small"> {say(`backlinks.${one.record}`)}</span>
              </span>
            </a>
            {one.words === '' ? null : <p className="small muted">{one.words}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
