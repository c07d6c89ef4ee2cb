import { describe, expect, test } from 'vitest'
import type { Term } from '../../../shared/model/term.ts'
import { compareClaims, type Finding, findConflicts } from '../../../shared/rules/detect.ts'
import { sourceWith, termWith } from '../../support/records.ts'
import { answerPairs } from './truth/answers.ts'
import { datePairs } from './truth/dates.ts'
import { denialPairs } from './truth/denials.ts'
import { figurePairs } from './truth/figures.ts'
import { asDated, type Pair, type Says } from './truth/pairs.ts'
import { speakerPairs } from './truth/speakers.ts'
import { stagePairs } from './truth/stages.ts'

const verdictOf = ({ relation, kind, size }: Finding) =>
  `${relation}${kind === null ? '' : ` ${kind}`}${size === '' ? '' : `: ${size}`}`

const termOf = (one: Says, other: Says, more: Partial<Term> = {}) =>
  termWith(1, { valueType: one.value?.type ?? other.value?.type ?? 'percent', ...more })

const tables: [string, Pair[]][] = [
  ['figures', figurePairs],
  ['days', datePairs],
  ['denials', denialPairs],
  ['answers', answerPairs],
  ['stages', stagePairs],
  ['speakers and origins', speakerPairs],
]

describe.each(tables)('the truth table: %s', (_, pairs) => {
  test.each(pairs)('%s', (_name, one, other, verdict, more) => {
    const [a, b] = [asDated(one, 1), asDated(other, 2)]
    const term = termOf(one, other, more)
    const finding = compareClaims(a, b, term)
    expect(verdictOf(finding)).toBe(verdict)
    expect(compareClaims(b, a, term)).toEqual(finding)
    const sources = [a, b].map(({ claim, date, lineage }, at) =>
      sourceWith(at, { id: claim.source, published: date, lineage: lineage ?? null }),
    )
    expect(findConflicts(term, [b.claim, a.claim], sources)).toEqual(finding.relation === 'conflict' ? [finding] : [])
    // With other ids, in an order turned round, the sentence is the same.
    const renamed = (number: number) => 5_000 - number
    expect(verdictOf(compareClaims(asDated(one, 1, renamed), asDated(other, 2, renamed), term))).toBe(verdict)
  })
})

test('the truth table has no pair twice, every relation often, and more than 150 pairs', () => {
  const all = tables.flatMap(([, pairs]) => pairs)
  expect(all.length).toBeGreaterThanOrEqual(150)
  const saying = all.map(([, one, other, , term]) => JSON.stringify([one, other, term]))
  expect(saying.filter((words, at) => saying.indexOf(words) !== at)).toEqual([])
  for (const relation of ['conflict', 'change', 'not comparable', 'agreement', 'undecidable'])
    expect(all.filter(([, , , verdict]) => verdict.startsWith(relation)).length, relation).toBeGreaterThanOrEqual(20)
})
