import { FloatingFocusManager } from '@floating-ui/react'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { usePopover } from './popover.ts'
import './controls.css'

type PickerButtonProps = {
  label: string
  /** What is chosen, or that nothing is. */
  words: string
  className?: string
  /** The picker, which is asked for only while it is open. */
  children: (close: () => void) => ReactNode
}

/** A list too long to drop down: a button that shows what is chosen and opens a picker to look for another. */
export const PickerButton = ({ label, words, className = '', children }: PickerButtonProps) => {
  const [isOpen, setOpen] = useState(false)
  const { refs, floatingStyles, context, getReferenceProps, getFloatingProps } = usePopover(isOpen, setOpen)
  return (
    <>
      <button
        type="button"
        ref={refs.setReference}
        className={`input picker-button ${className}`}
        aria-label={`${label}: ${words}`}
        title={words}
        {...getReferenceProps()}
      >
        <bdi>{words}</bdi>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {isOpen ? (
        <FloatingFocusManager context={context} modal={false}>
          <div
            ref={refs.setFloating}
            className="popover picker-popover"
            style={floatingStyles}
            {...getFloatingProps({ 'aria-label': label })}
          >
            {children(() => setOpen(false))}
          </div>
        </FloatingFocusManager>
      ) : null}
    </>
  )
}
