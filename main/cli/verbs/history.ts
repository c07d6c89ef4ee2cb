import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { HistoryEntry, RecordChange } from '../../../shared/contract/history.ts'
import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import type { HistoryOf } from '../arguments.ts'
import type { ExportHost } from '../host.ts'
import { type Column, table } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

const commandColumns: Column[] = [
  { head: 'cli.column.command', figures: true },
  { head: 'cli.column.when' },
  { head: 'cli.column.who' },
  { head: 'cli.column.did' },
  { head: 'cli.column.version' },
]

const changeColumns: Column[] = [
  { head: 'cli.column.command', figures: true },
  { head: 'cli.column.record' },
  { head: 'cli.column.field' },
  { head: 'cli.column.before' },
  { head: 'cli.column.after' },
]

const commandRow = ({ id, at, actor, label, undoOf, version }: HistoryEntry): string[] => [
  String(id),
  at.slice(0, 19).replace('T', ' '),
  actor,
  undoOf === null ? label : say('cli.undoOf', { label, tx: undoOf }),
  version ?? '',
]

const changeRows = ({ tx, record, name, op, fields }: RecordChange): string[][] => {
  const what = say(`cli.change.${op}`, { kind: say(`history.kind.${record}`, { count: 1 }), name })
  const rows = fields.map(({ field, before, after }) => [field, before ?? '', after ?? ''])
  return (rows.length > 0 ? rows : [['', '', '']]).map((row, index) => [
    index === 0 ? String(tx) : '',
    index === 0 ? what : '',
    ...row,
  ])
}

/** `history CASE`: the commands, newest first; or the life of a record; or what one command did. */
export async function showHistory(
  place: Place,
  { file, of, limit }: { file: string; of: HistoryOf; limit: number },
): Promise<Answer> {
  await lookAt(place, file)
  if (of === null) {
    const commands = await ask(place, 'history.list', { limit })
    return { document: { commands }, text: table(commandColumns, commands.map(commandRow), place.width) }
  }
  const found = await ('tx' in of ? ask(place, 'history.changes', of) : ask(place, 'history.ofRecord', of))
  const changes = found.slice(0, limit)
  return { document: { changes }, text: table(changeColumns, changes.flatMap(changeRows), place.width) }
}

/** `as-of CASE COMMAND`: a copy of the case as it stood after a command. */
export async function saveAsOf(
  place: Place,
  { file, tx, out }: { file: string; tx: number; out: string },
  host: ExportHost,
): Promise<Answer> {
  if (existsSync(out) && existsSync(file) && realpathSync(out) === realpathSync(file))
    throw new Refused(say('cli.outIsCase', { file: out }))
  await lookAt(place, file)
  host.saveTo(path.resolve(out))
  await ask(place, 'history.saveAsOf', { tx })
  return {
    document: { case: path.resolve(file), command: tx, file: path.resolve(out) },
    text: `${say('cli.asOfSaved', { file: out, tx })}\n`,
  }
}
