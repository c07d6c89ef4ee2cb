import { createContext } from 'react'
import type { ExcerptId } from '../../../../shared/model/id.ts'

/** The note that stands beside the source, as the reader's text and margin know it. */
export type NoteBeside = {
  isOpen: boolean
  /** Opens it, or asks which; puts it away where it is open. */
  toggle: () => void
  /** Cites an excerpt where the caret stands in it; null while none is open, or it cannot be changed. */
  cite: ((excerpt: ExcerptId) => void) | null
}

export const BesideSource = createContext<NoteBeside>({ isOpen: false, toggle: () => {}, cite: null })
