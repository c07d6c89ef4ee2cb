import { useState } from 'react'
import type { SourceId } from '../../../shared/model/id.ts'
import { addressOf } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'

/** The terms for which a source has not been read yet, when they are asked for. */
export const UnreadTerms = ({ id, count }: { id: SourceId; count: number }) => {
  const [open, setOpen] = useState(false)
  const { value: terms } = useRead('sources.unread', open ? { id } : null)
  if (count === 0) return null
  return (
    <details className="sources-unread" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="small">{say('library.unreadTerms', { count })}</summary>
      {terms === undefined ? null : (
        <ul className="small">
          {terms.map(term => (
            <li key={term.id}>
              <a href={addressOf('matrix', null, { term: term.id, source: id })}>
                <span className="numeric">{term.ref}</span> {term.name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
