import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assessmentInput, importInput, openTestCase, passageOf, riskInput, type TestCase } from '../../support/case.ts'

let one: TestCase
let source: string
beforeEach(async () => {
  one = await openTestCase()
  source = (await one.ask('sources.import', importInput('No deposit has been surveyed.'))).source
})
afterEach(() => one.close())

const watched = { statement: 'A survey is ordered', direction: 'lowers' as const, threshold: 'one', excerpts: [] }

const risk = async (given = {}) => (await one.ask('risks.create', riskInput({ status: 'open', ...given }))).id
const scored = async (given = {}) => {
  const id = await risk(given)
  await one.ask('risks.assess', assessmentInput({ risk: id }))
  return id
}
const looked = { date: '2025-06-02', note: 'Looked at with the desk.', next: '2025-09-01' } as const
const scoring = (given: Partial<ReturnType<typeof assessmentInput>> = {}) => {
  const { risk: _, ...rest } = assessmentInput({ risk: '' as never, date: '2025-06-02', ...given })
  return rest
}

describe('risks.review', () => {
  test('with a scoring is one step: both are there, and undo takes both back', async () => {
    const id = await scored()
    const higher = scoring({ likelihoodWord: 'almost certain', likelihoodLow: 95, likelihoodHigh: 99 })
    await one.ask('risks.review', { ...looked, risk: id, outcome: 'raised', assessment: higher })
    const after = await one.ask('risks.read', { id })
    expect(after).toMatchObject({ trend: 'raised', nextReview: '2025-09-01', due: '2025-09-01' })
    expect(after.reviews).toMatchObject([{ outcome: 'raised', note: looked.note }])
    await one.ask('history.undo', {})
    expect(await one.ask('risks.read', { id })).toMatchObject({ trend: 'new', reviews: [], nextReview: null })
  })

  test('refuses a scoring that says otherwise than the outcome, and keeps nothing of it', async () => {
    const id = await scored()
    const lower = scoring({ likelihoodWord: 'unlikely', likelihoodLow: 20, likelihoodHigh: 45 })
    const refused = one.ask('risks.review', { ...looked, risk: id, outcome: 'raised', assessment: lower })
    await expect(refused).rejects.toThrow(/leaves R-01 lowered, the review says raised/)
    const after = await one.ask('risks.read', { id })
    expect([after.assessments.length, after.reviews.length]).toEqual([1, 0])
  })

  test('closes the risk with its note as reason, where its life allows that', async () => {
    const id = await scored()
    await one.ask('risks.review', { ...looked, risk: id, outcome: 'closed', next: null })
    const after = await one.ask('risks.read', { id })
    expect(after).toMatchObject({ status: 'closed', statusReason: looked.note })
    expect(after.moves).toMatchObject([{ was: 'open', status: 'closed', date: '2025-06-02' }])
    const draft = await risk({ status: 'draft' })
    const refused = one.ask('risks.review', { ...looked, risk: draft, outcome: 'closed', next: null })
    await expect(refused).rejects.toThrow(/is draft and cannot become closed/)
  })

  test('confirms an accepted risk, but scores it no more', async () => {
    const id = await scored()
    const acceptance = { by: 'The board', at: '2025-05-01', rationale: 'Cheap.', validUntil: '2025-12-31' }
    await one.ask('risks.accept', { id, acceptance })
    await one.ask('risks.review', { ...looked, risk: id, outcome: 'confirmed' })
    const refused = one.ask('risks.review', { ...looked, risk: id, outcome: 'raised', assessment: scoring() })
    await expect(refused).rejects.toThrow(/is accepted and frozen/)
  })

  test('silences what was suggested before it, since somebody looked', async () => {
    const id = await scored({ indicators: [{ ...watched, state: 'not seen' }] })
    const [indicator] = (await one.ask('risks.read', { id })).indicators
    if (indicator === undefined) throw new Error('The indicator is missing')
    await one.ask('risks.indicate', { risk: id, indicator: indicator.id, state: 'seen' })
    const suggested = async () => [
      (await one.ask('risks.read', { id })).suggestions.length,
      (await one.ask('risks.register', {}))[0]?.suggested,
    ]
    expect(await suggested()).toEqual([1, true])
    await one.ask('risks.review', { ...looked, risk: id, outcome: 'confirmed' })
    expect(await suggested()).toEqual([0, false])
    await one.ask('risks.indicate', { risk: id, indicator: indicator.id, state: 'not seen' })
    await one.ask('risks.indicate', { risk: id, indicator: indicator.id, state: 'emerging' })
    expect(await suggested()).toEqual([1, true])
  })
})

test('indicators come with their risks and passages; archived risks are not on the board', async () => {
  const passage = await passageOf(one, source, 'surveyed')
  const id = await risk({ title: 'No ore', category: 'Geology', indicators: [{ ...watched, state: 'not seen' }] })
  const gone = await risk({ indicators: [{ ...watched, state: 'seen' }] })
  await one.ask('risks.move', { ids: [gone], status: 'archived', reason: 'Twice.' })
  const [indicator] = await one.ask('risks.indicators', {})
  if (indicator === undefined) throw new Error('The indicator is missing')
  expect(await one.ask('risks.indicators', {})).toMatchObject([
    { risk: id, ref: 'R-01', title: 'No ore', category: 'Geology', state: 'not seen', excerpts: [] },
  ])
  await one.ask('risks.indicate', { risk: id, indicator: indicator.id, state: 'seen', passage })
  const [excerpt] = await one.ask('excerpts.list', {})
  expect(await one.ask('risks.indicators', {})).toMatchObject([{ state: 'seen', excerpts: [excerpt?.id] }])
  expect(excerpt?.indicators).toEqual([
    { id: indicator.id, risk: id, ref: 'R-01', statement: watched.statement, state: 'seen' },
  ])
  const told = await one.ask('excerpts.changes', { source, since: null })
  expect(told.marks[0]?.risks).toEqual([id])
})

test('reviews of all risks come newest first, acceptances by the day they end', async () => {
  const [first, second, third] = [await scored(), await scored(), await scored()]
  await one.ask('risks.review', { ...looked, risk: first, outcome: 'confirmed' })
  await one.ask('risks.review', { ...looked, risk: second, outcome: 'confirmed', note: 'Again.' })
  const acceptance = { by: 'The board', at: '2025-05-01', rationale: 'Cheap.' } as const
  await one.ask('risks.accept', { id: first, acceptance: { ...acceptance, validUntil: null } })
  await one.ask('risks.accept', { id: second, acceptance: { ...acceptance, validUntil: '2025-12' } })
  await one.ask('risks.accept', { id: third, acceptance: { ...acceptance, validUntil: '2025-11-30' } })
  const { recent, total, acceptances } = await one.ask('risks.reviews', { limit: 1 })
  expect([total, recent.map(({ ref, note }) => [ref, note])]).toEqual([2, [['R-02', 'Again.']]])
  expect(acceptances.map(({ ref }) => ref)).toEqual(['R-03', 'R-02', 'R-01'])
})
