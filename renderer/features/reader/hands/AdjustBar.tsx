import { Check, X } from 'lucide-react'
import type { RefObject } from 'react'
import type { TextRange } from '../../../../shared/model/text-version.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { useBeside } from '../use-beside.ts'
import type { Adjusting } from './use-adjusting.ts'

type AdjustBarProps = { root: RefObject<HTMLElement | null>; stretch: TextRange; adjusting: Adjusting }

/** While the ends of an excerpt are moved by key: the two ways out, beside the words. */
export const AdjustBar = ({ root, stretch, adjusting }: AdjustBarProps) => {
  const { floating, style } = useBeside(root, stretch)
  return (
    <div
      ref={floating}
      style={style}
      className="popover reader-bar"
      role="toolbar"
      aria-label={say('hands.bar')}
      onMouseDown={event => event.preventDefault()}
      // Enter on a button is the button's.
      onKeyDown={event => event.key === 'Enter' && event.stopPropagation()}
    >
      <Button label={say('hands.keep')} look="quiet" icon={<Check size={14} />} onClick={adjusting.keep} />
      <Button label={say('hands.leave')} look="quiet" icon={<X size={14} />} onClick={adjusting.leave} />
    </div>
  )
}
