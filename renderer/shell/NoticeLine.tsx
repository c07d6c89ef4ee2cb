import { X } from 'lucide-react'
import { createPortal } from 'react-dom'
import { dismissNotice, keepNotice, type Notice, useNotice } from '../notices.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { useTopmostDialog } from '../ui/modal.ts'

/**
 * Shows the last notice, and keeps it as long as it is pointed at or has the focus; refusals are announced at once. While
 * a dialog stands it is in the dialog: what is behind one is neither heard nor pressed (test/journeys/screen-reader.test.ts).
 */
export const NoticeLine = () => {
  const notice = useNotice()
  const dialog = useTopmostDialog()
  return (
    <>
      <Place notice={dialog ? null : notice} />
      {dialog ? createPortal(<Place notice={notice} />, dialog) : null}
    </>
  )
}

/** The place of a plain one is always there: a live region that comes with its words is not read out by every screen reader. */
const Place = ({ notice }: { notice: Notice | null }) => (
  <>
    <div className="notice-place" role="status">
      {notice?.tone === 'plain' ? <Standing {...notice} /> : null}
    </div>
    {notice?.tone === 'problem' ? (
      <div className="notice-place" role="alert">
        <Standing {...notice} />
      </div>
    ) : null}
  </>
)

const Standing = ({ tone, text }: Notice) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: it is no control; being pointed at only keeps it from going.
  <div
    className={`notice ${tone}`}
    onPointerEnter={() => keepNotice(true)}
    onPointerLeave={() => keepNotice(false)}
    onFocus={() => keepNotice(true)}
    onBlur={() => keepNotice(false)}
  >
    <p>{text}</p>
    <Button label={say('shell.dismiss')} icon={<X size={14} />} iconOnly look="quiet" onClick={dismissNotice} />
  </div>
)
