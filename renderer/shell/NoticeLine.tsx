import { X } from 'lucide-react'
import { dismissNotice, keepNotice, useNotice } from '../notices.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'

/** Shows the last notice, and keeps it as long as it is pointed at or has the focus; refusals are announced at once. */
export const NoticeLine = () => {
  const notice = useNotice()
  if (notice === null) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is no control; being pointed at only keeps it from going.
    <div
      className={`notice ${notice.tone}`}
      role={notice.tone === 'problem' ? 'alert' : 'status'}
      onPointerEnter={() => keepNotice(true)}
      onPointerLeave={() => keepNotice(false)}
      onFocus={() => keepNotice(true)}
      onBlur={() => keepNotice(false)}
    >
      <p>{notice.text}</p>
      <Button label={say('shell.dismiss')} icon={<X size={14} />} iconOnly look="quiet" onClick={dismissNotice} />
    </div>
  )
}
