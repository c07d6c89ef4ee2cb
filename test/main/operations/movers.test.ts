import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestCase, type TestCase } from '../../support/case.ts'

let sample: TestCase
beforeAll(async () => {
  sample = await openTestCase()
  const opened = await sample.workbench.openSample({ path: path.join(sample.directory, 'sample.gloss') })
  if (!opened.ok) throw new Error(opened.message)
})
afterAll(() => sample.close())

const since = { recorded: '2025-03-18T08:00:00.000Z' }

test('a scoring that cites a claim alone is told with the passages that the claim rests on', async () => {
  const movers = await sample.ask('risks.movers', { since, until: null })
  const told = await sample.ask('risks.reasons', { ids: movers.map(({ id }) => id), since, until: null })
  const scored = told.flatMap(({ reasons }) => reasons.flatMap(one => (one.is === 'assessment' ? [one] : [])))
  expect(scored.length).toBeGreaterThan(10)
  for (const { risk, reasons } of told) {
    const { assessments } = await sample.ask('risks.read', { id: risk })
    for (const reason of reasons) {
      if (reason.is !== 'assessment') continue
      const whole = assessments.find(({ id }) => id === reason.id)
      const quoted = reason.quotes.map(({ excerpt }) => excerpt)
      expect(quoted).toEqual(expect.arrayContaining(whole?.excerpts ?? []))
      if ((whole?.claims.length ?? 0) > 0) expect(quoted.length).toBeGreaterThan(0)
    }
  }
})

test('between two moments only what lies between them is told', async () => {
  const [one] = await sample.ask('risks.movers', { since, until: null })
  if (!one) throw new Error('a mover')
  const until = { recorded: '2025-03-19T00:00:00.000Z' }
  expect(await sample.ask('risks.reasons', { ids: [one.id], since, until })).toEqual([{ risk: one.id, reasons: [] }])
  expect(await sample.ask('risks.movers', { since: until, until })).toEqual([])
})

test('refuses moments that are turned round, of one clock or since now', async () => {
  for (const moments of [
    { since: { dated: '2025-05-05' }, until: { dated: '2025-03-05' } },
    { since: { recorded: '2025-05-05T00:00:00.000Z' }, until: since },
    { since: null, until: since },
  ])
    expect((await sample.refused('risks.movers', moments)).message).toBe('The earlier of the two moments comes first.')
})

test('what moved is put on the clipboard as text, with its reasons and quotes', async () => {
  await sample.ask('risks.copyMovers', { since, until: null })
  const { copied } = sample.host
  expect(copied).toMatch(/^Raised\n {2}R-01 /m)
  expect(copied).toContain('The article on the signing mentions no guarantee.')
  expect(copied).toContain('“With the signing of the minerals agreement”')
})
