// The stores that are compared, each with the same case, the same schema and triggers, and one way in.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import initSqlJs from 'sql.js'
import { type Database, openCase, type Value } from '../../main/store/case-file.ts'
import { openConnection } from '../../main/store/connection.ts'
import { diskFileSystem } from '../../main/store/disk/file-system.ts'
import { openPages } from '../../main/store/disk/pages.ts'
import { loadEngine } from '../../main/store/engine.ts'
import { beginLogged, endLogged } from '../../main/store/log/change-log.ts'
import { loadRivals } from './rivals.ts'

export type Contender = {
  read<Result>(work: (db: Database) => Result): Result
  /** One transaction, durable when it returns. */
  write(work: (db: Database) => void): void
  checkpoint(): void
  close(): void
}

export type ContenderName = 'pages' | 'pages without log' | 'export' | 'wal' | 'wal without log' | 'journal' | 'wasm'

export const described: Record<ContenderName, string> = {
  pages: 'Glossator',
  'pages without log': 'Glossator, no change log',
  export: 'sql.js, export and rename',
  wal: 'better-sqlite3, WAL, FULL',
  'wal without log': 'better-sqlite3, WAL, FULL, no log',
  journal: 'better-sqlite3, its default',
  wasm: 'node-sqlite3-wasm (FTS5)',
}

const at = () => new Date().toISOString()

/** The product: the case file as the workbench opens it. `manual` never moves the log into the file unasked. */
const openProduct = async (path: string, manual: boolean): Promise<Contender> => {
  const opened = await openCase(path, manual ? { checkpointFrames: Number.MAX_SAFE_INTEGER } : {})
  if (!opened.ok) throw new Error(opened.message)
  const file = opened.value
  return {
    read: file.read,
    write: work => file.write('Excerpt added', work),
    checkpoint: file.checkpoint,
    close: file.close,
  }
}

/** The same pages without the change log, which the case file cannot leave out: what the log costs. */
const openUnlogged = async (path: string): Promise<Contender> => {
  const medium = openPages(await loadEngine(), path, { files: diskFileSystem, readOnly: false })
  const connection = openConnection(medium.connect())
  const checkpointFrames = 4000
  return {
    read: work => work(connection),
    write: work => {
      if (medium.disturbed()) throw new Error('disturbed')
      connection.run('begin')
      work(connection)
      connection.run('commit')
      medium.commit(connection.sqlite)
      if (medium.waiting() >= checkpointFrames) medium.checkpoint()
    },
    checkpoint: medium.checkpoint,
    close: () => {
      connection.close()
      medium.close(true)
    },
  }
}

const logged = (db: Database, work: (db: Database) => void): void => {
  db.run('begin')
  const log = beginLogged(db, at(), '', 'Excerpt added', null)
  work(db)
  endLogged(db, log, () => false)
  db.run('commit')
}

const unlogged = (db: Database, work: (db: Database) => void): void => {
  db.run('begin')
  work(db)
  db.run('commit')
}

const syncPath = (path: string): void => {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}

/** sql.js as its documentation has it: the database in memory, written anew after each change. */
const openExport = async (path: string): Promise<Contender> => {
  const require = createRequire(`${process.cwd()}/package.json`)
  const engine = await initSqlJs({ locateFile: name => require.resolve(`sql.js/dist/${name}`) })
  const connection = openConnection(new engine.Database(readFileSync(path)))
  return {
    read: work => work(connection),
    write: work => {
      logged(connection, work)
      const bytes = connection.sqlite.export()
      const file = openSync(`${path}-new`, 'w')
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
      fsyncSync(file)
      closeSync(file)
      renameSync(`${path}-new`, path)
      syncPath(dirname(path))
    },
    checkpoint: () => undefined,
    close: connection.close,
  }
}

const samePragmas = `pragma cache_size = -32768; pragma foreign_keys = on; pragma recursive_triggers = on;
  pragma synchronous = full; pragma temp_store = memory;`

const openNative = (path: string, journal: 'wal' | 'delete', withLog: boolean, manual: boolean): Contender => {
  const { Native } = loadRivals()
  if (!Native) throw new Error('better-sqlite3 is missing')
  const native = new Native(path)
  native.pragma(`journal_mode = ${journal}`)
  native.exec(samePragmas)
  if (manual) native.pragma('wal_autocheckpoint = 0')
  const prepared = new Map<string, ReturnType<typeof native.prepare>>()
  const statement = (sql: string) => {
    const kept = prepared.get(sql) ?? native.prepare(sql)
    prepared.set(sql, kept)
    return kept
  }
  const db: Database = {
    all: <Row>(sql: string, parameters: readonly Value[] = []) => statement(sql).all(...parameters) as Row[],
    get: <Row>(sql: string, parameters: readonly Value[] = []) => statement(sql).get(...parameters) as Row | undefined,
    run: (sql, parameters = []) => statement(sql).run(...parameters).changes,
  }
  return {
    read: work => work(db),
    write: work => (withLog ? logged : unlogged)(db, work),
    checkpoint: () => native.pragma('wal_checkpoint(truncate)'),
    close: () => native.close(),
  }
}

const openWasm = (path: string): Contender => {
  const { Wasm } = loadRivals()
  if (!Wasm) throw new Error('node-sqlite3-wasm is missing')
  const wasm = new Wasm(path)
  wasm.exec(samePragmas)
  const prepared = new Map<string, ReturnType<typeof wasm.prepare>>()
  const statement = (sql: string) => {
    const kept = prepared.get(sql) ?? wasm.prepare(sql)
    prepared.set(sql, kept)
    return kept
  }
  const db: Database = {
    all: <Row>(sql: string, parameters: readonly Value[] = []) => statement(sql).all([...parameters]) as Row[],
    get: <Row>(sql: string, parameters: readonly Value[] = []) =>
      (statement(sql).get([...parameters]) ?? undefined) as Row | undefined,
    run: (sql, parameters = []) => statement(sql).run([...parameters]).changes,
  }
  return {
    read: work => work(db),
    write: work => logged(db, work),
    checkpoint: () => undefined,
    close: () => {
      for (const kept of prepared.values()) kept.finalize()
      wasm.close()
    },
  }
}

/** Opens the case at `path`. With `manual` no log is moved into the file unasked, where the contender has one. */
export const openContender = async (name: ContenderName, path: string, manual: boolean): Promise<Contender> => {
  if (name === 'pages') return openProduct(path, manual)
  if (name === 'pages without log') return openUnlogged(path)
  if (name === 'export') return openExport(path)
  if (name === 'wasm') return openWasm(path)
  return openNative(path, name === 'journal' ? 'delete' : 'wal', name !== 'wal without log', manual)
}

/** Changes a copy of the case for a contender that cannot use it as it is: without the log, or with FTS5, which is all that node-sqlite3-wasm knows. */
export const adapt = (name: ContenderName, path: string): void => {
  const withoutLog = name.endsWith('without log')
  if (!withoutLog && name !== 'wasm') return
  const { Native } = loadRivals()
  if (!Native) throw new Error('better-sqlite3 is missing')
  const native = new Native(path)
  const triggers = native
    .prepare(`select name from sqlite_schema where type = 'trigger' and name glob ?`)
    .all(withoutLog ? 'log_*' : 'search_text_*') as { name: string }[]
  for (const trigger of triggers) native.exec(`drop trigger "${trigger.name}"`)
  if (name === 'wasm')
    native.exec(`
      drop table search_fts;
      create virtual table search_fts using fts5 (title, body, content='search_content', content_rowid='rowid',
        tokenize="unicode61 remove_diacritics 2", prefix='2 3');
      insert into search_fts (search_fts) values ('rebuild');
      create trigger search_text_insert after insert on search_text begin
        insert into search_fts (rowid, title, body) select rowid, title, body from search_content where rowid = new.docid;
      end;`)
  native.close()
}
