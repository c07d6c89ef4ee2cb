import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** A margin card that is being written. Ctrl+Enter in its form sends it, Escape gives it up. */
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
      const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented
      const form = isSent && event.target instanceof Element ? event.target.closest('form') : null
      if (form !== null && event.currentTarget.contains(form)) {
        event.preventDefault()
        form.requestSubmit()
      }
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
