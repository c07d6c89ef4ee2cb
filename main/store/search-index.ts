import type { Connection } from './connection.ts'

/** What search finds of one kind of record. Every value is SQL over `row`, an alias of a row of `table`. */
export type Searchable = {
  kind: string
  table: string
  title: string
  body: string
  /** Id of the source the record belongs to, or null. */
  source: string
}

export const installSearchIndex = (_connection: Connection, _searchables: readonly Searchable[]): void => {}
