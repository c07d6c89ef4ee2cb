import { ChevronDown, ChevronUp, Highlighter, X } from 'lucide-react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

type FindBarProps = {
  words: string
  onWords: (words: string) => void
  /** Index of the place shown, and how many there are. */
  at: number
  /** Null while the answer is on its way. */
  count: number | null
  onStep: (direction: 1 | -1) => void
  /** Codes all places at once. */
  onCode: () => void
  onClose: () => void
}

/** Finds words in the document that is open. Enter goes on, Shift+Enter goes back, Escape closes. */
export const FindBar = ({ words, onWords, at, count, onStep, onCode, onClose }: FindBarProps) => (
  <search className="reader-find popover">
    <input
      className="input"
      aria-label={say('reader.find')}
      placeholder={say('reader.find')}
      value={words}
      // biome-ignore lint/a11y/noAutofocus: the bar opens because the analyst asked for it and is about to type.
      autoFocus
      onChange={event => onWords(event.target.value)}
      onKeyDown={event => {
        if (event.key === 'Enter' || event.key === 'F3') onStep(event.shiftKey ? -1 : 1)
        else if (event.key === 'Escape') onClose()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
    <span className="small muted numeric" role="status">
      {words.trim() === '' || count === null
        ? ''
        : count === 0
          ? say('reader.findNone')
          : say('reader.findCount', { at: at + 1, count })}
    </span>
    <Button
      label={say('reader.findPrevious')}
      icon={<ChevronUp size={16} />}
      iconOnly
      look="quiet"
      disabled={!count}
      onClick={() => onStep(-1)}
    />
    <Button
      label={say('reader.findNext')}
      icon={<ChevronDown size={16} />}
      iconOnly
      look="quiet"
      disabled={!count}
      onClick={() => onStep(1)}
    />
    <Button
      writes
      label={say('search.codeAllLong')}
      icon={<Highlighter size={16} />}
      iconOnly
      look="quiet"
      disabled={!count || words.trim() === ''}
      onClick={onCode}
    />
    <Button label={say('shell.close')} icon={<X size={16} />} iconOnly look="quiet" onClick={onClose} />
  </search>
)
