import type { WatchedIndicator } from '../../../../shared/contract/risk-watch.ts'
import { compareWords } from '../../../../shared/formats.ts'
import type { IndicatorState } from '../../../../shared/model/risk.ts'

/** The columns of the board, from what was not seen to what was. */
export const columns = ['not seen', 'emerging', 'seen'] as const satisfies readonly IndicatorState[]

export type Grouping = 'risk' | 'category'

export type BoardGroup = { key: string; cards: WatchedIndicator[] }
export type BoardColumn = { state: IndicatorState; count: number; groups: BoardGroup[] }

const folded = (text: string) => text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')

/** Those whose statement, threshold, risk or category has all the words. */
export const fitting = (indicators: readonly WatchedIndicator[], words: string): WatchedIndicator[] => {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  return indicators.filter(({ statement, threshold, ref, title, category }) => {
    const text = folded(`${statement} ${threshold} ${ref} ${title} ${category}`)
    return wanted.every(word => text.includes(word))
  })
}

/** The board: by state, then by risk or category, in the order given; at most so many cards are drawn of each column. */
export const boardOf = (indicators: readonly WatchedIndicator[], grouping: Grouping, most: number): BoardColumn[] => {
  const nameOf = ({ ref, title, category }: WatchedIndicator) => (grouping === 'risk' ? `${ref} ${title}` : category)
  const ordered =
    grouping === 'risk' ? indicators : indicators.toSorted((one, other) => compareWords(one.category, other.category))
  return columns.map(state => {
    const own = ordered.filter(one => one.state === state)
    const groups: BoardGroup[] = []
    for (const card of own.slice(0, most)) {
      const key = nameOf(card)
      const last = groups.at(-1)
      if (last?.key === key) last.cards.push(card)
      else groups.push({ key, cards: [card] })
    }
    return { state, count: own.length, groups }
  })
}

/** Where an arrow leads from a card: to a neighbour of its column, or as far down in the next column that has any; null: nowhere. */
export const cardAfter = (board: readonly BoardColumn[], id: string, key: string): WatchedIndicator | null => {
  const cards = board.map(({ groups }) => groups.flatMap(group => group.cards))
  const column = cards.findIndex(own => own.some(card => card.id === id))
  const own = cards[column]
  if (own === undefined) return null
  const at = own.findIndex(card => card.id === id)
  const ends: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: own.length - 1 }
  const place = ends[key]
  if (place !== undefined) return own[place] ?? null
  const beside =
    key === 'ArrowRight'
      ? cards.slice(column + 1).find(one => one.length > 0)
      : key === 'ArrowLeft'
        ? cards.slice(0, column).findLast(one => one.length > 0)
        : undefined
  return beside?.[Math.min(at, beside.length - 1)] ?? null
}
