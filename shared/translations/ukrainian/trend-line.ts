import type { trendLineMessages } from '../../messages/trend-line.ts'

/** Words of the line of a risk through time, in Ukrainian. */
export const trendLineUkrainian: Readonly<Record<keyof typeof trendLineMessages, string>> = {
  'trendLine.title': 'Перебіг ризику',
  'trendLine.chart': 'Перебіг {ref} від {first}: стрілки ведуть від кроку до кроку',
  'trendLine.likelihood': 'Ймовірність',
  'trendLine.words': 'Перебіг словами',
  'trendLine.scored': 'Оцінка ({kind}): {level}, {word}, {low}–{high} %',
  'trendLine.moved': '{was} → {status}',
  'trendLine.reviewed': 'Перегляд: {outcome}',
  'trendLine.step': '{date}: {what}',
  'trendLine.now': 'зараз',
}
