import { useEffect, useRef, useState } from 'react'
import type { ExcerptRow } from '../../../shared/contract/excerpts.ts'
import type { InputOf, OutputOf } from '../../../shared/contract.ts'
import type { Refusal } from '../../../shared/outcome.ts'
import { useRead } from '../../query.ts'

export type Question = Omit<InputOf<'excerpts.find'>, 'from' | 'limit'>

const perPage = 100

/** Pages kept behind those that are seen. */
const mostPages = 8

type Page = OutputOf<'excerpts.find'>

export type Pages = {
  /** How many excerpts the filter lets through; undefined until that is known. */
  total: number | undefined
  /** The excerpt at a place of the table; undefined while it is asked for. */
  rowAt: (index: number) => ExcerptRow | undefined
  refusal: Refusal | undefined
}

/**
 * The excerpts near the window, asked for by pages. A page that is only flown over is not asked for, and after a change of
 * the question the rows before stay until there are others.
 */
export const usePages = (question: Question, first: number, last: number, isScrolling: boolean): Pages => {
  const [settled, setSettled] = useState(0)
  const here = Math.floor(first / perPage)
  const isFlying = isScrolling && Math.abs(here - settled) > 1
  const page = isFlying ? settled : here
  useEffect(() => setSettled(page), [page])
  const next = Math.floor(last / perPage)
  const ask = (number: number) => ({ ...question, from: number * perPage, limit: perPage })
  const one = useRead('excerpts.find', ask(page))
  const other = useRead('excerpts.find', next === page || isFlying ? null : ask(next))

  const known = useRef<{ key: string; total: number; pages: Map<number, Page> } | null>(null)
  const key = JSON.stringify(question)
  if (one.value) {
    const pages = new Map(known.current?.key === key ? known.current.pages : [])
    for (const [number, value] of [
      [page, one.value],
      [next, other.value],
    ] as const) {
      if (value === undefined) continue
      pages.delete(number)
      pages.set(number, value)
    }
    for (const oldest of pages.keys()) if (pages.size > mostPages) pages.delete(oldest)
    known.current = { key, total: one.value.total, pages }
  }
  const shown = known.current
  return {
    total: shown?.total,
    rowAt: index => shown?.pages.get(Math.floor(index / perPage))?.rows[index % perPage],
    refusal: one.refusal,
  }
}
