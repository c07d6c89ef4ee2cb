// What the matrix costs in the workbench at 500 terms by 60 sources of five claims a cell: opening it, a step in time, another
// axis, one claim edited, changes and coverage; and the detector over as many. npm run bench matrix-views [-- TERMS SOURCES].
import { existsSync, mkdirSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { claims, sources, terms } from '../../main/records/tables.ts'
import { openCase } from '../../main/store/case-file.ts'
import { createWorkbench } from '../../main/workbench.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract.ts'
import { datedClaims, findConflicts, findConflictsOf } from '../../shared/rules/detect.ts'
import { grouped } from '../../shared/rules/groups.ts'
import { fakeDesktop, seedsDirectory } from '../support/case.ts'
import { makeMatrixCase } from '../support/matrix-case.ts'
import { median, printTable, printTarget, turnsOf } from './measure.ts'
import { workFolder } from './rivals.ts'

const [termCount = 500, sourceCount = 60] = process.argv.slice(2).map(Number)
const turns = turnsOf(7)
const size = { terms: termCount, sources: sourceCount, perCell: 5 }

const folder = join(workFolder, 'matrix-views')
const kept = join(folder, `${termCount}-${sourceCount}.gloss`)
mkdirSync(folder, { recursive: true })
if (!existsSync(kept)) {
  const begun = performance.now()
  const file = await makeMatrixCase(kept, size)
  while (file.idle());
  file.close()
  console.log(`Made the case in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}
// A copy is written to: the case itself stays as it was made.
const path = join(folder, 'at-work.gloss')
await rm(path, { force: true })
await copyFile(kept, path)

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
/** The first and the median of several turns, in processor time: a busy machine changes that little. */
const time = async <Result>(
  what: string,
  work: (turn: number) => Promise<Result>,
  times = turns,
): Promise<{ result: Result; median: number; first: number }> => {
  const taken: number[] = []
  let result: Result | undefined
  for (let turn = 0; turn < times; turn++) {
    const begun = process.cpuUsage()
    result = await work(turn)
    const { user, system } = process.cpuUsage(begun)
    taken.push((user + system) / 1000)
  }
  const [first = 0] = taken
  rows.push([what, first, median(taken), JSON.stringify(result ?? null).length / 1000])
  return { result: result as Result, median: median(taken), first }
}

const now = { axis: 'sources', asOf: null, grain: null } as const
await time('open the case', () => workbench.open(path), 1)
const fresh = await time('matrix.frame, the first since the case was opened', () => ask('matrix.frame', now), 1)
const frame = fresh.result
await time('matrix.frame again', () => ask('matrix.frame', now))
const screen = frame.rows.slice(0, 40).map(({ term }) => term.id)
const cells = await time('matrix.cells of 40 terms', () => ask('matrix.cells', { ...now, terms: screen }))

const firstScreen = async (input: InputOf<'matrix.frame'>) => {
  await ask('matrix.frame', input)
  return ask('matrix.cells', { ...input, terms: screen })
}
const step = await time('a step in time: frame and cells of another day', turn =>
  firstScreen({ ...now, asOf: frame.days[(turn * 5) % frame.days.length] ?? null }),
)
const axes = ['parties', 'dates', 'sources'] as const
const turned = await time('another axis: frame and cells', turn =>
  firstScreen({ ...now, axis: axes[turn % axes.length] ?? 'sources' }),
)
await ask('matrix.frame', now)
const claim = (await ask('claims.list', { term: screen[3], source: frame.columns[7]?.key as never }))[0]
if (claim === undefined) throw new Error('The case has no such claim')
const written = await time('claims.update of a value (with the detector)', turn =>
  ask('claims.update', {
    id: claim.id,
    patch: { raw: `${20 + turn} percent`, value: { type: 'percent', low: 20 + turn, high: 20 + turn } },
  }),
)
const edited: number[] = []
for (let turn = 0; turn < turns; turn++) {
  await ask('claims.update', { id: claim.id, patch: { comment: `Another edit ${turn}` } })
  const begun = process.cpuUsage()
  await firstScreen(now)
  const { user, system } = process.cpuUsage(begun)
  edited.push((user + system) / 1000)
}
rows.push(['frame and cells after one edited claim', edited[0] ?? 0, median(edited), 0])
const changes = await time('matrix.changes from February until now', () =>
  ask('matrix.changes', { from: '2025-02', to: null }),
)
const coverage = await time('matrix.coverage', () => ask('matrix.coverage', { asOf: null }))
const story = await time('terms.story', () => ask('terms.story', { term: screen[5] ?? '' }))
await workbench.close()

const opened = await openCase(kept, { readOnly: true })
if (!opened.ok) throw new Error(opened.message)
const all = opened.value.read(db => ({ terms: terms.all(db), claims: claims.all(db), sources: sources.all(db) }))
opened.value.close()
const byTerm = grouped(all.claims, one => one.term)
let conflicts = 0
const detector = await time(
  'the detector over all claims',
  async () => {
    conflicts = all.terms.reduce(
      (sum, term) => sum + findConflicts(term, byTerm.get(term.id) ?? [], all.sources).length,
      0,
    )
  },
  3,
)
const [busiest] = [...byTerm.values()].sort((one, other) => other.length - one.length)
const datedOfOne = datedClaims(busiest ?? [], all.sources)
const comparing = all.terms.find(({ id }) => id === busiest?.[0]?.term)
const compared = await time(
  `the detector, one claim edited of ${datedOfOne.length} in its term`,
  async turn => {
    const edited = datedOfOne[turn * 7]?.claim.id
    if (comparing && edited) findConflictsOf(comparing, new Set([edited]), datedOfOne)
  },
  21,
)

console.log(
  `${termCount} terms × ${sourceCount} sources: ${all.claims.length} claims, ${conflicts} conflicts, ` +
    `${changes.result.length} changes, ${coverage.result.gaps.length} gaps, a story of ${story.result.claims.length} claims`,
)
printTable(['processor time', 'first, ms', 'median, ms', 'answer, KB'], rows)
printTarget('the first screen, facts in memory and nothing else known', turned.first, '≤', 150, ' ms')
printTarget('the first screen of a case just opened', fresh.first + cells.first, '≤', 150, ' ms')
printTarget('a step in time', step.median, '≤', 100, ' ms')
printTarget('another axis', turned.median, '≤', 150, ' ms')
printTarget('one edited claim: the frame and the cells anew', median(edited), '≤', 20, ' ms')
printTarget('one edited claim written, with the detector', written.median, '≤', 20, ' ms')
printTarget('from nothing', detector.median, '≤', 2_000, ' ms', 'detector')
printTarget('one claim edited', compared.median, '≤', 2, ' ms', 'detector')
console.log(`Most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
