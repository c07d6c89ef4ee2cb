import { type ReactNode, useId } from 'react'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

type FormDialogProps = {
  title: string
  className?: string
  /** Carries the form out; the dialog closes when it says so. */
  onSave: () => Promise<{ ok: boolean }>
  onClose: () => void
  children: ReactNode
}

/** A form in a dialog, with a button that saves it and one that gives it up. A refusal leaves it open as it was. */
export const FormDialog = ({ title, className, onSave, onClose, children }: FormDialogProps) => {
  const id = useId()
  return (
    <Dialog
      title={title}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button type="submit" form={id} label={say('shell.save')} look="primary" />
        </>
      }
    >
      <form
        id={id}
        className={className}
        onSubmit={async event => {
          event.preventDefault()
          if ((await onSave()).ok) onClose()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
