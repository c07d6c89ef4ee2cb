import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimInput, importInput, openTestCase, passageOf, type TestCase, termInput } from '../../support/case.ts'

let one: TestCase
beforeEach(async () => {
  one = await openTestCase()
})
afterEach(() => one.close())

const nothing = { raw: '', value: null, basis: '', asOf: null } as const

test('timeline.read gives sources and the dates of claims, oldest first, each with its passage, and counts what has none', async () => {
  const text = 'The fund opens on 30 April 2025, they agreed in March.'
  const { source } = await one.ask('sources.import', importInput(text, { title: 'Two dates', published: '2025-04-02' }))
  const other = (await one.ask('sources.import', importInput('Another text.', { title: '' }))).source
  const term = (await one.ask('terms.create', termInput({ name: 'Opening', valueType: 'date' }))).id
  const claim = await one.ask('claims.create', {
    ...claimInput({ term, source }),
    ...nothing,
    raw: '30 April 2025',
    value: { type: 'date', date: '2025-04-30' },
    eventDate: '2025-03~',
    asOf: '2025',
    passage: await passageOf(one, source, '30 April 2025'),
  })
  await one.ask('claims.create', { ...claimInput({ term, source: other }), ...nothing })
  await one.ask('claims.create', { ...claimInput({ term, source: other }), ...nothing, asOf: '2025-05-01' })

  const { entries, undated } = await one.ask('timeline.read', {})
  expect(entries.map(({ kind, date, title }) => [kind, date, title])).toEqual([
    ['as of', '2025', 'Opening'],
    ['event', '2025-03~', 'Opening'],
    ['published', '2025-04-02', 'Two dates'],
    ['date claimed', '2025-04-30', 'Opening'],
    ['as of', '2025-05-01', 'Opening'],
  ])
  expect(undated).toEqual({ sources: 1, claims: 1 })
  const [excerpt] = await one.ask('excerpts.list', {})
  expect(entries.find(({ kind }) => kind === 'event')).toMatchObject({
    claim: claim.id,
    termRef: 'T-01',
    detail: '30 Apr 2025',
    sourceTitle: 'Two dates',
    passage: { source, excerpt: excerpt?.id },
  })
  // Without a title the name of the file stands for it; without evidence there is no passage.
  expect(entries.find(entry => entry.source === other)).toMatchObject({ sourceTitle: 'source.txt', passage: null })
})

test('a date that a claim denies is not on the timeline', async () => {
  const { source } = await one.ask('sources.import', importInput('Not on 30 April 2025.'))
  const term = (await one.ask('terms.create', termInput({ valueType: 'date' }))).id
  await one.ask('claims.create', {
    ...claimInput({ term, source }),
    ...nothing,
    value: { type: 'date', date: '2025-04-30' },
    polarity: 'denies',
  })
  expect(await one.ask('timeline.read', {})).toEqual({ entries: [], undated: { sources: 1, claims: 1 } })
})
