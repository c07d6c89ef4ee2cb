// A thousand articles: read by the importers, read in the process of the command line, and kept in a case, against reading
// the files alone. Run: npm run bench importing [ARTICLES]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { createImporter } from '../../main/cli/importer.ts'
import { importFileAt } from '../../main/import-file.ts'
import { processes } from '../../main/setup/build.mjs'
import { createWorkbench } from '../../main/workbench.ts'
import { importBytes } from '../../renderer/importers/index.ts'
import { fakeDesktop, seedsDirectory } from '../support/case.ts'
import { articleOf, randomFrom } from './corpus.ts'
import { printTable } from './measure.ts'

const articles = Number(process.argv[2] ?? 1_000)
const articleLength = 6_000

// The importer looks for its process beside itself.
await build({
  ...processes(),
  entryPoints: { 'importer-process': path.resolve('main/cli/importer-process.ts') },
  outdir: __dirname,
  sourcemap: false,
})

const folder = mkdtempSync(path.join(tmpdir(), 'glossator-importing-'))
const random = randomFrom(23)
mkdirSync(path.join(folder, 'articles'))
const files = Array.from({ length: articles }, (_, number) => {
  const name = `article ${number}.txt`
  const from = path.join(folder, 'articles', name)
  writeFileSync(
    from,
    `The report of day ${number}\n\nBy Jane Doe\n14 March 2025\n\n${articleOf(random, articleLength)}`,
  )
  return { name, from }
})

const timed = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

const alone = await timed(async () => {
  for (const { from } of files) readFileSync(from)
})
const decoded = await timed(async () => {
  for (const { from } of files) new TextDecoder().decode(readFileSync(from))
})
const parsed = await timed(async () => {
  for (const { name, from } of files) {
    const imported = await importBytes(name, new Uint8Array(readFileSync(from)))
    if (!('draft' in imported)) throw new Error(`${name} was not read`)
  }
})
const readApart = async (filesOfProcess: number, some: typeof files) => {
  const importer = createImporter({ seconds: 30, megabytes: 50, memoryMegabytes: 1024, filesOfProcess })
  const seconds = await timed(async () => {
    for (const file of some) {
      const read = await importer.read(file, async () => undefined)
      if (!('draft' in read)) throw new Error(`${file.name} was not read`)
    }
  })
  importer.end()
  return seconds
}
const apart = await readApart(200, files)
const few = files.slice(0, Math.max(1, articles / 20))
const apartEach = (await readApart(1, few)) * (articles / few.length)

const workbench = createWorkbench({ host: fakeDesktop(), dataDirectory: folder, seedsDirectory })
await workbench.create(path.join(folder, 'bench.gloss'))
const importer = createImporter()
const kept = await timed(async () => {
  let command: number | null = null
  for (const file of files) {
    const arrived = await importFileAt(workbench.call, importer.read, file, { command, enclosedIn: null })
    if (arrived.outcome !== 'imported') throw new Error(arrived.message)
    command = arrived.command
  }
})
importer.end()
await workbench.close()
rmSync(folder, { recursive: true, force: true })

const row = (what: string, seconds: number) => [what, Math.round(articles / seconds), seconds, seconds / alone]
console.log(`${articles} articles of ${articleLength} characters`)
printTable(
  ['', 'articles/s', 'seconds', '× the files alone'],
  [
    row('the files alone', alone),
    row('the files, decoded', decoded),
    row('read by the importers', parsed),
    row('read in the process of the command line', apart),
    row('the same with a process for each (by a twentieth)', apartEach),
    row('kept in a case, as by the command line', kept),
  ],
)
