import { listWords } from '../../shared/formats.ts'
import { grouped } from '../../shared/rules/groups.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { recordOfTable } from '../store/log/change-log.ts'
import type { Explained } from '../store/log/take-back.ts'
import { fieldName, isHidden } from './field-names.ts'
import { type Names, namesIn } from './names.ts'

/** Sentences before the others are only counted. */
const mostSentences = 20

const firstOf = (id: string): string => (id.startsWith('[') ? String(JSON.parse(id)[0]) : id)

/** The record that a row belongs to, where a person thinks of it as a part. */
const ownerOf = (table: string, id: string): { table: string; id: string } => {
  const record = recordOfTable(table)
  if (table === 'anchor' || table === 'originalPointer') return { table: 'excerpt', id: firstOf(id) }
  if (table === 'original') return { table: 'source', id }
  return record === table ? { table, id } : { table: record, id: firstOf(id) }
}

const kindOf = (table: string, count = 1): string => say(`history.kind.${recordOfTable(table)}`, { count })

/** `the claim “T-07: 50 %”` */
const called = (names: Names, { table, id }: { table: string; id: string }): string =>
  say('changes.called', { kind: kindOf(table), title: names.nameOf(table, id) })

const upper = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

const since = (by: string | null): string => (by === null ? '' : say('changes.by', { title: by }))

/** What holds a row, by kind and number: `3 excerpts and 1 claim`. */
const holders = (by: readonly { table: string; id: string }[]): { holders: string; count: number } => {
  const records = grouped(
    by.map(({ table, id }) => ownerOf(table, id)),
    ({ table }) => table,
  )
  const counts = [...records].map(([table, rows]) => ({ table, count: new Set(rows.map(({ id }) => id)).size }))
  const words = counts.map(({ table, count }) => say('changes.count', { count, kind: kindOf(table, count) }))
  return {
    holders: listWords(words),
    count: counts.reduce((sum, { count }) => sum + count, 0),
  }
}

/** One sentence, or none where what was left matters to nobody: the place in a list, the instant of an update. */
const sentenceOf = (names: Names, { change, reason, by }: Explained, left: ReadonlySet<string>): string | null => {
  const { table, id } = change
  const owner = ownerOf(table, id)
  const isPart = owner.table !== table
  const what = called(names, owner)
  switch (reason.why) {
    case 'changed': {
      if (change.op === 'insert') return isPart ? null : say('changes.keptChanged', { what, by: since(by) })
      const fields = reason.columns.filter(column => !isHidden(table, column)).map(column => fieldName(table, column))
      if (fields.length === 0) return null
      const list = listWords(fields)
      return say('changes.leftChanged', { what, fields: list, count: fields.length, by: since(by) })
    }
    case 'removed':
      return isPart ? null : say('changes.leftRemoved', { what, by: since(by) })
    case 'needed':
      // The text and the file of a source stay with it.
      if (isPart || table === 'attachment' || table === 'textVersion') return null
      return say('changes.keptNeeded', { what, ...holders(reason.by) })
    case 'lost': {
      // One word for a record and all that was to come back with it.
      if (isPart && left.has(`${owner.table} ${owner.id}`)) return null
      if (left.has(`${reason.table} ${reason.id}`)) return null
      const lost = called(names, reason)
      if (change.op === 'delete' && !isPart) return say('changes.notBack', { what, lost, by: since(by) })
      return say('changes.leftLost', { what, lost, by: since(by) })
    }
    case 'taken':
      return say('changes.taken', { what, other: called(names, { table: reason.table, id: reason.id }) })
    case 'unfit':
      return say('changes.unfit', { kind: table })
  }
}

/** What a person is told of what undo left: each thing once, by name, with the command that changed it since. */
export const leftSentences = (db: Database, left: readonly Explained[]): string[] => {
  const names = namesIn(db)
  const rows = new Set(
    left.filter(({ change }) => change.op === 'delete').map(({ change }) => `${change.table} ${change.id}`),
  )
  const all = left.flatMap(item => {
    const sentence = sentenceOf(names, item, rows)
    return sentence === null ? [] : upper(sentence)
  })
  const sentences = [...new Set(all)]
  const more = sentences.length - mostSentences
  return more > 0 ? [...sentences.slice(0, mostSentences), say('changes.moreLeft', { count: more })] : sentences
}
