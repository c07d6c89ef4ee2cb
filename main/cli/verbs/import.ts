import path from 'node:path'
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

/** `import CASE FILES…`: each file stands or falls alone. */
export async function importFiles(place: Place, { file, files }: { file: string; files: string[] }): Promise<Answer> {
  await openAt(place, file)
  const outcomes: FileOutcome[] = []
  for (const name of files) {
    place.progress(say('cli.reading', { file: name }))
    outcomes.push(await importOne(place, name))
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

async function importOne({ workbench }: Place, file: string): Promise<FileOutcome> {
  const read = await importFile(file)
  if ('refusal' in read) return { file, outcome: 'failed', source: null, message: read.refusal }
  const input = { draft: read.draft, fileName: path.basename(file), bytes: read.bytes }
  const outcome = await workbench.call('sources.import', input)
  if (!outcome.ok) return { file, outcome: 'failed', source: null, message: outcome.message }
  const { source, message } = outcome.value
  return { file, outcome: outcome.value.outcome === 'duplicate' ? 'duplicate' : 'imported', source, message }
}
