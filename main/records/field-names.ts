import { type MessageKey, messages } from '../../shared/messages.ts'
import { say } from '../say.ts'
import { recordOfTable } from '../store/log/change-log.ts'

/** Columns that say nothing to a person: keys, instants that the table keeps itself, what is derived from other columns. */
const hidden = new Set(['id', 'created', 'updated', 'textSha256', 'fileSha256', 'prefix', 'suffix', 'sha256'])

const hiddenOf: Record<string, readonly string[]> = {
  note: ['text'],
  source: ['statements'],
  textVersion: ['source', 'blocks', 'pages'],
  anchor: ['excerpt', 'textVersion', 'start', 'end'],
  originalPointer: ['excerpt', 'start', 'end', 'passageSha256'],
  original: ['source'],
  riskAction: ['risk', 'sequence'],
  indicator: ['risk', 'sequence', 'changed'],
  assessment: ['risk'],
  review: ['risk'],
  excerpt: ['source'],
  edition: ['briefing', 'blocks', 'told', 'answers', 'positions'],
  hypothesis: ['inquiry'],
}

export const isHidden = (table: string, column: string): boolean =>
  hidden.has(column) ||
  (hiddenOf[table]?.includes(column) ?? false) ||
  (column === 'sequence' && recordOfTable(table) !== table)

type Named = MessageKey extends infer Key ? (Key extends `changes.field.${infer Name}` ? Name : never) : never

/** Whether the catalogue has a better name for a column than its own. */
const isNamed = (column: string): column is Named => Object.hasOwn(messages, `changes.field.${column}`)

const spaced = (name: string): string => name.replace(/[A-Z]/g, capital => ` ${capital.toLowerCase()}`).trim()

/** What a person calls a column, or the list that a link table keeps. */
export const fieldName = (table: string, column: string): string => {
  const record = recordOfTable(table)
  if (record !== table && table !== 'originalPointer') return spaced(table.slice(record.length))
  return isNamed(column) ? say(`changes.field.${column}`) : spaced(column)
}
