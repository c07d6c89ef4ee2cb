// npm run corpus -- FOLDER…: imports every file of folders into a real case, each read in a process that is watched, and
// prints by format what became of them: how many were imported, the sentences of the others, the slowest, what blocks the
// texts have. A file that crashes or hangs its reader, or a sentence that names no cause, makes the exit status 1.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findFiles } from '../../main/cli/found-files.ts'
import { createImporter } from '../../main/cli/importer.ts'
import { type Arrived, importFileAt } from '../../main/import-file.ts'
import { createWorkbench } from '../../main/workbench.ts'
import type { SourceId } from '../../shared/model/id.ts'
import { enclosedName } from '../../shared/rules/file-names.ts'
import { mostEnclosures } from '../../shared/rules/import-limits.ts'
import { printTable, quantile } from '../bench/measure.ts'
import { fakeDesktop, seedsDirectory } from '../support/case.ts'

type Tried = {
  name: string
  outcome: Arrived['outcome']
  message: string
  seconds: number
  kinds: string[]
  warnings: number
}

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.log('Which folder? For example: npm run corpus -- /usr/share/doc')
  process.exit(2)
}

const directory = mkdtempSync(path.join(tmpdir(), 'glossator-corpus-'))
const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: directory, seedsDirectory })
await workbench.create(path.join(directory, 'corpus.gloss'))
const importer = createImporter()
const tried = new Map<string, Tried[]>()
let command: number | null = null

const endingOf = (name: string) => /\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '(none)'

type ToTry = { name: string; from: string | Uint8Array; depth: number; enclosedIn: SourceId | null }

const attempt = async ({ name, from, depth, enclosedIn }: ToTry): Promise<void> => {
  const begun = performance.now()
  const arrived = await importFileAt(workbench.call, importer.read, { name, from }, { command, enclosedIn })
  const seconds = (performance.now() - begun) / 1000
  const one: Tried = { name, outcome: arrived.outcome, message: arrived.message, seconds, kinds: [], warnings: 0 }
  const ending = endingOf(name)
  tried.set(ending, [...(tried.get(ending) ?? []), one])
  if (!('source' in arrived)) return
  command = arrived.command ?? command
  const detail = await workbench.call('sources.read', { id: arrived.source })
  if (detail.ok) {
    one.kinds = detail.value.version.blocks.map(block => (block.apparatus ? 'apparatus' : block.kind))
    one.warnings = detail.value.source.warnings.length
  }
  if (depth >= mostEnclosures) return
  for (const enclosed of arrived.enclosed)
    await attempt({
      name: enclosedName(enclosed.name, 'enclosed'),
      from: enclosed.from,
      depth: depth + 1,
      enclosedIn: arrived.source,
    })
}

const { files, leftOut } = findFiles(folders)
for (const { name, from } of files) {
  process.stderr.write(`\r${name.slice(-100).padEnd(100)}`)
  await attempt({ name, from, depth: 0, enclosedIn: null })
}
process.stderr.write(`\r${' '.repeat(100)}\r`)
importer.end()

const counted = (values: readonly string[], most: number) => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).slice(0, most)
}
const withOutcome = (those: readonly Tried[], ...outcomes: Tried['outcome'][]) =>
  those.filter(one => outcomes.includes(one.outcome))

const formats = [...tried].sort(([, one], [, other]) => other.length - one.length)
printTable(
  ['format', 'files', 'imported', 'duplicates', 'references', 'refused', 'median s', 'slowest s', 'blocks', 'warnings'],
  formats.map(([ending, those]) => [
    `.${ending}`,
    String(those.length),
    String(withOutcome(those, 'imported', 'version').length),
    String(withOutcome(those, 'duplicate').length),
    String(withOutcome(those, 'references').length),
    String(withOutcome(those, 'failed').length),
    quantile(
      those.map(({ seconds }) => seconds),
      0.5,
    ).toFixed(3),
    Math.max(...those.map(({ seconds }) => seconds)).toFixed(2),
    String(those.reduce((sum, { kinds }) => sum + kinds.length, 0)),
    String(those.reduce((sum, { warnings }) => sum + warnings, 0)),
  ]),
)

for (const [ending, those] of formats) {
  const kinds = counted(
    those.flatMap(one => one.kinds),
    12,
  )
  const refusals = withOutcome(those, 'failed')
  // What a sentence says apart from the file it says it of.
  const sentences = counted(
    refusals.map(({ message, name }) => message.replaceAll(name, '…').replace(/“…”|\d+/g, '…')),
    20,
  )
  const slowest = those.toSorted((one, other) => other.seconds - one.seconds).slice(0, 3)
  console.log(`\n.${ending}`)
  if (kinds.length > 0) console.log(`  blocks: ${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ')}`)
  for (const [sentence, count] of sentences) console.log(`  ${count} × ${sentence}`)
  for (const { name, seconds } of slowest) if (seconds > 2) console.log(`  ${seconds.toFixed(1)} s: ${name}`)
}

const check = await workbench.call('check.run', {})
const findings = check.ok ? check.value.findings.filter(({ severity }) => severity === 'corrupt') : []
await workbench.close()
rmSync(directory, { recursive: true, force: true })

// The sentences of the process that was lost to a file.
const lost = [...tried.values()]
  .flat()
  .filter(({ message }) => /the process that read it ended|reading it took longer/.test(message))
for (const { name, message } of lost) console.log(`\nLOST ${name}: ${message}`)
for (const finding of findings) console.log(`\nCORRUPT ${JSON.stringify(finding)}`)
const all = [...tried.values()].flat()
console.log(
  `\n${all.length} files (${leftOut.length} hidden), ${withOutcome(all, 'failed').length} refused, ${lost.length} crashed or hung, ${findings.length} damages in the case`,
)
process.exitCode = lost.length + findings.length > 0 ? 1 : 0
