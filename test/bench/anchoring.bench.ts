// How many quotations are found again after edits: ours, Hypothesis' published scoring, and the first place with the same words.
import { type Anchoring, firstMatch, hypothesis, type Outcome, ours, outcomeOf, sumOf } from './anchor-rivals.ts'
import { type AnchoringCase, editedCases } from './anchoring-cases.ts'
import { printTable, printTarget } from './measure.ts'
import { realPairs } from './real-pairs.ts'

const contenders: readonly Anchoring[] = [ours, hypothesis, firstMatch]
const heads = ['', 'correct', 'wrong', 'given up', 'gone, so said', 'doubtful', 'figure changed, shown as sure', 'ms']

const counts = ({ correct, wrong, lost, gone, doubtful, deceived }: Outcome) => [
  correct,
  wrong,
  lost,
  gone,
  doubtful,
  deceived,
]

const measured = (name: string, cases: readonly AnchoringCase[]): Map<string, Outcome> => {
  const results = contenders.map(contender => {
    const begun = performance.now()
    const outcome = sumOf(cases.map(({ before, after, known }) => outcomeOf(contender, known, before, after)))
    return { contender, outcome, took: performance.now() - begun }
  })
  console.log(`\n${name}: ${cases.reduce((sum, { known }) => sum + known.length, 0)} quotations`)
  printTable(
    heads,
    results.map(({ contender, outcome, took }) => [contender.name, ...counts(outcome).map(String), took]),
  )
  return new Map(results.map(({ contender, outcome }) => [contender.name, outcome]))
}

const all: Map<string, Outcome>[] = [0.01, 0.05, 0.2].map(share =>
  measured(`${share * 100} % of the words edited`, editedCases(share, 1_000)),
)
for (const { name, cases } of realPairs()) all.push(measured(name, cases))

const totals = (name: string) => sumOf(all.flatMap(results => results.get(name) ?? []))
const [mine, theirs] = [totals(ours.name), totals(hypothesis.name)]
console.log('\nTargets')
printTarget("wrong places against Hypothesis'", mine.wrong / Math.max(1, theirs.wrong), '≤', 0.1)
printTarget('changed figures shown as exact or moved', mine.deceived, '≤', 0, '')
