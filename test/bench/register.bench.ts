// What the register costs in the workbench at 5,000 risks with 40,000 assessments: reading it, the map of now and of earlier
// days, one risk edited. Beside it, in the same run, the plain way: every record read, every risk told anew.
// npm run bench register.bench [-- RISKS ASSESSMENTS].
import { readCriteria } from '../../main/records/criteria.ts'
import { assessments, conflicts, criteriaTable, risks, terms } from '../../main/records/tables.ts'
import { openCase } from '../../main/store/case-file.ts'
import type { InputOf, OperationName, OutputOf } from '../../shared/contract.ts'
import { daySpan } from '../../shared/model/partial-date.ts'
import { bandOf, newestAssessment, rankRisks } from '../../shared/rules/scoring.ts'
import { riskViews } from '../../shared/rules/views.ts'
import { median, printTable, printTarget } from './measure.ts'
import { largeRegister } from './register/large-register.ts'

const [riskCount = 5_000, assessmentCount = 40_000] = process.argv.slice(2).map(Number)
const turns = 7

const { path, workbench } = await largeRegister({ risks: riskCount, assessments: assessmentCount })
const ask = async <Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
  const outcome = await workbench.call(name as string, input)
  if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`)
  return outcome.value as OutputOf<Name>
}

const rows: [string, number, number, number][] = []
/** The first and the median of several turns, in processor time: a busy machine changes that little. */
const time = async <Result>(
  what: string,
  work: (turn: number) => Promise<Result> | Result,
  times = turns,
): Promise<{ result: Result; median: number }> => {
  const taken: number[] = []
  let result: Result | undefined
  for (let turn = 0; turn < times; turn++) {
    const begun = process.cpuUsage()
    result = await work(turn)
    const { user, system } = process.cpuUsage(begun)
    taken.push((user + system) / 1000)
  }
  rows.push([what, taken[0] ?? 0, median(taken), JSON.stringify(result ?? null).length / 1000])
  return { result: result as Result, median: median(taken) }
}

await time('open the case', () => workbench.open(path), 1)
const fresh = await time('the register, the first since the case was opened', () => ask('risks.register', {}), 1)
const again = await time('the register again', () => ask('risks.register', {}))
const map = await time('the map of now', () => ask('risks.map', { asOf: null }))
const dayAt = (turn: number) => new Date(Date.UTC(2024, 5 + turn * 2, 9)).toISOString().slice(0, 10)
const dated = await time('a step of the map to another day', turn => ask('risks.map', { asOf: { dated: dayAt(turn) } }))
const recorded = await time('a step of the map to another moment of the register', turn =>
  ask('risks.map', { asOf: { recorded: `${dayAt(turn)}T12:00:00.000Z` } }),
)
const days = await time('the days on which something moved', () => ask('risks.days', { clock: 'dated' }))
const ids = fresh.result.map(({ id }) => id)
const one = await time('one risk in full', turn => ask('risks.read', { id: ids[turn * 31] ?? '' }))
const edited = await time('one risk edited, and the register with it', async turn => {
  await ask('risks.update', { id: ids[turn * 17] ?? '', patch: { title: `Edited ${turn}` } })
  return ask('risks.register', {})
})
const { dimensions } = await ask('criteria.read', {})
const assessed = await time('one risk assessed: register and map with it', async turn => {
  await ask('risks.assess', {
    ...{ risk: ids[turn * 13] ?? '', kind: 'current', likelihoodWord: 'likely', likelihoodLow: 55, likelihoodHigh: 80 },
    ...{ impacts: [{ dimension: dimensions[0] ?? '', level: turn % 5, rationale: '' }], strength: 'low', reason: 'So' },
    ...{ excerpts: [], claims: [], conflicts: [], date: '2025-12-01' },
  })
  await ask('risks.register', {})
  return ask('risks.map', { asOf: null })
})
const many = await time('the owner of 500 risks changed, and the register', async turn => {
  await ask('risks.updateAll', { ids: ids.slice(0, 500), patch: { owner: `Owner ${turn}` } })
  return ask('risks.register', {})
})
await workbench.open(path)
await workbench.rest()
const rested = await time(
  'the register, the first since the opened case had rested',
  () => ask('risks.register', {}),
  1,
)
await workbench.close()

// The plain way: every record of every kind, every risk told anew, whatever changed.
const opened = await openCase(path, { readOnly: true })
if (!opened.ok) throw new Error(opened.message)
const plainRegister = () =>
  opened.value.read(db =>
    rankRisks(
      riskViews(risks.all(db), {
        assessments: assessments.all(db),
        conflicts: conflicts.all(db),
        terms: terms.all(db),
        criteria: readCriteria(db),
        earlierCriteria: criteriaTable.all(db),
      }),
    ),
  )
const plain = await time('plain: every record read, every risk told', () => plainRegister().length, 5)
const plainMap = await time(
  'plain: a map of another day from every record',
  turn =>
    opened.value.read(db => {
      const criteria = readCriteria(db)
      const all = assessments.all(db)
      return risks.all(db).flatMap(risk => {
        const own = all.filter(({ risk: of, date }) => of === risk.id && daySpan(date).last <= dayAt(turn))
        const score = newestAssessment(own, 'current') ?? newestAssessment(own, 'inherent')
        return score ? [bandOf(criteria, score.likelihoodLow, score.likelihoodHigh)] : []
      }).length
    }),
  1,
)
opened.value.close()

const told = {
  again: 'the register',
  map: 'the map',
  dated: 'the map on another day',
  recorded: 'the map as it was recorded',
  days: 'the days of the map',
  one: 'one risk',
  edited: 'after an edit of a risk',
  assessed: 'after a scoring',
}
console.log(`\n${riskCount} risks, ${assessmentCount} assessments; ms of processor time\n`)
printTable(['', 'first', 'median', 'kB'], rows)
for (const [what, { median: taken }] of Object.entries({ again, map, dated, recorded, days, one, edited, assessed }))
  printTarget(told[what as keyof typeof told], taken, '≤', 100, ' ms')
printTarget('the register, first, once the case had rested', rested.median, '≤', 100, ' ms')
printTarget('500 risks edited at once', many.median, '≤', 2_000, ' ms')
printTarget('read anew, of reading every record', fresh.median / plain.median, '≤', 0.5)
printTarget('one edit, of reading every record', edited.median / plain.median, '≤', 0.05)
printTarget('a step of the map, of reading every record', dated.median / plainMap.median, '≤', 0.05)
