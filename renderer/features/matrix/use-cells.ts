import { useEffect, useSyncExternalStore } from 'react'
import type { InputOf } from '../../../shared/contract.ts'
import type { TermId } from '../../../shared/model/id.ts'
import { latestAnswer } from '../../parts/latest.ts'
import { type CellsByTerm, withAnswer } from './cell-answers.ts'

/** Which matrix the cells are of. */
export type MatrixQuestion = Omit<InputOf<'matrix.cells'>, 'terms'>

type Block = { latest: ReturnType<typeof latestAnswer<'matrix.cells'>>; forget: () => void }

const noCells: CellsByTerm = new Map()

/** The cells of the blocks near the window, as the workbench answers them one by one. */
export const nearCells = () => {
  let known = noCells
  let of = ''
  const blocks = new Map<string, Block>()
  const listeners = new Set<() => void>()
  const take = (block: Block['latest']) => {
    const { value } = block.read()
    const next = value === undefined ? known : withAnswer(known, value)
    if (next === known) return
    known = next
    for (const listener of listeners) listener()
  }
  const blockFor = (key: string): Block => {
    const there = blocks.get(key)
    if (there) return there
    // The matrix of today is come back to; those of the days that a slider passes are not.
    const latest = latestAnswer('matrix.cells', ({ asOf }) => asOf === null)
    const block = { latest, forget: latest.subscribe(() => take(latest)) }
    blocks.set(key, block)
    return block
  }
  const leaveAll = (but: ReadonlySet<string>) => {
    for (const [key, { latest, forget }] of blocks) {
      if (but.has(key)) continue
      forget()
      latest.leave()
      blocks.delete(key)
    }
  }
  return {
    want: (question: MatrixQuestion, near: readonly (readonly TermId[])[]): void => {
      const kind = `${question.axis} ${question.grain ?? ''}`
      if (kind !== of) {
        // Columns of another axis have other keys: what is known of them is of no use.
        leaveAll(new Set())
        known = noCells
        of = kind
      }
      leaveAll(new Set(near.map(terms => terms.join())))
      for (const terms of near)
        if (terms.length > 0) blockFor(terms.join()).latest.want({ ...question, terms: [...terms] })
    },
    leave: () => leaveAll(new Set()),
    read: () => known,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type NearCells = ReturnType<typeof nearCells>

/** Cells by term, of the terms near the window and those that were there before; older ones stay until newer ones come. */
export const useCells = (
  cells: NearCells,
  question: MatrixQuestion,
  near: readonly (readonly TermId[])[],
): CellsByTerm => {
  const key = JSON.stringify([question, near])
  useEffect(() => {
    const [asked, terms] = JSON.parse(key)
    cells.want(asked, terms)
  }, [cells, key])
  useEffect(() => cells.leave, [cells])
  return useSyncExternalStore(cells.subscribe, cells.read)
}
