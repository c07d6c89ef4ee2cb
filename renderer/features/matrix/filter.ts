import * as z from 'zod'
import {
  grain,
  type MatrixColumn,
  type MatrixFrameRow,
  type MatrixFrameView,
  matrixAxis,
} from '../../../shared/contract/matrix.ts'
import { importance } from '../../../shared/model/term.ts'
import { hold } from '../../held.ts'

export const showings = ['all', 'conflicts', 'gaps', 'unsupported', 'stale', 'unassessed'] as const

/** Which rows are shown: all of its parts hold for each of them. */
export const matrixFilter = z.object({
  showing: z.enum(showings),
  category: z.string().nullable(),
  importance: importance.nullable(),
  /** Words that the ref, the name, the category or the question of a term begins a word with. */
  words: z.string(),
  /** Only one column, by its key, and the rows in which something was read there. */
  column: z.string().nullable(),
})
export type MatrixFilter = z.infer<typeof matrixFilter>
export type Showing = MatrixFilter['showing']

export const noFilter: MatrixFilter = { showing: 'all', category: null, importance: null, words: '', column: null }

/** What a saved view of the matrix holds. */
const savedSettings = z.object({
  axis: matrixAxis,
  grain: grain.nullable(),
  filter: matrixFilter,
  folded: z.array(z.string()),
})
export type MatrixLook = z.infer<typeof savedSettings>

// Beside the screen: the analyst who comes back from the reader finds the matrix as it was left.
const held = hold<Pick<MatrixLook, 'filter' | 'folded' | 'grain'>>({ filter: noFilter, folded: [], grain: null })

export const useLook = held.use
export const changeLook = (patch: Partial<Omit<MatrixLook, 'axis'>>): void => held.set({ ...held.read(), ...patch })

/** Changes parts of the filter, each from what it is at the moment: what is drawn may lag behind it by a press. */
export const changeFilter = (patchOf: (now: MatrixFilter) => Partial<MatrixFilter>): void => {
  const now = held.read().filter
  changeLook({ filter: { ...now, ...patchOf(now) } })
}

/** A category was given another name: what is filtered by it and folded goes on by the new one. */
export const changeCategory = (from: string, to: string): void => {
  changeFilter(now => (now.category === from ? { category: to } : {}))
  changeLook({ folded: [...new Set(held.read().folded.map(name => (name === from ? to : name)))] })
}

/** What was saved, and null where it was saved by another version. */
export const lookOf = (settings: unknown): MatrixLook | null => savedSettings.safeParse(settings).data ?? null

/** How many parts of the filter ask for something. */
export const partsAsked = (filter: MatrixFilter): number =>
  [
    filter.showing !== 'all',
    filter.category !== null,
    filter.importance !== null,
    filter.words.trim() !== '',
    filter.column !== null,
  ].filter(Boolean).length

const fits: Record<Showing, (row: MatrixFrameRow) => boolean> = {
  all: () => true,
  conflicts: row => row.facts.open > 0,
  gaps: row => row.facts.unread > 0 || row.facts.silent > 0,
  unsupported: row => row.facts.unsupported > 0 || row.position?.unsupported === true,
  stale: row => row.position?.stale === true,
  unassessed: row => row.position === null && row.facts.claims > 0,
}

const folded = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const holdsWords = (wanted: readonly string[], { term }: MatrixFrameRow) => {
  if (wanted.length === 0) return true
  const words = folded(`${term.ref} ${term.name} ${term.category} ${term.question}`).split(/[^\p{L}\p{N}-]+/u)
  return wanted.every(one => words.some(word => word.startsWith(one)))
}

/** The rows that a filter lets through. A column that the frame has not lets every row through. */
export const filteredRows = (
  { rows, columns }: Pick<MatrixFrameView, 'rows' | 'columns'>,
  filter: MatrixFilter,
): readonly MatrixFrameRow[] => {
  const wanted = folded(filter.words).split(/\s+/).filter(Boolean)
  const at = columns.findIndex(column => column.key === filter.column)
  return rows.filter(
    row =>
      fits[filter.showing](row) &&
      (filter.category === null || row.term.category === filter.category) &&
      (filter.importance === null || row.term.importance === filter.importance) &&
      (filter.column === null || at < 0 || row.states[at] !== 'u') &&
      holdsWords(wanted, row),
  )
}

/** The places of the columns that a filter lets through. */
export const filteredColumns = (columns: readonly MatrixColumn[], filter: MatrixFilter): readonly number[] => {
  const at = columns.findIndex(column => column.key === filter.column)
  return at >= 0 ? [at] : columns.map((_, index) => index)
}
