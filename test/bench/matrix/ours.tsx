import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { type GridHands, MatrixGrid } from '../../../renderer/features/matrix/MatrixGrid.tsx'
import { gridLines } from '../../../renderer/features/matrix/rows.ts'
import { nearCells } from '../../../renderer/features/matrix/use-cells.ts'
import { useFrame } from '../../../renderer/features/matrix/use-frame.ts'
import { forget } from '../../../renderer/query.ts'
import { contend, within } from './contender.ts'
import type { Work } from './work.ts'

const nothing = () => undefined
const hands: GridHands = {
  move: nothing,
  open: nothing,
  fold: nothing,
  escape: nothing,
  enter: () => false,
  remove: nothing,
  paste: nothing,
  copy: () => '',
  order: nothing,
  step: nothing,
  runOn: () => false,
}
const place = { line: 1, column: 1 }
const question = { axis: 'sources', asOf: null, grain: null } as const
const noChanges = new Map<never, number>()
const unfolded = new Set<string>()

/** The product's own grid, on answers that cross as text as they do in the app. */
const Grid = () => {
  const { value: frame } = useFrame(question)
  const [cells] = useState(nearCells)
  const lines = useMemo(() => gridLines(frame?.rows ?? [], unfolded), [frame?.rows])
  const letterAt = useMemo(() => frame?.columns.map((_, at) => at) ?? [], [frame?.columns])
  if (frame === undefined) return null
  return (
    <MatrixGrid
      question={question}
      cells={cells}
      earlier={null}
      columns={frame.columns}
      letterAt={letterAt}
      lines={lines}
      place={place}
      dense={false}
      draggable
      changes={noChanges}
      hands={hands}
      editor={null}
    />
  )
}

contend('Glossator: frame, and cells near the window', () => {
  let given: Work
  /** What the workbench answers, which is text before it comes to the page: the page is not to pay for making it. */
  const texts = new WeakMap<object, string>()
  const textOf = (answer: object) => {
    const text = texts.get(answer) ?? JSON.stringify(answer)
    texts.set(answer, text)
    return text
  }
  const answer = (name: string, input: unknown) => {
    if (name === 'matrix.frame') return textOf(given.frame)
    const wanted = new Set((input as { terms: string[] }).terms)
    return `[${given.cells
      .filter(({ term }) => wanted.has(term))
      .map(textOf)
      .join()}]`
  }
  return {
    prepare: work => {
      for (const one of [work.frame, ...work.cells]) textOf(one)
    },
    draw: (host, work) => {
      given = work
      window.workbench = {
        call: async (name, input) => `{"ok":true,"value":${answer(name, input)},"changed":[]}`,
        onEvent: () => nothing,
      }
      flushSync(() => createRoot(host).render(<Grid />))
    },
    show: work => {
      given = work
      forget(['claim'])
    },
    scrollers: host => ({ down: within(host, '.matrix-grid'), across: within(host, '.matrix-grid') }),
  }
})
