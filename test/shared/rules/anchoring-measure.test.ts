import { describe, expect, test } from 'vitest'
import { firstMatch, hypothesis, type Outcome, ours, outcomeOf, sumOf } from '../../bench/anchor-rivals.ts'
import { editedCases } from '../../bench/anchoring-cases.ts'
import { realPairs } from '../../bench/real-pairs.ts'

const measured = (anchoring: typeof ours, cases: ReturnType<typeof editedCases>): Outcome =>
  sumOf(cases.map(({ before, after, known }) => outcomeOf(anchoring, known, before, after)))

const shares = [0.01, 0.05, 0.2] as const

describe.each([11, 12, 13])('1,000 quotations over texts with 1, 5 and 20 % of the words edited, seed %i', seed => {
  const sets = shares.map(share => editedCases(share, 1_000, seed))
  const mine = sets.map(cases => measured(ours, cases))
  const theirs = sets.map(cases => measured(hypothesis, cases))

  test("puts at most a tenth as many in wrong places as Hypothesis' scoring, and as the first match", () => {
    expect(sumOf(theirs).wrong).toBeGreaterThan(50)
    expect(sumOf(mine).wrong).toBeLessThanOrEqual(sumOf(theirs).wrong / 10)
    const naive = sets.map(cases => measured(firstMatch, cases))
    expect(sumOf(mine).wrong).toBeLessThanOrEqual(sumOf(naive).wrong / 10)
  })

  test('never shows a passage whose figures, currencies, dates or negations changed as exact or moved', () => {
    expect(sumOf(theirs).deceived).toBeGreaterThan(10)
    expect(sumOf(mine).deceived).toBe(0)
  })

  test('finds as many after few edits, and gives up little after many', () => {
    const [few, some, many] = mine.map(({ correct }) => correct)
    expect(few).toBeGreaterThan(990)
    expect(some).toBeGreaterThan(950)
    expect(many).toBeGreaterThan(780)
  })
})

test.each(realPairs())('real texts: $name', ({ cases }) => {
  const [mine, theirs] = [measured(ours, cases), measured(hypothesis, cases)]
  expect(mine.deceived).toBe(0)
  expect(mine.wrong).toBeLessThanOrEqual(theirs.wrong / 4)
})
