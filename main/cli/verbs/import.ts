import path from 'node:path'
import type { ImportResult } from '../../../shared/contract/sources.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import { importFileAt } from '../../import-file.ts'
import { say } from '../../say.ts'
import { importFile } from '../importer.ts'
import { table } from '../table.ts'
import { type Answer, openAt, type Place } from '../verb.ts'

/** What became of one file. An original of a digest, which becomes a further text version, counts as imported. */
type FileOutcome = {
  file: string
  outcome: 'imported' | 'duplicate' | 'failed'
  source: string | null
  message: string
}

/** `import CASE FILES…`: each file stands or falls alone, and all are one step of undo. */
export async function importFiles(place: Place, { file, files }: { file: string; files: string[] }): Promise<Answer> {
  await openAt(place, file)
  const outcomes: FileOutcome[] = []
  let command: number | null = null
  for (const name of files) {
    place.progress(say('cli.reading', { file: name }))
    const imported = await importFileAt(place.workbench.call, importFile, name, command)
    if (imported.ok) command = imported.value.command
    outcomes.push(outcomeOf(name, imported))
  }
  const count = (outcome: FileOutcome['outcome']) => outcomes.filter(one => one.outcome === outcome).length
  const failed = count('failed')
  const rows = outcomes.map(one => [one.file, one.outcome, one.message])
  const columns = [{ head: 'cli.column.file' }, { head: 'cli.column.outcome' }, { head: 'cli.column.message' }] as const
  const summary = say('cli.importDone', { imported: count('imported'), duplicates: count('duplicate'), failed })
  return {
    document: { case: path.resolve(file), files: outcomes },
    text: `${table([...columns], rows, place.width)}\n${summary}\n`,
    failed: failed > 0,
  }
}

function outcomeOf(file: string, imported: Outcome<ImportResult>): FileOutcome {
  if (!imported.ok) return { file, outcome: 'failed', source: null, message: imported.message }
  const { outcome, source, message } = imported.value
  return { file, outcome: outcome === 'duplicate' ? 'duplicate' : 'imported', source, message }
}
