import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { useHighlights } from '../../../renderer/features/reader/highlights.ts'
import { type Marks, noMarks, withChanges } from '../../../renderer/features/reader/marks.ts'
import { useNear } from '../../../renderer/features/reader/page-hooks.ts'
import { TextColumn } from '../../../renderer/features/reader/TextColumn.tsx'
import { usePointed } from '../../../renderer/features/reader/use-pointed.ts'
import { type Held, hold } from '../../../renderer/held.ts'
import { type Contender, contend, type Work } from './contender.ts'
import '../../../renderer/ui/base.css'
import '../../../renderer/features/reader/marks.css'
import '../../../renderer/features/reader/blocks.css'
import '../../../renderer/features/reader/reader.css'

const nothing = () => undefined
const noPages: readonly never[] = []

/** The product's own column, from marks as the workbench answers them to runs on the page. */
const Column = ({ text, blocks, held }: Omit<Work, 'marks'> & { held: Held<Marks> }) => {
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef(document.querySelector<HTMLElement>('.reader-scroller'))
  const { placed, highlights } = useHighlights(held.use())
  const near = useNear(scroller, root)
  usePointed(root, placed)
  return (
    <div ref={root}>
      <TextColumn
        text={text}
        blocks={blocks}
        pages={noPages}
        highlights={highlights}
        near={near}
        unfolded={false}
        onToggle={nothing}
      />
    </div>
  )
}

contend('Glossator: runs, grouped', (): Contender => {
  const told = { at: '', gone: [], names: {} }
  let base = noMarks
  let held: Held<Marks>
  let count = 0
  return {
    draw: (host, { marks, ...text }) => {
      base = withChanges(noMarks, { ...told, whole: true, marks: [...marks] }, noMarks)
      held = hold(base)
      // At once, as an answer to a question of the page is drawn.
      flushSync(() => createRoot(host).render(<Column {...text} held={held} />))
      count = marks.length
      return count
    },
    isDrawn: () => document.querySelector('mark') !== null,
    add: mark => held.set(withChanges(held.read(), { ...told, whole: false, marks: [mark] }, held.read())),
    isWhole: () =>
      new Set([...document.querySelectorAll<HTMLElement>('mark')].map(mark => mark.dataset.excerpt)).size >= count,
    isAdded: ({ id }) => document.querySelector(`mark[data-excerpt="${id}"]`) !== null,
    idAt: (x, y) => document.elementFromPoint(x, y)?.closest('mark')?.dataset.excerpt,
  }
})
