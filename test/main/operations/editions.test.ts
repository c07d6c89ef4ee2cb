import { afterEach, beforeEach, expect, test } from 'vitest'
import { letStand, openTestCase, positionInput, type TestCase, termInput } from '../../support/case.ts'

let it: TestCase
beforeEach(async () => {
  it = await openTestCase()
})
afterEach(() => it.close())

/** Exports a briefing; `meanwhile` is done while it is being printed. */
const issued = async (briefing: string, meanwhile: () => Promise<unknown>) => {
  it.host.answer = `${it.directory}/monday.pdf`
  await letStand(it, briefing)
  const { printPdf } = it.host
  let begun: Promise<unknown> | null = null
  it.host.printPdf = async (...asked) => {
    begun ??= meanwhile()
    await begun
    return printPdf(...asked)
  }
  const exported = await it.ask('briefings.export', { id: briefing })
  it.host.printPdf = printPdf
  return exported
}

test('an edition holds what was printed, not what changed while it was being printed', async () => {
  const term = await it.ask('terms.create', termInput())
  const { id } = await it.ask('positions.create', positionInput({ term: term.id, confidence: 'low' }))
  const briefing = await it.ask('briefings.create', { title: 'For Monday', template: 'flash' })
  await issued(briefing.id, () => it.ask('positions.update', { id, patch: { confidence: 'high' } }))
  const { changes } = await it.ask('positions.since', { edition: null })
  expect(changes).toMatchObject([{ kind: 'changed', differences: ['confidence'] }])
})

test('a briefing that was removed while it was being printed is saved, and said not to be on record', async () => {
  const briefing = await it.ask('briefings.create', { title: 'For Monday', template: 'flash' })
  const { path, degraded } = await issued(briefing.id, () => it.ask('briefings.remove', { id: briefing.id }))
  expect(path).toBe(`${it.directory}/monday.pdf`)
  expect(degraded).toContain('That it was issued is not recorded: the briefing was removed meanwhile.')
  expect(await it.ask('editions.list', {})).toEqual([])
})
