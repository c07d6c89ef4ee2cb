import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { letStand, openTestCase, positionInput, type TestCase, termInput } from '../../support/case.ts'
import { blockWith, judgementWith } from '../../support/records.ts'

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

test('an answer, a fix and an issue are each one step, which can be undone and done again', async () => {
  const { id } = await it.ask('briefings.create', { title: 'For Monday', template: 'brief' })
  const judgement = judgementWith({ text: 'It may well be paid.', likelihood: null, excerpts: [] })
  const kept = blockWith('key judgements', { judgements: [judgement] })
  await it.ask('briefings.update', { id, patch: { blocks: [kept] } })
  const read = () => it.ask('briefings.read', { id })
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      const fixed = (await it.ask('briefings.check', { id })).find(({ fix }) => fix !== null)
      return it.ask('briefings.fix', { id, finding: fixed?.key ?? '' })
    },
    async () => {
      const [open] = (await it.ask('briefings.check', { id })).filter(({ severity }) => severity === 'error')
      return it.ask('briefings.answer', { id, finding: open?.key ?? '', reason: 'Told in the room.' })
    },
  ]
  for (const step of steps) {
    const before = await read()
    await step()
    const after = await read()
    expect({ ...after, updated: '' }).not.toEqual({ ...before, updated: '' })
    await it.ask('history.undo', {})
    expect(await read()).toEqual(before)
    await it.ask('history.redo', {})
    expect(await read()).toEqual(after)
  }
  await issued(id, async () => undefined)
  const editions = await it.ask('editions.list', { briefing: id })
  expect(editions).toHaveLength(1)
  await it.ask('history.undo', {})
  expect(await it.ask('editions.list', { briefing: id })).toEqual([])
  await it.ask('history.redo', {})
  expect(await it.ask('editions.list', { briefing: id })).toEqual(editions)
})

test('what is told in an edition is of one state of the case, and no password is kept of it', async () => {
  const term = await it.ask('terms.create', termInput({ name: 'Share before' }))
  const { id } = await it.ask('briefings.create', { title: 'For Monday', template: 'brief' })
  const mention = { type: 'mention', attrs: { record: 'term', id: term.id, label: 'T-01' } }
  const document = { type: 'doc' as const, content: [{ type: 'paragraph', content: [mention] }] }
  await it.ask('briefings.update', { id, patch: { blocks: [blockWith('prose', { document })] } })
  await letStand(it, id)
  it.host.answer = `${it.directory}/monday.pdf`
  const { printPdf } = it.host
  it.host.printPdf = async (...asked) => {
    await it.ask('terms.update', { id: term.id, patch: { name: 'Share after' } })
    return printPdf(...asked)
  }
  await it.ask('briefings.export', { id, password: 'correct horse' })
  for (const printed of it.host.printed) expect(printed).not.toContain('Share after')
  const [edition] = await it.ask('editions.list', { briefing: id })
  const { told } = await it.ask('editions.read', { id: edition?.id ?? '' })
  const words = told.map(({ text }) => text).join()
  expect([words.includes('Share before'), words.includes('Share after')]).toEqual([true, false])
  const log = `${it.directory}/data/glossator.log`
  const everything = [it.path, `${it.path}-wal`, log].map(path =>
    existsSync(path) ? readFileSync(path, 'latin1') : '',
  )
  expect(everything.join()).not.toContain('correct horse')
})
