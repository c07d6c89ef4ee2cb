import { type HighlightColour, highlightColour } from '../../shared/model/excerpt.ts'
import { say } from '../say.ts'
import { useWhyFixed } from '../ui/fixed.ts'
import './tag-mark.css'

/** `colour` is null where several things have several. */
type ColourChoiceProps = { label: string; colour: HighlightColour | null; onChoose: (colour: HighlightColour) => void }

/** The eight colours, one of them chosen. */
export const ColourChoice = ({ label, colour: chosen, onChoose }: ColourChoiceProps) => {
  const isFixed = useWhyFixed() !== null
  return (
    <fieldset className="colour-choice">
      <legend className="small muted">{label}</legend>
      {highlightColour.options.map(colour => (
        <button
          key={colour}
          type="button"
          className={`tinted-${colour}`}
          title={say('parts.colour', { colour })}
          aria-label={say('parts.colour', { colour })}
          aria-pressed={colour === chosen}
          disabled={isFixed}
          onClick={() => onChoose(colour)}
        />
      ))}
    </fieldset>
  )
}
