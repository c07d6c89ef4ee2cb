import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { dismissNotice } from '../notices.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

type FormDialogProps = {
  title: string
  className?: string
  /** Twice the room, for what is read side by side. */
  wide?: boolean
  /** What the button that sends the form says, where it is not "Save". */
  saveLabel?: string
  canSave?: boolean
  /** Carries the form out; the dialog closes when it says so. */
  onSave: () => Promise<{ ok: true } | { ok: false; message: string }>
  onClose: () => void
  children: ReactNode
}

/** A form in a dialog, with a button that saves it, as Ctrl+Enter does anywhere in it, and one that gives it up. A refusal leaves it open as it was. */
export const FormDialog = ({
  title,
  className,
  wide = false,
  saveLabel = say('shell.save'),
  canSave = true,
  onSave,
  onClose,
  children,
}: FormDialogProps) => {
  const id = useId()
  const [fault, setFault] = useState('')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const outcome = await onSave()
    if (outcome.ok) return onClose()
    setFault(outcome.message)
    // Said here, where the analyst is: the notice would stand behind the dialog.
    dismissNotice()
  }
  return (
    <Dialog
      title={title}
      wide={wide}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button writes type="submit" form={id} label={saveLabel} disabled={!canSave} look="primary" />
        </>
      }
    >
      <form
        id={id}
        className={className}
        onSubmit={event => void send(event)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !canSave) return
          event.preventDefault()
          event.currentTarget.requestSubmit()
        }}
      >
        {children}
        {fault === '' ? null : (
          <p className="refusal" role="alert">
            {fault}
          </p>
        )}
      </form>
    </Dialog>
  )
}
