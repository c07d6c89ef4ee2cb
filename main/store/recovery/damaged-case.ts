import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import { backupsOf } from '../backups/backups.ts'
import { type Connection, openConnection } from '../connection.ts'
import type { FileSystem } from '../disk/file-system.ts'
import { type Engine, loadEngine } from '../engine.ts'
import { migrate, type Schema } from '../migrate.ts'
import { treesOf } from '../trees.ts'
import { openUnderSchema, ownTrees, type Tree } from './borrowed-schema.ts'
import { kindOf, openRawPages, type RawPages } from './raw-pages.ts'
import type { Salvaged } from './salvage.ts'

/** What a case without damage would say of its trees: the tables of that version, without what follows from them. */
const templateOf = (engine: Engine, schema: Schema, pageSize: number): Tree[] => {
  const connection = openConnection(new engine.Database())
  try {
    connection.script(`pragma page_size = ${pageSize}`)
    migrate(connection, schema)
    return connection.all<Tree>(
      `select type, name, tbl_name, rootpage, sql from sqlite_schema where type in ('table', 'index') and rootpage > 0
         and (tbl_name = 'search_text' or tbl_name not glob 'search_*') order by rowid`,
    )
  } finally {
    connection.close()
  }
}

/** The version that the header states, where it can be one. */
const statedVersion = (pages: RawPages, newest: number): number => {
  const stated = new DataView(pages.page(1).buffer).getUint32(60)
  return stated >= 1 && stated <= newest ? stated : newest
}

const rootsInBackup = (engine: Engine, files: FileSystem, path: string): Map<string, number> => {
  const backup = backupsOf(path, files)
    .list()
    .find(({ state }) => state !== 'damaged')
  if (!backup) return new Map()
  const pages = openRawPages(files, backup.path)
  try {
    return ownTrees(engine, pages)
  } finally {
    pages.close()
  }
}

const rootsOf = (trees: readonly Tree[]): Map<string, number> => new Map(trees.map(tree => [tree.name, tree.rootpage]))

/**
 * Where each tree begins: as the file itself says; where it does not, as another schema has it that agrees with all the
 * file says, and if there is a page of that kind; else 0.
 */
const rootedTrees = (
  pages: RawPages,
  template: readonly Tree[],
  own: Map<string, number>,
  others: readonly Map<string, number>[],
): Tree[] => {
  const known = template.filter(({ name }) => own.has(name))
  const agreeing = others.filter(roots => known.every(({ name }) => roots.get(name) === own.get(name)))
  return template.map((tree): Tree => {
    const stated = own.get(tree.name)
    if (stated !== undefined && stated > 1 && stated <= pages.count) return { ...tree, rootpage: stated }
    const isIndex = tree.type === 'index' || /without\s+rowid/i.test(tree.sql ?? '')
    const guess = agreeing
      .map(roots => roots.get(tree.name))
      .find(root => {
        const kind = root !== undefined && root <= pages.count ? kindOf(pages.page(root), root) : null
        return kind !== null && kind.includes('index') === isIndex
      })
    return { ...tree, rootpage: guess ?? 0 }
  })
}

/** Made anew from the records, and not worth a word where it is damaged. */
const derived = new Set(['search_text', 'textSignature'])

type ColumnInfo = { name: string; type: string; pk: number }

/** The tables that hold what the analyst made, to be read row by row. */
export const salvagedTables = (db: Connection): Salvaged[] => {
  const trees = treesOf(db)
  return trees
    .filter(({ index, table }) => index === null && !derived.has(table))
    .map(table => {
      const info = db.all<ColumnInfo>('select name, type, pk from pragma_table_info(?) order by cid', [table.table])
      const primary = info
        .filter(({ pk }) => pk > 0)
        .sort((one, other) => one.pk - other.pk)
        .map(({ name }) => name)
      const [only, second] = info.filter(({ pk }) => pk > 0)
      const isAlias = only?.type.toUpperCase() === 'INTEGER' && second === undefined && table.key[0] === 'rowid'
      return {
        table,
        columns: info.map(({ name }) => name),
        primary,
        indexes: trees.filter(({ index, table: of }) => index !== null && of === table.table),
        alias: isAlias ? only.name : null,
      }
    })
}

/** A damaged case, opened as far as it goes. Nothing of it is ever written. */
export type DamagedCase = {
  engine: Engine
  pages: RawPages
  db: Connection
  /** Where each of its trees begins, as far as that is known, and as the file itself says. */
  trees: Tree[]
  own: Map<string, number>
  /** The schema of its version. */
  its: Schema
  close(): void
}

/** Opens the file at `from`, which has one name, under the schema of its version. @throws Refused where there is no file */
export const openDamaged = async (from: string, files: FileSystem, schema: Schema): Promise<DamagedCase> => {
  if (!files.stamp(from)) throw new Refused(say('store.noCase', { path: from }))
  const engine = await loadEngine()
  const pages = openRawPages(files, from)
  try {
    const version = statedVersion(pages, schema.migrations.length)
    const isCurrent = version === schema.migrations.length
    const its = { migrations: schema.migrations.slice(0, version), searchables: isCurrent ? schema.searchables : [] }
    const own = ownTrees(engine, pages)
    const template = templateOf(engine, { ...its, searchables: schema.searchables }, pages.pageSize)
    const trees = rootedTrees(pages, template, own, [rootsInBackup(engine, files, from), rootsOf(template)])
    const db = openUnderSchema(engine, pages, trees)
    return {
      engine,
      pages,
      db,
      trees,
      own,
      its,
      close: () => {
        db.close()
        pages.close()
      },
    }
  } catch (error) {
    pages.close()
    throw error
  }
}
