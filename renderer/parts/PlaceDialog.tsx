import type { ReactNode } from 'react'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

type PlaceDialogProps = {
  title: string
  /** The words of the button that goes on to choose a place. */
  action: string
  disabled?: boolean
  /** Asks for the place and writes. The dialog is gone by then: the progress stands in the status line, with the way to end it. */
  onChoose: () => void
  onClose: () => void
  children: ReactNode
}

/** What is to be written, before it is asked where to. */
export const PlaceDialog = ({ title, action, disabled = false, onChoose, onClose, children }: PlaceDialogProps) => (
  <Dialog
    title={title}
    closeLabel={say('shell.close')}
    onClose={onClose}
    footer={
      <>
        <Button label={say('shell.cancel')} onClick={onClose} />
        <Button
          look="primary"
          label={action}
          disabled={disabled}
          onClick={() => {
            onClose()
            onChoose()
          }}
        />
      </>
    }
  >
    {children}
  </Dialog>
)
