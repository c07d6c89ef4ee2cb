import { type ReactNode, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { SourceId } from '../../../shared/model/id.ts'
import type { TextBlock, TextRange } from '../../../shared/model/text-version.ts'
import { whileTyping } from '../../../shared/rules/query.ts'
import { useCommands } from '../../commands.ts'
import { CodeAllDialog } from '../../parts/code-all/CodeAllDialog.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { FindBar } from './FindBar.tsx'
import { reveal, usePaint } from './page-hooks.ts'
import { firstEndingAfter } from './runs.ts'

type FindProps = {
  source: SourceId
  blocks: readonly TextBlock[]
  root: RefObject<HTMLElement | null>
  near: TextRange
  redraw: unknown
  onUnfold: () => void
}

export type Find = { isOpen: boolean; open: () => void; close: () => void; bar: ReactNode }

const most = 20_000
const none: readonly TextRange[] = []

/**
 * Find in document, by the engine of the search: the places near the window are painted, the one stepped to is brought
 * into view. The first one shown is the first from where the analyst reads.
 */
export const useFind = ({ source, blocks, root, near, redraw, onUnfold }: FindProps): Find => {
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [coding, setCoding] = useState(false)
  const query = whileTyping(useDeferredValue(words))
  const { value } = useRead('search.within', isOpen && query.trim() !== '' ? { source, query, limit: most } : null)
  const places = value?.places ?? none
  const painted = useMemo(() => {
    const shown: TextRange[] = []
    for (let next = firstEndingAfter(places, near.start); next < places.length; next += 1) {
      const place = places[next]
      if (place === undefined || place.start >= near.end) break
      shown.push(place)
    }
    return shown
  }, [places, near])
  const current = useMemo(() => places.slice(at, at + 1), [places, at])
  usePaint(root, 'reader-find', painted, redraw)
  usePaint(root, 'reader-found', current, redraw)

  const show = (index: number) => {
    setAt(index)
    const place = places[index]
    if (place === undefined) return
    if (blocks.some(block => block.apparatus && block.start < place.end && block.end > place.start)) onUnfold()
    requestAnimationFrame(() => root.current && reveal(root.current, place))
  }
  const step = (direction: 1 | -1) => {
    if (places.length > 0) show((at + direction + places.length) % places.length)
  }
  // The answer comes later than the words; an edit of the text that changes the places moves nothing.
  const shownFor = useRef('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every answer to other words than before.
  useEffect(() => {
    if (value === undefined || shownFor.current === query) return
    shownFor.current = query
    const next = firstEndingAfter(places, near.start)
    show(next < places.length ? next : 0)
  }, [value, query])

  const group = say('reader.group')
  useCommands(
    isOpen && places.length > 0
      ? [
          { id: 'reader.findNext', title: say('reader.findNext'), group, shortcut: 'F3', run: () => step(1) },
          {
            id: 'reader.findPrevious',
            title: say('reader.findPrevious'),
            group,
            shortcut: 'Shift+F3',
            run: () => step(-1),
          },
        ]
      : [],
  )
  const close = () => {
    setOpen(false)
    shownFor.current = ''
  }
  const bar = isOpen ? (
    <>
      <FindBar
        words={words}
        onWords={setWords}
        at={at}
        count={value?.total ?? null}
        onStep={step}
        onCode={() => setCoding(true)}
        onClose={close}
      />
      {coding ? <CodeAllDialog query={query.trim()} source={source} onClose={() => setCoding(false)} /> : null}
    </>
  ) : null
  return { isOpen, open: () => setOpen(true), close, bar }
}
