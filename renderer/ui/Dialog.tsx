import { X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './Button.tsx'
import { useModal } from './modal.ts'

type DialogProps = {
  title: string
  /** Twice the room, for what is read side by side. */
  wide?: boolean
  /** All the room there is, for what is compared line by line. */
  full?: boolean
  closeLabel: string
  onClose: () => void
  footer?: ReactNode
  children: ReactNode
}

/** A modal dialog by the platform's own element: it traps focus, closes on Escape and gives focus back. */
export const Dialog = ({ title, wide = false, full = false, closeLabel, onClose, footer, children }: DialogProps) => {
  const element = useRef<HTMLDialogElement>(null)
  useModal(element)
  useLayoutEffect(() => {
    const dialog = element.current
    // The platform would begin at the cross; the analyst begins at what the dialog asks for.
    const asked = dialog?.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select, button):enabled')
    // What is folded comes last: to begin there would scroll past the words above it.
    const folded = dialog?.querySelector<HTMLElement>('.dialog-body summary')
    const next = asked ?? dialog?.querySelector<HTMLElement>('footer .primary:enabled') ?? folded
    next?.focus()
    // Words alone are scrolled by the keyboard only when their place can have the focus.
    const body = dialog?.querySelector<HTMLElement>('.dialog-body')
    if (body && body.querySelector('a, button, input, select, textarea, [tabindex]') === null) body.tabIndex = 0
  }, [])
  // Beside the page and not in it: a dialog opened from a heading must not look like one.
  return createPortal(
    <dialog
      ref={element}
      className={full ? 'dialog full' : wide ? 'dialog wide' : 'dialog'}
      aria-label={title}
      // Its keys are its own: Escape in it must not close what it stands in as well.
      onKeyDown={event => event.stopPropagation()}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2>{title}</h2>
        <Button label={closeLabel} icon={<X size={16} />} iconOnly look="quiet" onClick={onClose} />
      </header>
      <div className="dialog-body">{children}</div>
      {footer === undefined ? null : <footer>{footer}</footer>}
    </dialog>,
    document.body,
  )
}
