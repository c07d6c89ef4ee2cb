import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import { caseSchema } from '../case-file.ts'
import type { Database } from '../connection.ts'
import type { Progress } from '../disk/copy.ts'
import { diskFileSystem, type FileSystem } from '../disk/file-system.ts'
import { isSidecarName } from '../disk/sealed-disk.ts'
import { recordOfTable } from '../log/change-log.ts'
import type { Schema } from '../migrate.ts'
import { realPathOf } from '../opening.ts'
import { type Adoptable, adopt } from './adopt.ts'
import { type DamagedCase, openDamaged, salvagedTables } from './damaged-case.ts'
import { beginFilling, type Filling } from './filling.ts'
import { foldLog } from './fold.ts'
import { brokenLinks, holders, letGo } from './links.ts'
import { type Row, type Salvaged, salvage, type Unreadable } from './salvage.ts'
import { createSentences, type Recovery, type Sentences } from './sentences.ts'

/** What a stand-in may look at: the new case so far, and what the search index of the damaged one says of a record. */
export type Remains = { db: Database; searched(id: string): { title: string; body: string | null } | undefined }

/**
 * A row for one that is lost: made again where what is left says all of it, or without content, so that what belongs to it
 * has a place. All columns that the table requires, with what is still known of it; null where there is no such thing.
 */
export type StandIn = (table: string, known: Row, remains: Remains) => { row: Row; whole: boolean } | null

export type Judge = (table: string, row: Row) => 'sound' | 'doubtful' | 'damaged'

export type RecoverOptions = {
  files?: FileSystem
  schema?: Schema
  /**
   * Whether a row that can be read says what a record of its kind can say: a `doubtful` one is copied all the same unless
   * the log has a better; a `damaged` one is made again.
   */
  judge?: Judge
  standIn?: StandIn
  /** Told after every table; what it throws gives the recovery up and leaves nothing. */
  reached?(progress: Progress): void | Promise<void>
}

/**
 * Makes a new case at `target` of everything that can be read in the damaged one at `path`, which is only read. Rows are
 * read one by one where pages are damaged; pages whose way is lost are found again; what is still missing is made again
 * from the change log, or from what else is left, or kept a place. Links that point nowhere then go as the schema says.
 * Held page by page by test/main/store/recovery/recover.test.ts.
 * @throws Refused when nothing can be read, or when there is a file at `target`
 */
export const recoverCase = async (path: string, target: string, options: RecoverOptions = {}): Promise<Recovery> => {
  const { files = diskFileSystem, schema = caseSchema, standIn = () => null, judge = () => 'sound', reached } = options
  const [from, to] = [realPathOf(files, path), realPathOf(files, target)]
  if (!files.stamp(from)) throw new Refused(say('store.noCase', { path }))
  if (isSidecarName(to)) throw new Refused(say('sealed.badName', { path: target }))
  if (files.stamp(to)) throw new Refused(say('store.alreadyThere', { path: target }))
  const damaged = await openDamaged(from, files, schema)
  const fresh = `${to}-recovering`
  let filling: Filling | null = null
  try {
    for (const left of [fresh, `${fresh}-wal`]) if (files.stamp(left)) files.unlink(left)
    filling = beginFilling(damaged.engine, files, fresh, damaged.its)
    const sentences = createSentences(damaged.db, filling.db)
    const recovery = await copyEverything({ damaged, filling, standIn, judge, reached, sentences })
    if (recovery === null) throw new Refused(say('keeping.nothingReadable', { path }), 'damaged')
    filling.finish()
    filling = null
    files.rename(fresh, to)
    files.syncDirectoryOf(to)
    return recovery
  } finally {
    filling?.giveUp()
    damaged.close()
  }
}

type Work = {
  damaged: DamagedCase
  filling: Filling
  standIn: StandIn
  judge: Judge
  reached: RecoverOptions['reached']
  sentences: Sentences
}

type Missing = Unreadable & { table: Salvaged }

/** Null when there was nothing to be read. */
const copyEverything = async (work: Work): Promise<Recovery | null> => {
  const { filling, damaged, sentences } = work
  const tables = salvagedTables(damaged.db)
  const missing: Missing[] = []
  const incomplete: Salvaged[] = []
  let copied = 0
  for (const [number, table] of tables.entries()) {
    const name = table.table.table
    const result = salvage(damaged.db, table, ({ 'row id': _, ...row }) => {
      const isTaken = work.judge(name, row) === 'sound' && filling.put(name, row)
      if (isTaken) copied++
      return isTaken
    })
    missing.push(...result.missing.map(unreadable => ({ ...unreadable, table })))
    if (!result.whole) incomplete.push(table)
    await work.reached?.({ done: number + 1, total: tables.length + 1 })
  }
  if (incomplete.length > 0) copied += adoptStray(work, incomplete)
  if (copied === 0) return null
  makeAgain(work, missing, incomplete)
  mendLinks(work)
  mendLog(work)
  filling.keep()
  return sentences.all()
}

/** Gives the rows of pages that lost their way to the tables they belong to; returns how many. */
const adoptStray = ({ damaged, filling }: Work, incomplete: readonly Salvaged[]): number => {
  const { engine, pages, trees, own } = damaged
  const adoptable = incomplete.flatMap((salvaged): Adoptable[] => {
    const tree = trees.find(({ name }) => name === salvaged.table.table)
    return tree ? [{ salvaged, tree }] : []
  })
  const tableOf = new Map(incomplete.map(table => [table.table.table, table]))
  const roots = [1, ...own.values(), ...trees.map(({ rootpage }) => rootpage)]
  let adopted = 0
  const without = ({ 'row id': _, ...row }: Row): Row => row
  adopt(
    engine,
    pages,
    roots,
    adoptable,
    (name, rows, linked) => {
      const primary = tableOf.get(name)?.primary ?? []
      return filling.trial(() => {
        const fresh = rows.map(without).filter(row => !filling.has(name, primary, row))
        const fitting = fresh.filter(
          row => filling.put(name, row) && (!(linked || isList(name)) || filling.isLinked(name, row)),
        )
        return { fitting: fitting.length, known: rows.length - fresh.length }
      })
    },
    (name, row) => {
      if (filling.put(name, without(row))) adopted++
    },
  )
  return adopted
}

/** A table of links and parts, which is nothing without the records it belongs to. */
const isList = (table: string): boolean => recordOfTable(table) !== table

const logId = (primary: readonly string[], row: Row): string =>
  primary.length === 1 ? String(row[primary[0] ?? '']) : JSON.stringify(primary.map(column => row[column] ?? null))

/** Makes the rows that could not be read again: from the log, from what else is left, or a stand-in. */
const makeAgain = (work: Work, missing: readonly Missing[], incomplete: readonly Salvaged[]): void => {
  const { filling, sentences } = work
  const names = new Set([
    ...missing.map(({ table }) => table.table.table),
    ...incomplete.map(({ table }) => table.table),
  ])
  const folded = names.size > 0 ? foldLog(filling.db, names) : new Map()
  const done = new Set<string>()
  const make = ({ primary, columns, table: { table } }: Salvaged, known: Row, doubtful: Row = {}): void => {
    const isNamed = primary.every(column => known[column] !== undefined && known[column] !== null)
    const name = `${table} ${logId(primary, known)}`
    if (isNamed && (done.has(name) || filling.has(table, primary, known))) return
    done.add(name)
    const logged = isNamed ? folded.get(name) : undefined
    // The log says that it was deleted: only an index remembers it.
    if (logged && logged.row === null) return
    const row: Row = { ...logged?.row, ...known }
    const isWhole = columns.every(column => row[column] !== undefined)
    if (isNamed && isWhole && work.judge(table, row) === 'sound' && filling.put(table, row)) {
      if (!columns.every(column => known[column] !== undefined)) sentences.say('rebuilt', table, row)
    } else if (isKept(work, table, doubtful)) sentences.say('doubtful', table, doubtful)
    else if (!standIn(work, table, row, doubtful)) sentences.say('lost', table, { ...doubtful, ...row })
  }
  for (const { table, known, doubtful } of missing) make(table, known, doubtful)
  const isLogWhole = !names.has('change')
  const tableOf = new Map(incomplete.map(table => [table.table.table, table]))
  if (isLogWhole)
    for (const { table, row } of folded.values()) {
      const salvaged = tableOf.get(table)
      if (salvaged && row !== null && salvaged.primary.every(column => row[column] !== undefined)) make(salvaged, row)
    }
  for (const table of ['caseInfo', 'criteria'])
    if (names.has(table) && !filling.db.get(`select 1 from "${table}"`)) standIn(work, table, {})
}

/** A row that does not fit its description is the analyst's all the same: it stays as it is read. */
const isKept = ({ filling, judge }: Work, table: string, doubtful: Row): boolean => {
  const { 'row id': _, ...row } = doubtful
  return Object.keys(row).length > 0 && judge(table, row) === 'doubtful' && filling.put(table, row)
}

/** Puts a stand-in where there is one, and says so: with what the row said itself, if that gives a sound one, or without. */
const standIn = (work: Work, table: string, known: Row, doubtful: Row = {}): boolean => {
  const { filling, sentences, judge } = work
  const { 'row id': _, ...said } = doubtful
  for (const believed of [{ ...said, ...known }, known]) {
    const made = work.standIn(table, believed, { db: filling.db, searched: sentences.searched })
    if (made === null || judge(table, made.row) !== 'sound' || !filling.put(table, made.row)) continue
    sentences.say(made.whole ? 'rebuilt' : 'stoodIn', table, { ...made.row, ...known })
    return true
  }
  return false
}

/**
 * Undo and history follow the log from command to command. A command whose line is lost gets one without a name; an undo
 * of one of which nothing is left is a command like any other.
 */
const mendLog = ({ filling: { db, put }, sentences }: Work): void => {
  const nameless = db.all<{ id: number; firstSeq: number; lastSeq: number }>(
    `select tx as id, min(seq) as firstSeq, max(seq) as lastSeq from change
     where tx > 0 and tx not in (select id from tx) group by tx`,
  )
  for (const line of nameless) {
    const near = db.get<{ at: string }>('select at from tx order by abs(id - ?) limit 1', [line.id])
    const at = near?.at ?? new Date().toISOString()
    put('tx', { ...line, at, actor: '', label: say('keeping.standIn'), undoOf: null })
    sentences.say('lost', 'tx', { id: line.id })
  }
  db.run('update tx set undoOf = null where undoOf is not null and undoOf not in (select id from tx)')
}

/** What points nowhere gets a stand-in to point at, or goes as the schema says; which may leave more that points nowhere. */
const mendLinks = (work: Work): void => {
  const { filling, sentences } = work
  for (let broken = brokenLinks(filling.db); broken.length > 0; broken = brokenLinks(filling.db))
    for (const link of broken) {
      if (filling.has(link.parent, [link.parentKey], { [link.parentKey]: link.id })) continue
      if (standIn(work, link.parent, { [link.parentKey]: link.id })) continue
      for (const row of holders<Row>(filling.db, link))
        sentences.say(link.ifLost === 'set null' ? 'nulled' : 'dropped', link.table, row, link.parent)
      letGo(filling.db, link)
    }
}
