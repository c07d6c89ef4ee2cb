import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  importInput,
  letStand,
  openTestCase,
  percentClaim,
  riskInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'
import { blockWith, judgementWith } from '../../support/records.ts'

// What the history says of the records that weigh a deal: decisions, editions, inquiries and their hypotheses.

let it: TestCase
beforeEach(async () => {
  it = await openTestCase()
})
afterEach(() => it.close())

const lastCommand = async () => (await it.ask('history.list', { limit: 1 }))[0]?.id ?? 0

/** What the last command is said to have done: record, its name, and each field with its words before and after. */
const told = async () =>
  (await it.ask('history.changes', { tx: await lastCommand() })).map(
    ({ record, name, fields }) =>
      `${record} ${name}: ${fields.map(({ field, before, after }) => `${field} ${before ?? ''} → ${after ?? ''}`).join(' | ')}`,
  )

const disputed = async () => {
  const sources: string[] = []
  for (const title of ['One', 'Two'])
    sources.push((await it.ask('sources.import', importInput(`${title} says so.`, { title }))).source)
  const term = await it.ask('terms.create', termInput())
  const claims: string[] = []
  for (const [at, source] of sources.entries())
    claims.push((await it.ask('claims.create', percentClaim(term.id, source, 50 + 10 * at))).id)
  const [conflict] = await it.ask('conflicts.queue', {})
  return { term: term.id, claims, conflict: conflict?.id ?? '' }
}

test('a decision about a conflict is told with what was decided', async () => {
  const { conflict } = await disputed()
  await it.ask('conflicts.dismiss', { id: conflict, rationale: 'A slip of the pen.' })
  const [line = ''] = await told()
  expect(line).toContain('conflict T-01: ')
  expect(line).toContain('decision  → dismissed: A slip of the pen.')
  const life = await it.ask('history.ofRecord', { record: 'conflict', id: conflict })
  expect(life).toHaveLength(2)
})

test('how a claim is rated, and what its rating was before', async () => {
  const { claims } = await disputed()
  const inquiry = await it.ask('inquiries.create', { question: 'Who wins?', comment: '', hypotheses: ['Both'] })
  expect(await told()).toEqual([
    'inquiry Who wins?: question  → Who wins? | place in the list  → 0',
    'hypothesis Both: name  → Both | place in the list  → 0',
  ])
  const [hypothesis] = (await it.ask('inquiries.read', { id: inquiry.id })).hypotheses
  const rate = (consistency: 'consistent' | 'very inconsistent', reason: string) =>
    it.ask('hypotheses.rate', {
      inquiry: inquiry.id,
      ratings: [{ hypothesis: hypothesis?.id ?? '', claim: claims[0] ?? '', consistency, reason }],
    })
  await rate('consistent', 'As expected.')
  expect((await told())[1]).toContain('(consistent: As expected.)')
  await rate('very inconsistent', 'Read again.')
  const [line = ''] = await told()
  expect(line).toContain('hypothesis Both: rating T-01: 50 % of new licence revenue (consistent: As expected.) → ')
  expect(line).toContain('(very inconsistent: Read again.)')
  expect(await it.ask('history.ofRecord', { record: 'hypothesis', id: hypothesis?.id ?? '' })).toHaveLength(3)
})

test('which way a term moves a risk', async () => {
  const { term } = await disputed()
  const { id } = await it.ask('risks.create', riskInput())
  await it.ask('risks.update', { id, patch: { terms: [{ term, effect: 'bears on' }] } })
  await it.ask('risks.update', { id, patch: { terms: [{ term, effect: 'raises' }] } })
  expect(await told()).toEqual([
    'risk R-01 The fund is never filled: term T-01 Share of revenue (bears on) → T-01 Share of revenue (raises)',
  ])
})

test('an edition has the name of its briefing', async () => {
  const { id } = await it.ask('briefings.create', { title: 'For Monday', template: 'flash' })
  it.host.answer = `${it.directory}/monday.pdf`
  await letStand(it, id)
  await it.ask('briefings.export', { id })
  expect((await told())[0]).toContain('edition For Monday, 1: ')
})

test('the blocks of a briefing are told by heading, settings and words, never by ids', async () => {
  const { id } = await it.ask('briefings.create', { title: 'For Monday', template: 'flash' })
  const judgement = judgementWith({
    text: 'The fund will be filled slowly.',
    likelihood: null,
    confidence: 'low',
    confidenceBasis: '',
    excerpts: [],
  })
  const matrix = blockWith('matrix', { heading: 'The terms' })
  await it.ask('briefings.update', {
    id,
    patch: { blocks: [blockWith('key judgements', { judgements: [judgement] }), matrix] },
  })
  await it.ask('briefings.update', {
    id,
    patch: {
      blocks: [
        blockWith('key judgements', { judgements: [{ ...judgement, likelihood: 'likely' }] }),
        { ...matrix, axis: 'dates', categories: ['Revenue'] },
      ],
    },
  })
  expect(await told()).toEqual([
    'briefing For Monday: blocks key judgements\nThe fund will be filled slowly. (confidence: low)\n\nmatrix\nThe terms → key judgements\nThe fund will be filled slowly. (likelihood: likely; confidence: low)\n\nmatrix\nThe terms\ncategories: Revenue\naxis: dates',
  ])
})

test('an answer to the check is told with its reason, a template by its name, a scheme by its levels', async () => {
  const { id } = await it.ask('briefings.create', { title: 'For Monday', template: 'flash' })
  const [finding] = await it.ask('briefings.check', { id })
  await it.ask('briefings.answer', { id, finding: finding?.key ?? '', reason: 'Told in the room.' })
  expect(await told()).toEqual([
    `briefing For Monday: answers to the check  → ${finding?.rule}: Told in the room. (A. Analyst)`,
  ])
  await it.ask('briefingTemplates.keep', { briefing: id, name: 'Our flash' })
  expect((await told())[0]).toMatch(/^briefingTemplate Our flash: /)
  const scheme = {
    name: 'House',
    levels: [
      { name: 'OPEN', handling: 'Anybody.' },
      { name: 'DESK', handling: '' },
    ],
  }
  await it.ask('case.update', { scheme, marking: 'DESK' })
  expect(await told()).toEqual([
    'caseInfo test: marking TLP:AMBER → DESK | scheme of markings  → House\nOPEN: Anybody.\nDESK',
  ])
  await it.ask('history.undo', {})
  expect(await it.ask('case.state', {})).toMatchObject({ scheme: null, marking: 'TLP:AMBER' })
})
