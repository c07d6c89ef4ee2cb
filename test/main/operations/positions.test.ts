import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  importInput,
  letStand,
  openTestCase,
  percentClaim,
  positionInput,
  type TestCase,
  termInput,
} from '../../support/case.ts'

let one: TestCase
let term: string
beforeEach(async () => {
  one = await openTestCase()
  term = (await one.ask('terms.create', termInput())).id
})
afterEach(() => one.close())

const percent = (share: number) => ({ type: 'percent' as const, low: share, high: share })
const exported = async (id: string) => {
  one.host.answer = join(one.directory, 'Briefing.pdf')
  await letStand(one, id)
  await one.ask('briefings.export', { id })
}

test('positions.ofTerm tells how they succeeded one another, whose they are and why the newest is stale', async () => {
  const party = await one.ask('parties.create', { name: 'Northland', shortName: 'NO' })
  await one.ask('positions.create', positionInput({ term, validAt: '2025-02-20', value: percent(40) }))
  await one.ask(
    'positions.create',
    positionInput({ term, validAt: '2025-03-01', value: percent(50), confidence: 'high' }),
  )
  await one.ask('positions.create', positionInput({ term, validAt: '2025-02-25', party: party.id }))
  const standing = async () => (await one.ask('positions.ofTerm', { term })).filter(({ isStanding }) => isStanding)
  expect((await standing()).map(({ partyName, stale }) => [partyName, stale])).toEqual([
    ['', null],
    ['Northland', null],
  ])
  const [newest, , first] = await one.ask('positions.ofTerm', { term })
  expect(newest?.sinceBefore[0]).toMatch(/^Assessed as “50 %.*before as “40 %/)
  expect(first).toMatchObject({ isStanding: false, sinceBefore: [], stale: null })
  const { source } = await one.ask(
    'sources.import',
    importInput('A newer text.', { title: 'News', published: '2025-03-20' }),
  )
  expect((await standing())[0]?.stale).toBe('The newer source “News” (20 Mar 2025) has not been read for this term.')
  await one.ask('claims.create', percentClaim(term, source, 50))
  expect((await standing())[0]?.stale).toBeNull()
})

test('an export records an edition; what was briefed is told against what is assessed now', async () => {
  const { id } = await one.ask('briefings.create', { title: 'To the desk', template: 'flash' })
  const kept = await one.ask('positions.create', positionInput({ term, value: percent(50) }))
  expect(await one.ask('positions.since', { edition: null })).toEqual({ edition: null, changes: [] })
  await exported(id)
  const [edition] = await one.ask('editions.list', {})
  expect(edition).toMatchObject({ title: 'To the desk', number: 1, by: 'A. Analyst', format: 'pdf', positions: 1 })
  expect((await one.ask('case.state', {}))?.undo).toBe('Edition 1 of “To the desk” issued')
  expect((await one.ask('positions.since', { edition: null })).changes).toEqual([])
  const other = (await one.ask('terms.create', termInput())).id
  await one.ask('positions.create', positionInput({ term: other }))
  await one.ask('positions.update', { id: kept.id, patch: { value: percent(30), confidence: 'low' } })
  const { changes } = await one.ask('positions.since', { edition: null })
  expect(changes.map(({ kind, termRef }) => [kind, termRef])).toEqual([
    ['changed', 'T-01'],
    ['new', 'T-02'],
  ])
  expect(changes[0]?.differences).toEqual(['value', 'confidence'])
  expect((await one.ask('positions.since', { edition: edition?.id ?? '', term: other })).changes).toHaveLength(1)
  await exported(id)
  expect((await one.ask('editions.list', { briefing: id })).map(({ number }) => number)).toEqual([2, 1])
  expect((await one.ask('positions.since', { edition: null })).changes).toEqual([])
  await one.ask('positions.remove', { id: kept.id })
  expect((await one.ask('positions.since', { edition: null })).changes).toMatchObject([
    { kind: 'withdrawn', termRef: 'T-01', after: '' },
  ])
  expect((await one.refused('positions.since', { edition: term })).code).toBe('stale')
  expect((await one.ask('check.run', {})).findings.filter(({ record }) => record === 'edition')).toEqual([])
})

test('where the dialog is closed, and where the case is only looked at, no edition is recorded', async () => {
  const { id } = await one.ask('briefings.create', { title: 'To the desk', template: 'flash' })
  await letStand(one, id)
  await one.ask('briefings.export', { id })
  await one.workbench.close()
  const opened = await one.workbench.openReadOnly(one.path)
  expect(opened.ok).toBe(true)
  one.host.answer = join(one.directory, 'Briefing.pdf')
  const { path, degraded } = await one.ask('briefings.export', { id })
  expect(path).toBe(one.host.answer)
  expect(degraded.at(-1)).toMatch(/only\.$/)
  expect(await one.ask('editions.list', {})).toEqual([])
})
