import path from 'node:path'
import type { ImportOutcome } from '../../../shared/contract/imports.ts'
import type { ImportResult } from '../../../shared/contract/sources.ts'
import type { SourceId } from '../../../shared/model/id.ts'
import { enclosedName } from '../../../shared/rules/file-names.ts'
import { mostEnclosures } from '../../../shared/rules/import-limits.ts'
import { importSummary, outcomeWords } from '../../exporters/import-report.ts'
import { type Arrived, importFileAt } from '../../import-file.ts'
import { say } from '../../say.ts'
import { type FoundFile, findFiles } from '../found-files.ts'
import { createImporter } from '../importer.ts'
import { table } from '../table.ts'
import { type Answer, openAt, type Place } from '../verb.ts'

/** What became of one file. `within`: the file it came in, such as a mail; null for a file of its own. */
type FileOutcome = {
  file: string
  within: string | null
  outcome: ImportOutcome
  source: SourceId | null
  message: string
  resembles: ImportResult['resembles']
}

/** As many as this are listed with the others; more that were left out are counted only. */
const fewLeftOut = 3

/**
 * `import CASE FILES…`: folders with all that is in them, and what files enclose after them. Each file stands or falls
 * alone, and all are one step of undo.
 */
export async function importFiles(place: Place, { file, files }: { file: string; files: string[] }): Promise<Answer> {
  await openAt(place, file)
  const found = findFiles(files)
  const outcomes: FileOutcome[] = []
  const importer = createImporter()
  let command: number | null = null

  type Enclosing = { name: string; source: SourceId; depth: number }
  const take = async (one: FoundFile, within: Enclosing | null): Promise<void> => {
    place.progress(say('cli.reading', { file: one.asked }))
    const at = { command, enclosedIn: within?.source ?? null }
    const arrived = await importFileAt(place.workbench.call, importer.read, one, at)
    outcomes.push(outcomeOf(one, within?.name ?? null, arrived))
    if (!('source' in arrived)) return
    command = arrived.command ?? command
    const depth = (within?.depth ?? 0) + 1
    for (const enclosed of arrived.enclosed) {
      const name = enclosedName(enclosed.name, say('imports.enclosed'))
      if (depth > mostEnclosures) {
        const reason = say('imports.enclosedTooDeep', { limit: mostEnclosures })
        outcomes.push({ ...leftOut(name, reason), within: one.asked })
      } else
        await take(
          { name, asked: name, from: enclosed.from, cameAlong: true },
          { name: one.asked, source: arrived.source, depth },
        )
    }
  }
  try {
    for (const one of found.files) await take(one, null)
  } finally {
    importer.end()
  }
  outcomes.push(...found.leftOut.map(({ name, reason }) => leftOut(name, reason)))
  return {
    document: { case: path.resolve(file), files: outcomes },
    text: `${textOf(outcomes, place.width)}\n`,
    failed: outcomes.some(({ outcome }) => outcome === 'failed'),
  }
}

function textOf(outcomes: readonly FileOutcome[], width: number): string {
  const isMany = outcomes.filter(({ outcome }) => outcome === 'left out').length > fewLeftOut
  const rows = outcomes
    .filter(({ outcome }) => !isMany || outcome !== 'left out')
    .map(({ file, within, outcome, message, resembles }) => [
      within === null ? file : say('imports.reportWithin', { file, within }),
      outcomeWords(outcome),
      [message, ...resembles.map(({ reason }) => reason)].join(' '),
    ])
  const columns = [{ head: 'cli.column.file' }, { head: 'cli.column.outcome' }, { head: 'cli.column.message' }] as const
  return `${table([...columns], rows, width)}\n${importSummary(outcomes) || say('cli.nothing')}`
}

const leftOut = (file: string, message: string): FileOutcome => ({
  file,
  within: null,
  outcome: 'left out',
  source: null,
  message,
  resembles: [],
})

function outcomeOf({ asked: file, cameAlong }: FoundFile, within: string | null, arrived: Arrived): FileOutcome {
  const { outcome, message } = arrived
  if ('source' in arrived) {
    return { file, within, outcome, source: arrived.source, message, resembles: arrived.resembles }
  }
  // Of a folder or a mail only what can be imported was meant.
  if ('unknownKind' in arrived && arrived.unknownKind && cameAlong) return { ...leftOut(file, message), within }
  return { file, within, outcome, source: null, message, resembles: [] }
}
