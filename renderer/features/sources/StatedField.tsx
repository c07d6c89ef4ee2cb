import { Check, ChevronDown, ChevronRight, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { partialDate } from '../../../shared/model/partial-date.ts'
import type { BibliographicField, Bibliography, Source, Statement } from '../../../shared/model/source.ts'
import {
  type Candidate,
  candidatesFor,
  fieldFrom,
  fieldLine,
  originOf,
  taking,
} from '../../../shared/rules/statements.ts'
import { dateOf } from '../../parts/names.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** Where a statement stands, in words: `Open Graph, og:title`. */
export const originWords = ({ origin, mark }: Statement): string =>
  [say(`library.origin.${origin}`), mark].filter(Boolean).join(', ')

type StatedFieldProps = {
  source: Source
  field: BibliographicField
  /** What the field is called in the names of its buttons. */
  name: string
  onSave: (patch: Partial<Bibliography>) => void
  /** The control that shows and edits the value. */
  children: ReactNode
}

/** A field with where its value comes from, one click to accept or clear it, and all else the document says of it. */
export const StatedField = ({ source, field, name, onSave, children }: StatedFieldProps) => {
  const [open, setOpen] = useState(false)
  const value = fieldLine(source, field)
  const origin = originOf(source, field)
  const isAccepted = source.accepted.includes(field)
  const candidates = candidatesFor(source, field)
  const others = candidates.filter(one => one.value !== value)
  // A date with several readings is decided by the analyst: what there is to decide stands open.
  const isOpen = open || (value === '' && others.some(one => one.reading))
  const clear = fieldFrom(field, '')
  return (
    <div className="sources-stated">
      {children}
      {value === '' && others.length === 0 ? null : (
        <div className="sources-origin small muted">
          <span className="sources-clipped" title={origin !== null && origin !== 'own' ? origin.words : undefined}>
            {origin === null ? say('parts.notStated') : origin === 'own' ? say('library.yours') : originWords(origin)}
          </span>
          {others.length === 0 ? null : (
            <button type="button" className="sources-others" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? <ChevronDown size={12} aria-hidden="true" /> : <ChevronRight size={12} aria-hidden="true" />}
              {say('library.others', { count: others.length })}
              <span className="unseen">{name}</span>
            </button>
          )}
          {clear === null || value === '' ? null : (
            <Button
              writes
              look="quiet"
              iconOnly
              icon={<X size={14} />}
              label={say('library.clearField', { field: name })}
              onClick={() =>
                onSave(field === 'published' ? { ...clear, publishedReadings: [], publishedStated: '' } : clear)
              }
            />
          )}
          <Button
            writes
            look="quiet"
            iconOnly
            className={isAccepted ? 'sources-accepted' : ''}
            icon={<Check size={14} />}
            label={say(isAccepted ? 'library.accepted' : 'library.accept', { field: name })}
            disabled={isAccepted}
            onClick={() => void perform('sources.accept', { ids: [source.id], fields: [field] })}
          />
        </div>
      )}
      {isOpen && others.length > 0 ? (
        <ul className="sources-candidates" aria-label={say('library.candidates', { field: name })}>
          {others.map(one => (
            <CandidateLine key={one.value} candidate={one} field={field} onSave={onSave} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

type CandidateLineProps = {
  candidate: Candidate
  field: BibliographicField
  onSave: (patch: Partial<Bibliography>) => void
}

const CandidateLine = ({ candidate, field, onSave }: CandidateLineProps) => {
  const patch = taking(field, candidate)
  const date = field === 'published' || field === 'accessed' ? partialDate.safeParse(candidate.value).data : undefined
  const [first] = candidate.statements
  const words = date === undefined ? candidate.value : dateOf(date)
  return (
    <li>
      <span>
        {words}
        {candidate.reading && first ? (
          <span className="small muted"> {say('library.readingOf', { words: first.words })}</span>
        ) : null}
        <span className="small muted sources-from">{candidate.statements.map(originWords).join(' · ')}</span>
      </span>
      {patch === null ? null : (
        <Button
          writes
          label={say('library.take')}
          aria-label={say('library.takeThis', { words })}
          onClick={() => onSave(patch)}
        />
      )}
    </li>
  )
}
