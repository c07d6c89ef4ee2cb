import { type ReactNode, type RefObject, useMemo, useState } from 'react'
import type { TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import { FindBar } from './FindBar.tsx'
import { placesOf } from './find.ts'
import { reveal, usePaint } from './page-hooks.ts'

type FindProps = {
  text: string
  blocks: readonly TextBlock[]
  root: RefObject<HTMLElement | null>
  near: TextRange
  redraw: unknown
  onUnfold: () => void
}

export type Find = { isOpen: boolean; open: () => void; close: () => void; bar: ReactNode }

/** Find in document: the places near the window are painted, the one stepped to is brought into view. */
export const useFind = ({ text, blocks, root, near, redraw, onUnfold }: FindProps): Find => {
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const places = useMemo(() => (isOpen ? placesOf(text, words) : []), [isOpen, text, words])
  const painted = useMemo(() => places.filter(one => one.end > near.start && one.start < near.end), [places, near])
  const current = useMemo(() => places.slice(at, at + 1), [places, at])
  usePaint(root, 'reader-find', painted, redraw)
  usePaint(root, 'reader-found', current, redraw)

  const show = (index: number, found: readonly TextRange[]) => {
    setAt(index)
    const place = found[index]
    if (place === undefined) return
    if (blocks.some(block => block.apparatus && block.start < place.end && block.end > place.start)) onUnfold()
    requestAnimationFrame(() => root.current && reveal(root.current, place))
  }
  const step = (direction: 1 | -1) => {
    if (places.length > 0) show((at + direction + places.length) % places.length, places)
  }
  const close = () => setOpen(false)
  const bar = isOpen ? (
    <FindBar
      words={words}
      onWords={next => {
        setWords(next)
        show(0, placesOf(text, next))
      }}
      at={at}
      count={places.length}
      onStep={step}
      onClose={close}
    />
  ) : null
  return { isOpen, open: () => setOpen(true), close, bar }
}
