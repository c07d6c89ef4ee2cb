// What a case file costs, beside its rivals: opening, durable edits, bytes, import, checkpoint, memory, recovery.
// npm run bench store [-- MEGABYTES…]; 10, 100 and 500 when nothing is said, only Glossator from 1,000 on.
// Every contender is a process of its own, so that its memory is its own; they take turns, so that trust goes to ratios.
import { type ChildProcess, fork } from 'node:child_process'
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { adapt, type Contender, type ContenderName, described, openContender } from './contenders.ts'
import { randomFrom } from './corpus.ts'
import { type Article, addArticle, addExcerpt, articlesFor, articleWith, caseOf, placesIn } from './filling.ts'
import { median, printTable, printTarget, quantile, turnsOf } from './measure.ts'
import { installRivals, loadRivals, workFolder } from './rivals.ts'

/** What a contender's process is asked, and what it answers. */
type Asked =
  | { what: 'open'; manual: boolean }
  | { what: 'edit'; count: number }
  | { what: 'import'; articles: Article[] }
  | { what: 'checkpoint' }
  | { what: 'close' }
type Answer = { times: number[]; cpu: number; written: number; log: number; memory: number }

const bytesWritten = (): number => {
  if (!existsSync('/proc/self/io')) return Number.NaN
  return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1])
}

const cpuTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** The life of a contender's process. */
const serve = (name: ContenderName, path: string): void => {
  let contender: Contender | null = null
  let places: ReturnType<typeof placesIn> = []
  const random = randomFrom(5)
  const opened = (): Contender => {
    if (!contender) throw new Error('The case is not open')
    return contender
  }
  const answer = async (asked: Asked): Promise<number[]> => {
    const begun = performance.now()
    if (asked.what === 'open') {
      contender = await openContender(name, path, asked.manual)
      contender.read(db => db.get('select title from source limit 1'))
      const taken = performance.now() - begun
      places = contender.read(db => placesIn(db, 100))
      return [taken]
    }
    if (asked.what === 'edit')
      return Array.from({ length: asked.count }, () => {
        const place = places[Math.floor(random() * places.length)]
        if (!place) throw new Error('The case has no texts')
        const begunEdit = performance.now()
        opened().write(db => addExcerpt(db, place, random))
        return performance.now() - begunEdit
      })
    if (asked.what === 'import')
      opened().write(db => {
        for (const article of asked.articles) addArticle(db, article)
      })
    else if (asked.what === 'checkpoint') opened().checkpoint()
    else opened().close()
    return [performance.now() - begun]
  }
  process.on('message', async (asked: Asked) => {
    const cpu = cpuTime()
    const written = bytesWritten()
    const times = await answer(asked)
    process.send?.({
      times,
      cpu: cpuTime() - cpu,
      written: bytesWritten() - written,
      log: sizeOf(`${path}-wal`),
      memory: process.resourceUsage().maxRSS / 1024,
    } satisfies Answer)
  })
}

type Process = { name: ContenderName; path: string; child: ChildProcess; ask(asked: Asked): Promise<Answer> }

const start = (name: ContenderName, path: string): Process => {
  const child = fork(fileURLToPath(import.meta.url), ['contender', name, path])
  return {
    name,
    path,
    child,
    ask: asked =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`${described[name]} ended with ${code}`))
        child.once('exit', ended)
        child.once('message', (answer: Answer) => {
          child.off('exit', ended)
          resolve(answer)
        })
        child.send(asked)
      }),
  }
}

const stop = ({ child }: Process, signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> =>
  new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })

const lone = 1000
const rounds = turnsOf(5)
const editsPerRound = 200
const logCaps = [16, 64].slice(0, turnsOf(3) - 1)

type Result = {
  open: number
  edits: number[]
  bytesPerEdit: number
  logPerEdit: number
  importTime: number
  importCpu: number
  checkpoint: number
  memory: number
}

const folder = join(workFolder, 'store')

const copyOf = (original: string, name: ContenderName): string => {
  const path = join(folder, `${name.replaceAll(' ', '-')}.gloss`)
  for (const left of ['', '-wal', '-shm', '-journal', '-lock']) rmSync(`${path}${left}`, { force: true })
  copyFileSync(original, path, constants.COPYFILE_FICLONE)
  adapt(name, path)
  return path
}

/** Opening, in three processes that did nothing before; the last one stays. */
const openAll = async (names: readonly ContenderName[], paths: Map<ContenderName, string>) => {
  const times = new Map(names.map(name => [name, [] as number[]]))
  const processes: Process[] = []
  for (let turn = 0; turn < 3; turn++)
    for (const name of names) {
      const process = start(name, paths.get(name) ?? '')
      const { times: taken } = await process.ask({ what: 'open', manual: false })
      times.get(name)?.push(taken[0] ?? 0)
      if (turn === 2) processes.push(process)
      else {
        await process.ask({ what: 'close' })
        await stop(process)
      }
    }
  return { processes, open: new Map([...times].map(([name, taken]) => [name, median(taken)])) }
}

/** Edits that leave everything in the log: what one writes there. Only for those that have a log. */
const logPerEdit = async (name: ContenderName, path: string): Promise<number> => {
  if (['export', 'journal', 'wasm'].includes(name)) return Number.NaN
  const process = start(name, path)
  await process.ask({ what: 'open', manual: true })
  const before = (await process.ask({ what: 'edit', count: 20 })).log
  const after = (await process.ask({ what: 'edit', count: editsPerRound })).log
  await process.ask({ what: 'close' })
  await stop(process)
  return (after - before) / editsPerRound
}

const measureAt = async (megabytes: number, original: string): Promise<Map<ContenderName, Result>> => {
  const { Native, Wasm } = loadRivals()
  const names: ContenderName[] =
    megabytes >= lone || !Native
      ? ['pages']
      : [
          'pages',
          'wal',
          'pages without log',
          'wal without log',
          'journal',
          ...(Wasm ? (['wasm'] as const) : []),
          'export',
        ]
  if (!Native && megabytes < lone) names.push('export')
  const paths = new Map(names.map(name => [name, copyOf(original, name)]))
  const results = new Map<ContenderName, Result>()
  const { processes, open } = await openAll(names, paths)
  const edits = new Map(names.map(name => [name, { times: [] as number[], written: 0 }]))
  const random = randomFrom(9)
  const naiveEdits = megabytes > 200 ? 1 : 3
  for (let round = 0; round < rounds; round++)
    for (const process of processes) {
      const answer = await process.ask({ what: 'edit', count: process.name === 'export' ? naiveEdits : editsPerRound })
      const kept = edits.get(process.name)
      kept?.times.push(...answer.times)
      if (kept) kept.written += answer.written
    }
  const articles = Array.from({ length: 1000 }, (_, number) => articleWith(1e6 + number, random))
  for (const process of processes) {
    const imported = await process.ask({ what: 'import', articles })
    const moved = await process.ask({ what: 'checkpoint' })
    await process.ask({ what: 'close' })
    await stop(process)
    const { times = [], written = 0 } = edits.get(process.name) ?? {}
    results.set(process.name, {
      open: open.get(process.name) ?? 0,
      edits: times,
      bytesPerEdit: written / times.length,
      logPerEdit: await logPerEdit(process.name, process.path),
      importTime: imported.times[0] ?? 0,
      importCpu: imported.cpu,
      checkpoint: moved.times[0] ?? 0,
      memory: moved.memory,
    })
  }
  return results
}

type Reopened = { withLog: number; without: number }

/** A writer is killed when its log has reached `cap` MB; how long the case takes to open again, for us and for the rival. */
const recovery = async (original: string, cap: number): Promise<Map<ContenderName, Reopened>> => {
  const path = copyOf(original, 'pages')
  const writer = start('pages', path)
  await writer.ask({ what: 'open', manual: true })
  for (let log = 0; log < cap * 1e6; ) log = (await writer.ask({ what: 'edit', count: 100 })).log
  await stop(writer, 'SIGKILL')
  const names: ContenderName[] = loadRivals().Native ? ['pages', 'wal'] : ['pages']
  const times = new Map(names.map(name => [name, { withLog: [] as number[], without: [] as number[] }]))
  const again = join(folder, 'recovered.gloss')
  for (let turn = 0; turn < rounds; turn++)
    for (const name of names)
      for (const which of ['withLog', 'without'] as const) {
        for (const left of ['-wal', '-shm', '-lock']) rmSync(`${again}${left}`, { force: true })
        copyFileSync(path, again)
        if (which === 'withLog') copyFileSync(`${path}-wal`, `${again}-wal`)
        const process = start(name, again)
        times.get(name)?.[which].push((await process.ask({ what: 'open', manual: true })).times[0] ?? 0)
        await stop(process, 'SIGKILL')
      }
  return new Map(
    [...times].map(([name, taken]) => [name, { withLog: median(taken.withLog), without: median(taken.without) }]),
  )
}

const reportRecovery = (cap: number, reopened: Map<ContenderName, Reopened>): void => {
  console.log(`\nOpening after kill -9 with ${cap} MB in the log`)
  printTable(
    ['', 'open ms', 'without a log'],
    [...reopened].map(([name, { withLog, without }]) => [described[name], withLog, without]),
  )
  const ours = reopened.get('pages')
  const theirs = reopened.get('wal')
  if (ours) printTarget(`${cap} MB in the log`, ours.withLog, '≤', 250, ' ms', 'recovery')
  if (ours && theirs)
    printTarget(`${cap} MB in the log, of better-sqlite3`, ours.withLog / theirs.withLog, '≤', 3, '×', 'recovery')
}

const report = (megabytes: number, results: Map<ContenderName, Result>): void => {
  console.log(`\nA case of ${megabytes} MB`)
  printTable(
    ['', 'open ms', 'edit p50', 'p99', 'KB/edit', 'log KB', 'import ms', 'CPU ms', 'checkpoint', 'RSS MB'],
    [...results].map(([name, result]) => [
      described[name],
      result.open,
      median(result.edits),
      quantile(result.edits, 0.99),
      result.bytesPerEdit / 1000,
      Number.isNaN(result.logPerEdit) ? null : result.logPerEdit / 1000,
      result.importTime,
      result.importCpu,
      result.checkpoint,
      result.memory,
    ]),
  )
}

const p50 = (result: Result): number => median(result.edits)
const naiveTargets = new Map([
  [10, 100],
  [100, 800],
  [500, 4000],
])

const judge = (megabytes: number, results: Map<ContenderName, Result>): void => {
  const ours = results.get('pages')
  const compare = (name: ContenderName, test: (ours: Result, theirs: Result) => void): void => {
    const theirs = results.get(name)
    if (ours && theirs) test(ours, theirs)
  }
  compare('wal', (own, rival) => {
    printTarget(`${megabytes} MB: of better-sqlite3 in WAL mode`, p50(own) / p50(rival), '≤', 1.8)
    const written = own.logPerEdit / rival.logPerEdit
    printTarget(`${megabytes} MB: of better-sqlite3`, written, '≤', 1.02, '×', 'bytes per edit')
    const worked = own.importCpu / rival.importCpu
    printTarget(`1,000 articles into ${megabytes} MB, CPU, of better-sqlite3`, worked, '≤', 1.6, '×', 'bulk import')
  })
  compare('journal', (own, rival) =>
    printTarget(`${megabytes} MB: of better-sqlite3 as it comes`, p50(own) / p50(rival), '≤', 0.5),
  )
  compare('export', (own, rival) => {
    const target = naiveTargets.get(megabytes)
    if (target)
      printTarget(`${megabytes} MB: times as fast as sql.js with export and rename`, p50(rival) / p50(own), '≥', target)
    if (megabytes < 500) return
    const naive = 'of sql.js with the whole case in memory'
    printTarget(`${megabytes} MB: ${naive}`, own.open / rival.open, '≤', 0.1, '×', 'open a case')
    printTarget(`the store, ${megabytes} MB: ${naive}`, own.memory / rival.memory, '≤', 0.22, '×', 'memory')
  })
  compare('pages without log', (own, bare) => {
    printTarget(`${megabytes} MB: with the change log, of none`, p50(own) / p50(bare), '≤', 1.6)
    const written = own.logPerEdit / bare.logPerEdit
    printTarget(`${megabytes} MB: with the change log, of none`, written, '≤', 1.5, '×', 'bytes per edit')
  })
}

const compareSizes = (small: Result, large: Result, megabytes: number): void => {
  console.log(`\n${megabytes} MB beside the smallest`)
  const beside = `${megabytes} MB: of the smallest case`
  printTarget(beside, p50(large) / p50(small), '≤', 1.25)
  printTarget(beside, large.logPerEdit / small.logPerEdit, '≤', 1.1, '×', 'bytes per edit')
  printTarget(`the store, ${beside}`, large.memory / small.memory, '≤', 1.25, '×', 'memory')
  printTarget(beside, large.open / small.open, '≤', 1.3, '×', 'open a case')
}

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2).map(Number).filter(Boolean)
  const sizes = asked.length > 0 ? asked : [10, 100, 500]
  installRivals()
  mkdirSync(folder, { recursive: true })
  const all = new Map<number, Map<ContenderName, Result>>()
  for (const megabytes of sizes) {
    const original = await caseOf(join(workFolder, 'cases'), articlesFor(megabytes))
    const results = await measureAt(megabytes, original)
    all.set(megabytes, results)
    report(megabytes, results)
    judge(megabytes, results)
    if (megabytes === Math.min(...sizes) && megabytes < lone)
      for (const cap of logCaps) reportRecovery(cap, await recovery(original, cap))
  }
  const smallest = all.get(Math.min(...sizes))?.get('pages')
  for (const [megabytes, results] of all) {
    const own = results.get('pages')
    if (smallest && own && own !== smallest) compareSizes(smallest, own, megabytes)
  }
  rmSync(folder, { recursive: true, force: true })
}

const [role, name, path] = process.argv.slice(2)
if (role === 'contender' && name && path) serve(name as ContenderName, path)
else await main()
