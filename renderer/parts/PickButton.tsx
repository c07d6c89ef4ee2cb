import { type ReactNode, useState } from 'react'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

type PickButtonProps = {
  label: string
  icon: ReactNode
  iconOnly?: boolean
  /** The picker, which is asked for only while it is open. */
  children: (close: () => void) => ReactNode
}

/** A quiet button beside a list that opens a dialog to pick one more for it. */
export const PickButton = ({ label, icon, iconOnly = false, children }: PickButtonProps) => {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button
        writes
        label={label}
        icon={icon}
        iconOnly={iconOnly}
        look="quiet"
        className={iconOnly ? '' : 'flush'}
        onClick={() => setOpen(true)}
      />
      {isOpen ? (
        <Dialog title={label} closeLabel={say('shell.close')} onClose={close}>
          {children(close)}
        </Dialog>
      ) : null}
    </>
  )
}
