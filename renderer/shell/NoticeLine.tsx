import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dismissNotice, type Notice, useNotice } from '../notices.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'

/** How long what needs no answer stands, in milliseconds: a sentence is read in three seconds, and it lies over the page. */
const plainStands = 8_000

/** Shows the last notice. A refusal is announced at once and stands until it is dismissed; other word goes by itself, unless it is pointed at or has the focus. */
export const NoticeLine = () => {
  const notice = useNotice()
  return notice === null ? null : <Line notice={notice} />
}

const Line = ({ notice }: { notice: Notice }) => {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld || notice.tone === 'problem') return
    const timer = setTimeout(dismissNotice, plainStands)
    return () => clearTimeout(timer)
  }, [notice, isHeld])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is no control; being pointed at only keeps it from going.
    <div
      className={`notice ${notice.tone}`}
      role={notice.tone === 'problem' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{notice.text}</p>
      <Button label={say('shell.dismiss')} icon={<X size={14} />} iconOnly look="quiet" onClick={dismissNotice} />
    </div>
  )
}
