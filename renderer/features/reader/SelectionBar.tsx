import type { CSSProperties, RefObject } from 'react'
import { type HighlightColour, highlightColour } from '../../../shared/model/excerpt.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { type Act, acts, keyOfAct } from './acts.ts'
import { useBeside } from './use-beside.ts'

type SelectionBarProps = {
  root: RefObject<HTMLElement | null>
  stretch: TextRange
  onHighlight: (colour?: HighlightColour) => void
  onAct: (act: Act) => void
}

/** A small bar beside the selection: above it where there is room, else below, else at its side; never over it. */
export const SelectionBar = ({ root, stretch, ...tools }: SelectionBarProps) => {
  const { floating, style } = useBeside(root, stretch)
  return <SelectionTools floating={floating} style={style} {...tools} />
}

type SelectionToolsProps = Pick<SelectionBarProps, 'onHighlight' | 'onAct'> & {
  floating: (element: HTMLElement | null) => void
  style: CSSProperties
}

/** What can be done with the words selected, wherever the bar stands. */
export const SelectionTools = ({ floating, style, onHighlight, onAct }: SelectionToolsProps) => {
  return (
    <div
      ref={floating}
      style={style}
      className="popover reader-bar"
      role="toolbar"
      aria-label={say('reader.bar')}
      // Pressing a button must not take the selection away from the text.
      onMouseDown={event => event.preventDefault()}
    >
      <BarButton label={say('reader.highlight')} letter="H" onClick={() => onHighlight()} />
      {acts.map(act => (
        <BarButton key={act} label={say(`reader.${act}`)} letter={keyOfAct[act]} onClick={() => onAct(act)} />
      ))}
      <span className="reader-bar-colours">
        {highlightColour.options.map((colour, index) => (
          <button
            key={colour}
            type="button"
            className={`reader-swatch reader-${colour}`}
            title={`${say('reader.colour', { colour })} (${index + 1})`}
            aria-label={`${index + 1} ${say('reader.colour', { colour })}`}
            onClick={() => onHighlight(colour)}
          >
            {index + 1}
          </button>
        ))}
      </span>
    </div>
  )
}

const BarButton = ({ label, letter, onClick }: { label: string; letter: string; onClick: () => void }) => (
  <Button
    label={label}
    look="quiet"
    icon={
      <span aria-hidden="true" className="reader-key">
        {letter}
      </span>
    }
    aria-keyshortcuts={letter}
    onClick={onClick}
  />
)
