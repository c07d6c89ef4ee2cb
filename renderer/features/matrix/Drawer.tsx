import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Term } from '../../../shared/model/term.ts'
import { addressOf } from '../../location.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useKeptFocus } from '../../ui/focus.ts'
import './drawer.css'

type DrawerProps = {
  name: string
  term: Term
  title: string
  onEscape: () => void
  onClose: () => void
  children: ReactNode
}

/** What stands behind a place of the grid. It takes the focus when it opens and keeps it until Escape or the cross gives it back. */
export const Drawer = ({ name, term, title, onEscape, onClose, children }: DrawerProps) => {
  const aside = useRef<HTMLElement>(null)
  useEffect(() => aside.current?.focus(), [])
  useKeptFocus(() => aside.current)
  return (
    <aside
      ref={aside}
      className="matrix-drawer"
      aria-label={name}
      tabIndex={-1}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onEscape()
      }}
    >
      <header>
        <p className="small muted">
          {term.ref} {term.name}
        </p>
        <Button label={say('matrix.closeDrawer')} icon={<X size={16} />} iconOnly look="quiet" onClick={onClose} />
        <h2>{title}</h2>
        {term.question === '' ? null : <p className="muted">{term.question}</p>}
        <p className="small">
          <a href={addressOf('term', term.id)}>{say('story.ofTerm')}</a>
        </p>
      </header>
      {children}
    </aside>
  )
}
