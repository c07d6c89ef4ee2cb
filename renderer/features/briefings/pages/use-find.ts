import { type RefObject, useEffect, useState } from 'react'
import { paintPlaces, placesOf } from './find.ts'

/** Finding words in the pages. The places are looked for again whenever the pages are drawn anew. */
export const useFind = (host: RefObject<HTMLElement | null>, drawn: unknown) => {
  const [turn, setTurn] = useState(0)
  const [words, setWords] = useState('')
  const [places, setPlaces] = useState<readonly Range[]>([])
  const [at, setAt] = useState(0)
  const isOpen = turn > 0
  const current = places.length === 0 ? 0 : ((at % places.length) + places.length) % places.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` changes when the pages do.
  useEffect(() => {
    const root = host.current?.shadowRoot
    setPlaces(isOpen && root ? placesOf(root, words) : [])
  }, [host, isOpen, words, drawn])
  useEffect(() => {
    paintPlaces(places, current)
    return () => paintPlaces([], 0)
  }, [places, current])
  const show = (place: Range | undefined) => {
    const pane = host.current
    const box = place?.getBoundingClientRect()
    if (!pane || !box) return
    const frame = pane.getBoundingClientRect()
    if (box.top < frame.top + 24 || box.bottom > frame.bottom - 24)
      pane.scrollTop += box.top - frame.top - frame.height * 0.35
  }
  return {
    turn,
    isOpen,
    words,
    count: places.length,
    current,
    open: () => setTurn(now => now + 1),
    close: () => {
      setTurn(0)
      host.current?.focus()
    },
    type: (typed: string) => {
      setWords(typed)
      setAt(0)
      const root = host.current?.shadowRoot
      if (root) show(placesOf(root, typed)[0])
    },
    step: (by: 1 | -1) => {
      setAt(current + by)
      show(places[(current + by + places.length) % Math.max(1, places.length)])
    },
  }
}
