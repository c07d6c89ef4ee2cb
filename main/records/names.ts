import type { Claim } from '../../shared/model/claim.ts'
import type { TypedValue } from '../../shared/model/typed-value.ts'
import { clipped } from '../../shared/rules/sentence.ts'
import { claimWords } from '../../shared/rules/words.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

/** Values of a row by column, as they are in the table; JSON is text. */
export type Fields = Record<string, unknown>

/** What records are called, also those that are no longer in the case: the log knows what they were. */
export type Names = {
  /** What a person calls a record, without its kind: by its ref or title, else by its words. */
  nameOf(table: string, id: string): string
  /** The fields of a row as they are, or as they were when it was removed; undefined when nothing is known of it. */
  fieldsOf(table: string, id: string): Fields | undefined
}

const longestName = 80

const keyOf = (table: string, id: string) => `${table} ${id}`

/** The rows that were removed at some time, by table and id, with the number of the change that last did so. */
const removedRows = (db: Database): Map<string, number> =>
  new Map(
    db
      .all<{ seq: number; table: string; id: string }>(
        `select seq, "table", id from change where op = 'delete' order by seq`,
      )
      .flatMap(({ seq, table, id }): [string, number][] => {
        const own: [string, number] = [keyOf(table, id), seq]
        // The words of an excerpt are those of its place, whose id begins with that of the excerpt.
        return table === 'anchor' ? [own, [keyOf(table, String(JSON.parse(id)[0])), seq]] : [own]
      }),
  )

const quoted = (name: string) => `"${name}"`

/** Where the key of a table is not called `id`. */
const keys: Record<string, string> = {
  attachment: 'sha256',
  original: 'source',
  originalPointer: 'excerpt',
  anchor: 'excerpt',
}

export const namesIn = (db: Database): Names => {
  const known = new Map<string, Fields | undefined>()
  let removed: Map<string, number> | null = null

  const lost = (table: string, id: string): Fields | undefined => {
    // One pass through the log, and only when something is named that is not there any more.
    removed ??= removedRows(db)
    const seq = removed.get(keyOf(table, id))
    if (seq === undefined) return undefined
    const { before } = db.get<{ before: string }>('select before from change where seq = ?', [seq]) ?? { before: '{}' }
    return JSON.parse(before) as Fields
  }

  const fieldsOf: Names['fieldsOf'] = (table, id) => {
    const key = keyOf(table, id)
    if (!known.has(key)) {
      const here = db.get<Fields>(`select * from ${quoted(table)} where ${quoted(keys[table] ?? 'id')} = ?`, [id])
      known.set(key, here ?? lost(table, id))
    }
    return known.get(key)
  }

  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const field = (table: string, id: unknown, column: string) => text(fieldsOf(table, text(id))?.[column])
  const refOf = (fields: Fields) => field('term', fields.term, 'ref')
  const titleOf = (source: unknown) => field('source', source, 'title') || say('changes.untitled')

  const stated = (fields: Fields): string =>
    claimWords({
      polarity: 'asserts',
      raw: '',
      basis: '',
      condition: '',
      qualifier: 'exactly',
      ...(fields as Partial<Claim>),
      value: typeof fields.value === 'string' ? (JSON.parse(fields.value) as TypedValue) : null,
    })

  const namers: Record<string, (fields: Fields) => string> = {
    source: fields => text(fields.title) || say('changes.untitled'),
    textVersion: fields => say('changes.textOf', { number: Number(fields.number), title: titleOf(fields.source) }),
    attachment: fields =>
      db.get<{ fileName: string }>('select fileName from textVersion where fileSha256 = ?', [text(fields.sha256)])
        ?.fileName ?? text(fields.sha256).slice(0, 12),
    excerpt: fields => field('anchor', fields.id, 'exact'),
    anchor: fields => text(fields.exact),
    originalPointer: fields => nameOf('excerpt', text(fields.excerpt)),
    term: fields => `${text(fields.ref)} ${text(fields.name)}`,
    risk: fields => `${text(fields.ref)} ${text(fields.title)}`,
    claim: fields => `${refOf(fields)}: ${stated(fields)}`,
    position: fields => `${refOf(fields)}: ${stated(fields)}`,
    conflict: fields => `${refOf(fields)}: ${text(fields.reason) || text(fields.kind)}`,
    inquiry: fields => text(fields.question),
    edition: fields =>
      `${field('briefing', fields.briefing, 'title') || say('changes.untitled')}, ${Number(fields.number)}`,
    riskAction: fields => text(fields.text),
    indicator: fields => text(fields.statement),
    assessment: fields =>
      `${field('risk', fields.risk, 'ref')}: ${text(fields.kind)}, ${text(fields.likelihoodWord)}, ${text(fields.date)}`,
    review: fields => `${field('risk', fields.risk, 'ref')}: ${text(fields.outcome)}, ${text(fields.date)}`,
  }

  const nameOf = (table: string, id: string): string => {
    const fields = fieldsOf(table, id)
    if (!fields) return say('changes.unknown')
    const name = namers[table]?.(fields) ?? (text(fields.title) || text(fields.name))
    return clipped(name, longestName) || say('changes.untitled')
  }

  return { nameOf, fieldsOf }
}
