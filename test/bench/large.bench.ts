// What the workbench's answers cost in a case near the limits: npm run bench large [-- SOURCES MEGABYTES].
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createWorkbench } from '../../main/workbench.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract.ts'
import { fakeDesktop, importInput, seedsDirectory } from '../support/case.ts'
import { makeLargeCase } from '../support/large-case.ts'
import { articleOf, randomFrom } from './corpus.ts'
import { median, printTable } from './measure.ts'
import { workFolder } from './rivals.ts'

const [sources = 20_000, megabytes = 2_000] = process.argv.slice(2).map(Number)
const turns = 5

const folder = join(workFolder, 'large')
const path = join(folder, `${sources}-${megabytes}.gloss`)
mkdirSync(folder, { recursive: true })
if (!existsSync(path)) {
  const begun = performance.now()
  const file = await makeLargeCase(path, { sources, megabytes })
  file.close()
  console.log(`Made ${sources} sources, ${megabytes} MB, in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}

const workbench = createWorkbench({
  host: fakeDesktop(),
  dataDirectory: folder,
  seedsDirectory,
  checkAnswers: false,
})

const ask = async <Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
  const outcome = await workbench.call(name as string, input)
  if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`)
  return outcome.value as OutputOf<Name>
}

const rows: [string, number, number, number][] = []
const time = async <Result>(what: string, work: () => Promise<Result>, times = turns): Promise<Result> => {
  const taken: number[] = []
  let result: Result | undefined
  for (let turn = 0; turn < times; turn++) {
    const begun = performance.now()
    result = await work()
    taken.push(performance.now() - begun)
  }
  const bytes = JSON.stringify(result ?? null).length
  rows.push([what, taken[0] ?? 0, median(taken), bytes / 1000])
  if (process.env.VERBOSE)
    console.error(what, Math.round(taken[0] ?? 0), Math.round(median(taken)), Math.round(bytes / 1000))
  return result as Result
}

const opened = await time('open', () => workbench.open(path), 1)
if (!opened.ok) throw new Error(opened.message)
await time('case.state', () => ask('case.state', {}))
const list = await time('sources.list', () => ask('sources.list', {}))
const source = list[Math.floor(list.length / 2)]?.id ?? ''
await time('sources.read', () => ask('sources.read', { id: source }))
await time('sources.removal', () => ask('sources.removal', { id: source }))
await time('excerpts.list of one source', () => ask('excerpts.list', { source }))
await time('excerpts.list of all', () => ask('excerpts.list', {}))
await time('tags.list', () => ask('tags.list', {}))
await time('terms.list', () => ask('terms.list', {}))
await time('claims.list', () => ask('claims.list', {}))
await time('matrix.frame', () => ask('matrix.frame', { axis: 'sources', asOf: null, grain: null }))
await time('conflicts.list', () => ask('conflicts.list', {}))
await time('risks.register', () => ask('risks.register', {}))
await time('search.find, a rare word', () => ask('search.find', { query: 'brostan', limit: 50 }))
await time('search.find, a common word', () => ask('search.find', { query: 'ben', limit: 50 }))
await time('search.find, a filter only', () => ask('search.find', { query: 'kind:source', limit: 50 }))
await time('history.list', () => ask('history.list', { limit: 100 }))

const random = randomFrom(99)
let command: number | null = null
await time(
  'sources.import of 6 KB',
  async () => {
    const words = articleOf(random, 6_000).trim()
    const kept = await ask('sources.import', { ...importInput(words, { title: words.slice(0, 40) }), command })
    command = kept.command
    return kept
  },
  50,
)
await time('history.undo of that import', () => ask('history.undo', {}), 1)
const { version } = await ask('sources.read', { id: source })
await time(
  'excerpts.create',
  () => ask('excerpts.create', { source, textVersion: version.id, start: 300, end: 420, colour: 'straw' }),
  50,
)
await time('close', () => workbench.close(), 1)

printTable(['operation', 'first, ms', 'median, ms', 'answer, KB'], rows)
console.log(`Most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
