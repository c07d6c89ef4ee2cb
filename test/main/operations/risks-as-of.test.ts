import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RiskMap } from '../../../shared/contract/risks.ts'
import { movesFrom } from '../../../shared/rules/register/life.ts'
import { openTestCase, riskInput, type TestCase } from '../../support/case.ts'
import { beginRegister, type RegisterSteps } from '../../support/register-steps.ts'
import { allRisks } from '../../support/risks.ts'

let one: TestCase
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-03-01T08:00:00.000Z') })
  one = await openTestCase({ checkAnswers: false })
})
afterEach(async () => {
  await one.close()
  vi.useRealTimers()
})

const now = () => new Date().toISOString()
const wait = (hours: number) => vi.setSystemTime(Date.now() + hours * 3_600_000)

/** Takes a step; one that the case refuses leaves it as it was. */
const taken = async (steps: RegisterSteps, name: keyof RegisterSteps, number: number): Promise<boolean> => {
  try {
    await steps[name](number)
    return true
  } catch (error) {
    expect(String(error)).toMatch(/: (refused|stale|invalid): /)
    return false
  }
}

/** What the map says but for what a risk is called, which has no past. */
const drawn = ({ criteria, risks }: RiskMap) => ({
  criteria: criteria.id,
  risks: risks.map(({ title: _, category: __, kind: ___, ...rest }) => rest),
})

const lastCommand = async () => (await one.ask('history.list', { limit: 1 }))[0]?.id ?? 0

/** What takes back says that it never was, and texts and sources have no part in the map. */
const recording = [
  'risk',
  'assessed',
  'quoted',
  'reviewed',
  'moved',
  'accepted',
  'copied',
  'joined',
  'split',
  'criteria',
  'title',
] as const

test('the map as recorded by any instant is the one that was drawn then, and that of the case taken back to it', async () => {
  const steps = await beginRegister(one)
  const past: { at: string; tx: number; map: ReturnType<typeof drawn> }[] = []
  const done = new Set<string>()
  const random = fc.sample(fc.tuple(fc.constantFrom(...recording), fc.nat({ max: 60 })), { numRuns: 120, seed: 11 })
  for (const [index, [name, number]] of random.entries()) {
    wait(1 + (number % 20))
    if (await taken(steps, name, number)) done.add(name)
    if (index % 3 === 0)
      past.push({ at: now(), tx: await lastCommand(), map: drawn(await one.ask('risks.map', { asOf: null })) })
  }
  expect(recording.filter(name => !done.has(name))).toEqual([])
  wait(1)
  for (const { at, map } of past) expect(drawn(await one.ask('risks.map', { asOf: { recorded: at } }))).toEqual(map)
  expect(new Set(past.map(({ map }) => JSON.stringify(map))).size).toBeGreaterThan(past.length / 2)
  // The stops of the slider: on a day that is none of them nothing was recorded that moved the map.
  const days = new Set(await one.ask('risks.days', { clock: 'recorded' }))
  for (const [index, { at, map }] of past.entries()) {
    const before = past[index - 1]
    if (
      before &&
      before.at.slice(0, 10) < at.slice(0, 10) &&
      JSON.stringify(map.risks) !== JSON.stringify(before.map.risks)
    )
      expect(
        [...days].some(day => day > before.at.slice(0, 10) && day <= at.slice(0, 10)) ||
          days.has(before.at.slice(0, 10)),
      ).toBe(true)
  }
  for (const { tx, at, map } of [past[4], past[17], past[30]].flatMap(moment => moment ?? [])) {
    one.host.answer = join(one.directory, `then ${tx}.gloss`)
    await one.ask('history.saveAsOf', { tx })
    await one.workbench.open(one.host.answer)
    expect(drawn(await one.ask('risks.map', { asOf: null }))).toEqual(map)
    expect(drawn(await one.ask('risks.map', { asOf: { recorded: at } }))).toEqual(map)
    await one.workbench.open(one.path)
  }
})

test('whatever is done, undone and taken back, the moves of a risk explain its status, and an acceptance its freezing', async () => {
  const steps = await beginRegister(one)
  const names = [
    'risk',
    'moved',
    'moved',
    'moved',
    'accepted',
    'accepted',
    'joined',
    'split',
    'copied',
    'assessed',
    'reviewed',
  ] as const
  const back = ['undo', 'redo', 'takeBack', 'takeBack'] as const
  const done = new Map<string, number>()
  const random = fc.sample(fc.tuple(fc.constantFrom(...names, ...back), fc.nat({ max: 60 })), { numRuns: 240, seed: 5 })
  for (const [index, [name, number]] of random.entries()) {
    wait(1)
    if (await taken(steps, name, number)) done.set(name, (done.get(name) ?? 0) + 1)
    if (index % 5 > 0 && !back.some(one => one === name)) continue
    for (const { ref, status, acceptance, moves, statusReason } of await allRisks(one.ask as never)) {
      const [first] = moves
      for (const [at, move] of moves.entries()) {
        expect(movesFrom[move.was], `${ref} after ${name}`).toContain(move.status)
        if (at > 0) expect(move.was, `${ref} after ${name}`).toBe(moves[at - 1]?.status)
      }
      if (first) {
        expect({ ref, status, statusReason }).toEqual({
          ref,
          status: moves.at(-1)?.status,
          statusReason: moves.at(-1)?.reason,
        })
      }
      expect(acceptance !== null, `${ref} after ${name}`).toBe(status === 'accepted')
    }
  }
  expect([...names, ...back].filter(name => !done.has(name))).toEqual([])
})

test('a move out of the middle of a life is not taken back, the last one is', async () => {
  const { id } = await one.ask('risks.create', riskInput())
  const txs: number[] = []
  for (const status of ['treating', 'monitoring', 'treating'] as const) {
    wait(1)
    await one.ask('risks.move', { ids: [id, id], status, reason: `Now ${status}` })
    txs.push(await lastCommand())
  }
  // The status is as the first of them left it, but by another one.
  expect(await one.refused('history.takeBack', { tx: txs[0] })).toMatchObject({
    code: 'refused',
    message: 'R-01 was moved on since. Take its later moves back first.',
  })
  expect(await one.refused('history.takeBack', { tx: txs[1] })).toMatchObject({ code: 'refused' })
  const statuses = async () => (await one.ask('risks.read', { id })).moves.map(({ status }) => status)
  expect(await statuses()).toEqual(['treating', 'monitoring', 'treating'])
  await one.ask('history.takeBack', { tx: txs[2] ?? 0 })
  await one.ask('history.takeBack', { tx: txs[1] ?? 0 })
  expect(await statuses()).toEqual(['treating'])
  // Nor does one come back where the life went another way.
  const taken = await lastCommand()
  await one.ask('risks.accept', {
    id,
    acceptance: { by: 'A', at: '2025-03-01', rationale: 'Small', validUntil: null },
  })
  expect(await one.refused('history.takeBack', { tx: taken })).toMatchObject({ code: 'refused' })
  await one.ask('history.takeBack', { tx: await lastCommand() })
  expect(await one.ask('risks.read', { id })).toMatchObject({ status: 'treating', acceptance: null })
  expect(await one.refused('risks.create', riskInput({ status: 'accepted' }))).toMatchObject({ code: 'invalid' })
})
