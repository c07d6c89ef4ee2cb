import type { Database } from './connection.ts'

/** A b-tree of the file: a table, or an index of one, with the columns of its key and, where it is partial, its condition. */
export type Tree = { table: string; index: string | null; key: string[]; where: string | null }

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

type Row = { name: string; wr: number; columns: string }
type IndexRow = { tbl: string; name: string; partial: number; columns: string; sql: string | null }

/** Every table and index of the open file. Throws where the schema cannot be read. */
export const treesOf = (db: Database): Tree[] => {
  const tables = db
    .all<Row>(
      `select l.name, l.wr, (select group_concat(name, char(31)) from (select name from pragma_table_info(l.name)
         where pk > 0 order by pk)) as columns
       from pragma_table_list as l where l.schema = 'main' and l.type in ('table', 'shadow') and l.name not glob 'sqlite_*'`,
    )
    .map(({ name, wr, columns }) => ({
      table: name,
      index: null,
      key: wr ? (columns ?? '').split('\u001f') : ['rowid'],
      where: null,
    }))
  const indexes = db
    .all<IndexRow>(
      `select m.tbl_name as tbl, m.name, i.partial, m.sql,
         (select group_concat(name, char(31)) from (select name from pragma_index_info(m.name) order by seqno)) as columns
       from sqlite_schema as m join pragma_index_list(m.tbl_name) as i on i.name = m.name
       where m.type = 'index'`,
    )
    .map(({ tbl, name, partial, columns, sql }) => ({
      table: tbl,
      index: name,
      key: (columns ?? '').split('\u001f'),
      where: partial ? (/\bwhere\b(.*)$/is.exec(sql ?? '')?.[1]?.trim() ?? null) : null,
    }))
  return [...tables, ...indexes]
}

/** SQL that walks a tree from its first row or its last and touches no other. */
export const walk = ({ table, index, key, where }: Tree, selected: string, backwards: boolean): string =>
  `select ${selected} from ${quoted(table)} ${index ? `indexed by ${quoted(index)}` : 'not indexed'}
   ${where ? `where ${where}` : ''} order by ${key.map(column => `${column === 'rowid' ? 'rowid' : quoted(column)}${backwards ? ' desc' : ''}`).join(', ')}`

const edges = (tree: Tree): string[] => [false, true].map(backwards => `(${walk(tree, '1', backwards)} limit 1)`)

/** Trees looked at by one statement: each one costs more to prepare than its pages to read. */
const atOnce = 20

/** Reads the first and the last row of every tree: the root, and the pages down both edges. The reason of a failure, or null. */
export const faultOfTrees = (db: Database): string | null => {
  const trees = treesOf(db)
  for (let from = 0; from < trees.length; from += atOnce) {
    const some = trees.slice(from, from + atOnce)
    try {
      db.get(`select ${some.flatMap(edges).join(', ')}`)
    } catch (error) {
      const fault = some.map(tree => faultOf(db, tree)).find(found => found !== null)
      return fault ?? (error instanceof Error ? error.message : String(error))
    }
  }
  return null
}

const faultOf = (db: Database, tree: Tree): string | null => {
  try {
    db.get(`select ${edges(tree).join(', ')}`)
    return null
  } catch (error) {
    return `${tree.table}: ${error instanceof Error ? error.message : String(error)}`
  }
}
