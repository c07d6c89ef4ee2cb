import { afterEach, beforeEach, expect, test } from 'vitest'
import { importInput, openTestCase, percentClaim, type TestCase, termInput } from '../../support/case.ts'

let one: TestCase
let claims: string[]
let inquiry: string
beforeEach(async () => {
  one = await openTestCase()
  const term = (await one.ask('terms.create', termInput())).id
  claims = []
  for (const [index, name] of ['First', 'Second'].entries()) {
    const { source } = await one.ask('sources.import', importInput(`${name} text.`, { title: name }))
    await one.ask('sources.update', { ids: [source], patch: { reliability: 'A' } })
    claims.push((await one.ask('claims.create', percentClaim(term, source, 40 + 10 * index, { credibility: 1 }))).id)
  }
  const draft = { question: 'Who controls the port?', comment: '', hypotheses: ['The state', 'The company'] }
  inquiry = (await one.ask('inquiries.create', draft)).id
})
afterEach(() => one.close())

const view = () => one.ask('inquiries.read', { id: inquiry })
const rivals = async (): Promise<[string, string]> => {
  const [state, company] = (await view()).hypotheses.map(({ id }) => id)
  return [state ?? '', company ?? '']
}
const claim = (index: number) => claims[index] ?? ''
const rate = async (
  rows: readonly (readonly [hypothesis: 0 | 1, claim: number, consistency: 'inconsistent' | 'consistent' | null])[],
) => {
  const ids = await rivals()
  const ratings = rows.map(([hypothesis, at, consistency]) => ({
    hypothesis: ids[hypothesis],
    claim: claim(at),
    consistency,
  }))
  await one.ask('hypotheses.rate', { inquiry, ratings })
}

test('claims join an inquiry by being weighed, in one step; the list says which hypothesis is ahead', async () => {
  expect((await one.ask('inquiries.list', {}))[0]).toMatchObject({ hypotheses: 2, claims: 0, ahead: [] })
  await rate([
    [0, 0, 'inconsistent'],
    [1, 0, 'consistent'],
    [1, 1, 'consistent'],
  ])
  const { claims: joined, weighing, views } = await view()
  expect(joined).toEqual(claims)
  expect(views.map(({ sourceTitle }) => sourceTitle)).toEqual(['First', 'Second'])
  expect(weighing.scores.map(({ place, against }) => [place, against])).toEqual([
    [2, 1],
    [1, 0],
  ])
  expect(weighing.origins.map(({ name, decides }) => [name, decides])).toEqual([
    ['First', false],
    ['Second', false],
  ])
  expect((await one.ask('inquiries.list', {}))[0]).toMatchObject({ claims: 2, ahead: ['The company'] })
  await one.ask('history.undo', {})
  expect((await view()).claims).toEqual([])
  await one.ask('history.redo', {})
  expect((await view()).claims).toEqual(claims)
})

test('a rating is taken away by itself, or with its claim; the reason stays until then', async () => {
  const [state] = await rivals()
  const rating = { hypothesis: state, claim: claim(0) }
  await one.ask('hypotheses.rate', {
    inquiry,
    ratings: [{ ...rating, consistency: 'consistent', reason: 'It says so.' }],
  })
  await one.ask('hypotheses.rate', { inquiry, ratings: [{ ...rating, consistency: 'neutral' }] })
  expect((await view()).hypotheses[0]?.ratings).toEqual([
    { claim: claim(0), consistency: 'neutral', reason: 'It says so.' },
  ])
  await rate([[0, 1, 'consistent']])
  await rate([[0, 0, null]])
  expect((await view()).hypotheses[0]?.ratings.map(({ claim }) => claim)).toEqual([claim(1)])
  expect((await view()).claims).toEqual(claims)
  await one.ask('inquiries.update', { id: inquiry, patch: { claims: [claim(0)] } })
  expect((await view()).hypotheses.map(({ ratings }) => ratings)).toEqual([[], []])
})

test('a claim that is removed leaves the inquiry, and comes back with undo', async () => {
  await rate([[0, 0, 'inconsistent']])
  await one.ask('claims.remove', { id: claim(0) })
  expect(await view()).toMatchObject({ claims: [], views: [], weighing: { claims: [] } })
  await one.ask('history.undo', {})
  expect((await view()).hypotheses[0]?.ratings).toHaveLength(1)
})

test('hypotheses come, change, go and are put in order; another list of them is refused', async () => {
  const made = await one.ask('hypotheses.create', { inquiry, name: 'Nobody', description: '' })
  await one.ask('hypotheses.update', { id: made.id, patch: { description: 'The port stands still.' } })
  const [state, company] = await rivals()
  await one.ask('hypotheses.order', { inquiry, ids: [made.id, company, state] })
  expect((await view()).hypotheses.map(({ name }) => name)).toEqual(['Nobody', 'The company', 'The state'])
  expect((await one.refused('hypotheses.order', { inquiry, ids: [company, state] })).message).toMatch(
    'are others by now',
  )
  await one.ask('hypotheses.remove', { id: made.id })
  const { id: other } = await one.ask('inquiries.create', { question: 'When?', comment: '', hypotheses: [] })
  const ratings = [{ hypothesis: company, claim: claim(0), consistency: 'neutral' }]
  expect((await one.refused('hypotheses.rate', { inquiry: other, ratings })).message).toMatch('“When?”')
  await one.ask('inquiries.remove', { id: inquiry })
  expect((await one.ask('inquiries.list', {})).map(({ question }) => question)).toEqual(['When?'])
})
