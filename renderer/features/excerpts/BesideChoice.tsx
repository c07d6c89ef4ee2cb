import { useId } from 'react'
import type { Proximity } from '../../../shared/model/excerpt-filter.ts'
import { say } from '../../say.ts'
import { proximityOf } from './question.ts'

type BesideChoiceProps = { beside: Proximity; onChange: (beside: Proximity) => void }

/** How an excerpt is to stand to another one, in the words of the question. */
export const BesideChoice = ({ beside, onChange }: BesideChoiceProps) => (
  <>
    <select
      className="input"
      aria-label={say('excerpts.besideHow')}
      value={beside.kind}
      onChange={event => onChange(proximityOf(event.target.value, beside) ?? beside)}
    >
      <option value="near">{say('excerpts.near')}</option>
      <option value="overlapping">{say('excerpts.overlapping')}</option>
      <option value="same paragraph">{say('excerpts.sameParagraph')}</option>
    </select>
    {beside.kind === 'near' ? <Characters beside={beside} onChange={onChange} /> : null}
    <span>{say('excerpts.ofOne')}</span>
  </>
)

const mostCharacters = 100_000

type CharactersProps = { beside: Extract<Proximity, { kind: 'near' }>; onChange: (beside: Proximity) => void }

/** How many characters may lie between two that are near. */
export const Characters = ({ beside, onChange }: CharactersProps) => {
  const id = useId()
  return (
    <span className="excerpts-characters">
      <input
        id={id}
        className="input excerpts-number"
        type="number"
        min={0}
        max={mostCharacters}
        aria-label={say('excerpts.characters')}
        value={beside.characters}
        onChange={event => {
          const characters = Math.round(Number(event.target.value))
          if (characters >= 0 && characters <= mostCharacters) onChange({ kind: 'near', characters })
        }}
      />
      <label htmlFor={id}>{say('excerpts.charactersAway')}</label>
    </span>
  )
}
