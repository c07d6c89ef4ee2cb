import { type Child, element, type Html } from './html.ts'

/** The head of a table: repeated by the engine on every page that the table reaches. */
export const tableHead = (...words: Child[]): Html =>
  element('thead', {}, element('tr', {}, ...words.map(each => element('th', { scope: 'col' }, each))))

/** A whole table of rows. */
export const table = (style: string, heads: readonly Child[], rows: readonly Html[]): Html =>
  element('table', { class: style }, tableHead(...heads), element('tbody', {}, ...rows))
