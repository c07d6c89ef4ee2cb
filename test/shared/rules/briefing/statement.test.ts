import { expect, test } from 'vitest'
import { type StatementRecords, statementFacts } from '../../../../shared/rules/briefing/statement.ts'
import { claimWith, day, idOf, sourceWith, termWith } from '../../../support/records.ts'

const excerpt = (number: number, source: number): StatementRecords['excerpts'][number] => ({
  id: idOf(number),
  source: idOf(source),
})

const records: StatementRecords = {
  sources: [
    sourceWith(1, { published: day('2025-03-14'), reliability: 'B', authors: ['A. One'], kind: 'analysis' }),
    sourceWith(2, { published: day('2025-05'), reliability: 'D', lineage: idOf(61) }),
    sourceWith(3, { reliability: 'D', publisher: 'Harbour Post' }),
  ],
  lineages: [
    { id: idOf(61), name: 'The wire' },
    { id: idOf(62), name: 'A leak' },
    { id: idOf(63), name: 'Nobody’s' },
  ],
  terms: [termWith(1), termWith(2), termWith(3)],
  excerpts: [excerpt(101, 1), excerpt(102, 1), excerpt(103, 2), excerpt(104, 3)],
  claims: [
    claimWith(1, { source: idOf(1), term: idOf(1) }),
    claimWith(2, { source: idOf(2), term: idOf(1), credibility: 6 }),
    claimWith(3, { source: idOf(3), term: idOf(2), lineage: idOf(62) }),
    claimWith(4, { source: idOf(3), term: idOf(3), polarity: 'silent' }),
    claimWith(5, { source: idOf(1), term: idOf(3), rank: 'deprecated', rankReason: 'overtaken' }),
  ],
}

const cutOff = day('2025-06-10')

test('counts the whole case: kinds, grades, dates against the cut-off, claims that stand and speak, origins, gaps', () => {
  expect(statementFacts(records, { scope: 'all', cited: [idOf(101)], cutOff })).toEqual({
    sources: 3,
    held: 3,
    kinds: [
      { kind: 'news article', count: 2 },
      { kind: 'analysis', count: 1 },
    ],
    span: { first: '2025-03-14', last: '2025-05' },
    undated: 1,
    // A month is over on its last day.
    age: 10,
    grades: [
      { grade: 'B', count: 1 },
      { grade: 'D', count: 2 },
    ],
    claims: 3,
    origins: 3,
    judged: 2,
    relayed: ['The wire', 'A leak'],
    passages: 1,
    foremost: [{ source: idOf(1), count: 1 }],
    terms: 3,
    single: ['T-02'],
    unanswered: ['T-03'],
    noAuthor: 2,
    noPublisher: 2,
    uncited: 2,
    setAside: 1,
  })
})

test('what is cited alone is counted where that is asked for, and what is not is said', () => {
  const facts = statementFacts(records, { scope: 'cited', cited: [idOf(101), idOf(102), idOf(103)], cutOff: null })
  expect(facts).toMatchObject({
    sources: 2,
    held: 3,
    uncited: 1,
    age: null,
    relayed: ['The wire'],
    unanswered: ['T-02', 'T-03'],
  })
  expect(facts.foremost).toEqual([{ source: idOf(1), count: 2 }])
})

test('a source newer than the cut-off has no age, and no source is foremost where most of them would be', () => {
  expect(statementFacts(records, { scope: 'all', cited: [], cutOff: day('2025-04-01') })).toMatchObject({
    age: null,
    foremost: [],
  })
  const cited = [idOf<never>(101), idOf<never>(103), idOf<never>(104)]
  expect(statementFacts(records, { scope: 'all', cited, cutOff }).foremost).toEqual([])
})
