import type { ReactNode } from 'react'
import './controls.css'

/** One sentence that says what to do next, and one button that does it. */
export const EmptyState = ({ sentence, children }: { sentence: string; children?: ReactNode }) => (
  <div className="empty">
    <p>{sentence}</p>
    {children}
  </div>
)
