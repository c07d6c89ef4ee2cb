import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** A margin card that is being written. Escape gives it up. */
export const DraftCard = ({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) => (
  <section
    className="reader-draft"
    aria-label={title}
    onKeyDown={event => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onClose()
    }}
  >
    <header>
      <h3>{title}</h3>
      <Button label={say('shell.close')} icon={<X size={16} />} iconOnly look="quiet" onClick={onClose} />
    </header>
    {children}
  </section>
)
