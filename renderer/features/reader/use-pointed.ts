import { type RefObject, useEffect, useRef } from 'react'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { rangeOnPage } from './offsets.ts'

const name = 'reader-pointed'

/** The highlight under the pointer is emphasised from end to end, so that it stands out among those it overlaps. Nothing is drawn anew. */
export const usePointed = (
  root: RefObject<HTMLElement | null>,
  placed: readonly (TextRange & { id: string })[],
): void => {
  const latest = useRef(placed)
  latest.current = placed
  useEffect(() => {
    const page = root.current
    if (page === null) return
    let pointed: string | undefined
    const follow = ({ target }: Event) => {
      const id = target instanceof Element ? target.closest<HTMLElement>('mark')?.dataset.excerpt : undefined
      if (id === pointed) return
      pointed = id
      const mark = latest.current.find(one => one.id === id)
      const range = mark && rangeOnPage(page, mark)
      if (range) CSS.highlights.set(name, new Highlight(range))
      else CSS.highlights.delete(name)
    }
    const leave = () => {
      pointed = undefined
      CSS.highlights.delete(name)
    }
    page.addEventListener('pointerover', follow)
    page.addEventListener('pointerleave', leave)
    return () => {
      leave()
      page.removeEventListener('pointerover', follow)
      page.removeEventListener('pointerleave', leave)
    }
  }, [root])
}
