import { useEffect, useId, useRef, useState } from 'react'
import { TaskLine } from '../parts/TaskLine.tsx'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { useModal } from '../ui/modal.ts'
import './program.css'

/** Closing takes no longer than this as a rule, in milliseconds, and a dialog that flashes up says nothing. */
const unnoticed = 500

/** Stands while the window waits for what was begun. */
export const Leaving = () => {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), unnoticed)
    return () => clearTimeout(timer)
  }, [])
  return shown ? <LeavingDialog /> : null
}

/** No dialog of the usual kind: Escape, by which one gives a thing up, must not be what cuts it short. To close the window once more is not to wait. */
const LeavingDialog = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useModal(dialog)
  return (
    <dialog
      ref={dialog}
      className="dialog leaving"
      aria-labelledby={title}
      tabIndex={-1}
      onCancel={event => event.preventDefault()}
    >
      <h2 id={title}>{say('desktop.closing')}</h2>
      <p role="status">{say('desktop.closingWhy')}</p>
      <TaskLine />
      <Button label={say('desktop.closeNow')} onClick={() => window.close()} />
    </dialog>
  )
}
