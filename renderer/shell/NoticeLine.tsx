import { X } from 'lucide-react'
import { dismissNotice, useNotice } from '../notices.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'

/** Shows the last notice until it is dismissed; refusals are announced at once. */
export const NoticeLine = () => {
  const notice = useNotice()
  if (notice === null) return null
  return (
    <div className={`notice ${notice.tone}`} role={notice.tone === 'problem' ? 'alert' : 'status'}>
      <p>{notice.text}</p>
      <Button label={say('shell.dismiss')} icon={<X size={14} />} iconOnly look="quiet" onClick={dismissNotice} />
    </div>
  )
}
