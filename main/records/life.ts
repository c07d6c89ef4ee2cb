import type { FieldChange, RecordChange } from '../../shared/contract/history.ts'
import type { Transaction } from '../../shared/model/change.ts'
import { type RecordName, recordName } from '../../shared/model/record-name.ts'
import { grouped } from '../../shared/rules/groups.ts'
import type { Database } from '../store/case-file.ts'
import { recordOfTable } from '../store/log/change-log.ts'
import { linksOf } from '../store/log/links.ts'
import { type Change, type Image, type NetChange, netOfAll } from '../store/log/net-change.ts'
import { fieldName, isHidden } from './field-names.ts'
import { fieldWords, type Targets } from './field-words.ts'
import { namesIn } from './names.ts'

/** Tables whose rows a person takes for fields of another record, beside link tables. */
const partOf: Record<string, RecordName> = { anchor: 'excerpt', originalPointer: 'excerpt', original: 'source' }

/** Records that belong to the life of another, by the column that names it. */
const partsOf: Partial<Record<RecordName, Record<string, string>>> = {
  source: { textVersion: 'source' },
  risk: { riskAction: 'risk', indicator: 'risk', assessment: 'risk', review: 'risk' },
}

const recordFor = (table: string): RecordName => partOf[table] ?? recordOfTable(table)

const isPart = (table: string): boolean => recordFor(table) !== table

/** The record that a row is part of, or the row itself. */
const ownerOf = (table: string, id: string): string =>
  id.startsWith('[') && isPart(table) ? String(JSON.parse(id)[0]) : id

/** What the row of a link says beside what it points at, and why. */
const linkKinds = ['role', 'effect', 'consistency', 'kind', 'status', 'state', 'resolution'] as const
const linkReasons = ['reason', 'rationale'] as const

const columns = 'c.seq, c.tx, c."table", c.id, c.op, c.before, c.after'

type Told = Transaction & { changes: Change[] }

/** What a command did, record by record. Nothing where the log has no such command. */
export const changesOfCommand = (db: Database, tx: number): RecordChange[] =>
  told(
    db,
    db.all<Change>(
      `select ${columns} from change as c join tx as t on t.id = c.tx
       where c.tx = ?1 and c.seq between t.firstSeq and t.lastSeq and t.id = ?1 order by c.seq`,
      [tx],
    ),
  )

/** The link tables and parts of a record that are fields of it. */
const fieldTables = (db: Database, record: RecordName): string[] =>
  db
    .all<{ name: string }>(`select name from sqlite_schema where type = 'table' order by name`)
    .map(({ name }) => name)
    .filter(name => recordFor(name) === record && name !== record)

/** Names of tables as SQL, which looks them up faster than values: they are compared with every line of the log. */
const listed = (tables: readonly string[]): string => tables.map(table => `'${table}'`).join(', ')

/**
 * The life of one record, newest first: its own row, its links and its parts. The log has no index by record, which every
 * edit would have to keep up: this reads through it, 200,000 changes in some 0.3 s (test/bench/log.bench.ts).
 */
export const lifeOf = (db: Database, record: RecordName, id: string): RecordChange[] => {
  const fields = fieldTables(db, record)
  const parts = Object.entries(partsOf[record] ?? {})
  const partIds = new Map(parts.map(([table, owner]) => [table, idsOfParts(db, table, owner, id)]))
  const inParts = [...partIds].flatMap(([table, ids]) => [...ids].map(part => `${table} ${part}`))
  // Links of parts, such as the evidence of an indicator, begin with the id of the part.
  const owners = [id, ...[...partIds.values()].flatMap(ids => [...ids])]
  const linked = [...fields, ...parts.flatMap(([table]) => fieldTables(db, table as RecordName))]
  return told(
    db,
    db.all<Change>(
      `select ${columns} from change as c where
         (c."table" = ?1 and c.id = ?2)
         or (c."table" in (${listed(linked)}) and
             iif(c.id glob '[[]*', c.id ->> 0, c.id) in (select value from json_each(?3)))
         or (c."table" in (${listed([...partIds.keys()])}) and
             c."table" || ' ' || c.id in (select value from json_each(?4)))
       order by c.seq`,
      [record, id, JSON.stringify(owners), JSON.stringify(inParts)],
    ),
  )
}

/** The parts of a record that are there or ever were. */
const idsOfParts = (db: Database, table: string, owner: string, id: string): Set<string> =>
  new Set(
    db
      .all<{ id: string }>(
        `select id from "${table}" where "${owner}" = ?1 union
         select id from change where "table" = ?2 and op <> 'update'
           and coalesce(after, before) ->> '$.${owner}' = ?1`,
        [id, table],
      )
      .map(row => row.id),
  )

const commandsOf = (db: Database, changes: readonly Change[]): Told[] => {
  const byCommand = grouped(changes, change => change.tx)
  const commands = db.all<Transaction>(
    'select id, at, actor, label, undoOf from tx where id in (select value from json_each(?)) order by id desc',
    [JSON.stringify([...byCommand.keys()])],
  )
  return commands.map(command => ({ ...command, changes: byCommand.get(command.id) ?? [] }))
}

/** Changes in the words of the records, newest command first. */
const told = (db: Database, changes: readonly Change[]): RecordChange[] => {
  const names = namesIn(db)
  const targets: Targets = new Map(linksOf(db).map(({ table, column, parent }) => [`${table} ${column}`, parent]))
  const whole = wholeValues(db)
  const words = (table: string, column: string, json: string | undefined): string =>
    json === undefined ? '' : fieldWords(names, targets, table, column, JSON.parse(json))

  const ownFields = (net: NetChange): FieldChange[] => {
    const { table, op, before } = net
    const after = whole(net)
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter(column => !isHidden(table, column))
      .map(column => ({
        field: fieldName(table, column),
        before: op === 'insert' ? null : words(table, column, before.get(column)),
        after: op === 'delete' ? null : words(table, column, after.get(column)),
      }))
      .filter(({ before, after }) => (before ?? '') !== (after ?? ''))
  }

  /** A link as a field of its record: what it points at, and in what part. */
  const linkFields = ({ table, id, op, before, after }: NetChange): FieldChange[] => {
    const key = JSON.parse(id) as string[]
    const owner = recordOfTable(table)
    const other = [...targets].find(([column]) => column.startsWith(`${table} `) && column !== `${table} ${owner}`)
    // A mention names the table of what it points at; a decision points at nothing.
    const name = other
      ? names.nameOf(other[1], String(key[1]))
      : key.length > 2
        ? names.nameOf(String(key[1]), String(key[2]))
        : ''
    const said = (image: Image) => {
      const wordsIn = (columns: readonly string[]) =>
        columns.map(column => words(table, column, image.get(column))).filter(Boolean)
      const why = [wordsIn(linkKinds).join(', '), ...wordsIn(linkReasons)].filter(Boolean).join(': ')
      return name === '' || why === '' ? `${name}${why}` : `${name} (${why})`
    }
    if (op === 'update' && ![...linkKinds, ...linkReasons].some(column => after.has(column))) return []
    return [
      {
        field: fieldName(table, ''),
        before: op === 'insert' ? '' : said(before),
        after: op === 'delete' ? '' : said(after),
      },
    ]
  }

  const place = ({ record }: RecordChange) => recordName.options.indexOf(record)
  return commandsOf(db, changes).flatMap(({ id: tx, at, actor, label, changes }) =>
    [...grouped(netOfAll(changes), ({ table, id }) => `${recordFor(table)} ${ownerOf(table, id)}`)]
      .flatMap(([key, nets]): RecordChange[] => {
        const space = key.indexOf(' ')
        const [record, id] = [key.slice(0, space) as RecordName, key.slice(space + 1)]
        const own = nets.find(({ table }) => table === record)
        const fields = nets.flatMap(net =>
          isPart(net.table) && partOf[net.table] === undefined ? linkFields(net) : ownFields(net),
        )
        // Only the place in a list, or the instant of the update: nothing that a person did to this record.
        if (fields.length === 0 && (own === undefined || own.op === 'update')) return []
        const name = names.nameOf(record, id)
        return [{ tx, at, actor, label, record, id, name, op: own?.op ?? 'update', fields }]
      })
      .sort((one, other) => place(one) - place(other)),
  )
}

/** The long values that a command left, which the log does not repeat: as they were until their next change, or as they are. */
const wholeValues = (db: Database) => {
  return ({ table, id, after, seq }: NetChange): Image => {
    const abridged = [...after].filter(([, value]) => value.startsWith('{"length"')).map(([column]) => column)
    // The words of a text are not shown at all.
    if (abridged.length === 0 || table === 'textVersion') return after
    const whole = new Map(after)
    const later = db.all<{ before: string }>(
      `select before from change where seq > ? and "table" = ? and id = ? and before is not null order by seq`,
      [seq, table, id],
    )
    const now = db.get<Record<string, unknown>>(`select * from "${table}" where id = ?`, [id])
    for (const column of abridged) {
      const images = later.map(({ before }) => JSON.parse(before) as Record<string, unknown>)
      const value = images.find(image => Object.hasOwn(image, column))?.[column] ?? now?.[column]
      if (typeof value === 'string') whole.set(column, JSON.stringify(value))
    }
    return whole
  }
}
