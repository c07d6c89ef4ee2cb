import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorkbench } from '../../main/workbench.ts'
import type { OutputOf } from '../../shared/contract.ts'
import { count } from '../faults/counts.ts'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { cheapKey, fakeDesktop, seedsDirectory } from '../support/case.ts'

// The store is killed hundreds of times by test/faults/kill.test.ts, by itself. Here it is the app as it is used: every
// process at once, as when the power goes, or the one that holds the case under a window that stays.

const kills = Math.ceil(Number(process.env.GLOSSATOR_APP_KILLS ?? 4) / 2)
/** The longest a session goes on before it is killed, in milliseconds. */
const longest = 1_200
const passphrase = 'lantern walrus copper Tuesday'

let data: ReturnType<typeof temporaryFolder>
let userData = ''
let running: RunningApp | null = null
beforeEach(() => {
  data = temporaryFolder()
  userData = path.join(data.folder, 'data')
  mkdirSync(userData)
})
afterEach(async () => {
  await running?.quit().catch(() => undefined)
  running = null
  data.remove()
})

/** What a step of the session left, once it was acknowledged. */
type Step = { kind: 'note' | 'renamed' | 'analyst' | 'undone'; number: number }

const launch = async (acknowledge: (step: Step) => void, isSealed: boolean): Promise<RunningApp> => {
  const app = await launchApp({ userData })
  if (isSealed) await unlock(app)
  await app.page.locator('.shell').waitFor()
  await app.page.exposeFunction('acknowledge', acknowledge)
  return app
}

/** The sample, sealed, where the app finds it. */
const sealSample = async () => {
  const maker = createWorkbench({ host: fakeDesktop(), dataDirectory: userData, seedsDirectory, keyCost: cheapKey })
  expect(await maker.openSample()).toMatchObject({ ok: true })
  expect(await maker.call('case.seal', { passphrase })).toMatchObject({ ok: true })
  await maker.close()
}

const unlock = async ({ page }: RunningApp) => {
  const field = page.getByLabel('Passphrase', { exact: true })
  await field.fill(passphrase)
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'detached' })
}

/** Has the page write, one edit after the other, until nobody answers. Notes come and are renamed, the case is changed, one edit in seven is undone. */
const startWriting = ({ page }: RunningApp, first: number) =>
  page.evaluate(from => {
    const here = window as unknown as {
      workbench: { call(name: string, input: unknown): Promise<string> }
      acknowledge(step: { kind: string; number: number }): Promise<void>
      writer: { isWanted: boolean; ended: Promise<void> }
    }
    const { workbench, acknowledge } = here
    const writer = { isWanted: true, ended: Promise.resolve() }
    here.writer = writer
    const write = async () => {
      for (let number = from; ; number++) {
        const call = async (kind: string, name: string, input: unknown) => {
          if (!writer.isWanted) throw new Error('Nobody wants more')
          const outcome = JSON.parse(await workbench.call(name, input))
          if (!outcome.ok) throw new Error(outcome.message)
          // The next one begins when this one is known outside: no more than one is ever on its way.
          await acknowledge({ kind, number })
          return outcome.value
        }
        const document = {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: `Note ${number}` }] }],
        }
        const { id } = await call('note', 'notes.create', { title: `note ${number}`, document })
        await call('renamed', 'notes.update', { id, patch: { title: `renamed ${number}` } })
        await call('analyst', 'case.update', { analyst: `A. Person ${number}` })
        if (number % 7 === 0) await call('undone', 'history.undo', {})
      }
    }
    writer.ended = write().catch(() => undefined)
  }, first)

/** A workbench that was killed between two edits is started anew by the next: the page writes on until it is told. */
const stopWriting = ({ page }: RunningApp) =>
  page.evaluate(async () => {
    const { writer } = window as unknown as { writer: { isWanted: boolean; ended: Promise<void> } }
    writer.isWanted = false
    await writer.ended
  })

const answer = async <Value>(app: RunningApp, name: string, input: unknown = {}): Promise<Value> => {
  const outcome = await app.call(name, input)
  if (!outcome.ok) throw new Error(`${name}: ${outcome.message}`)
  return outcome.value as Value
}

const workbenchOf = (app: RunningApp) =>
  app.app.evaluate(
    ({ app }) =>
      app.getAppMetrics().find(({ serviceName, name }) => [serviceName, name].includes('Glossator workbench'))?.pid,
  )

const findings = async (app: RunningApp) =>
  (await answer<OutputOf<'check.run'>>(app, 'check.run')).findings.map(({ sentence }) => sentence)

/** Acknowledged notes that are not there under a name they had from then on. */
const lostNotes = async (app: RunningApp, steps: readonly Step[]): Promise<string[]> => {
  const titles = new Set((await answer<OutputOf<'notes.list'>>(app, 'notes.list')).map(({ title }) => title))
  return steps.flatMap(({ kind, number }) => {
    const names = { note: [`note ${number}`, `renamed ${number}`], renamed: [`renamed ${number}`] }[kind as 'note']
    return names === undefined || names.some(name => titles.has(name)) ? [] : [`${kind} ${number}`]
  })
}

/** The number of the analyst the case has; 0: the one it began with. */
const analystOf = async (app: RunningApp): Promise<number> => {
  const { analyst } = (await answer<{ analyst: string } | null>(app, 'case.state')) ?? { analyst: '' }
  return Number(analyst.replace(/\D/g, ''))
}

/**
 * The analysts that may be found after these steps: the last one not undone, or what the step that was on its way makes
 * of it, which may be durable without its acknowledgement.
 */
const analystsAfter = (steps: readonly Step[], first: number): number[] => {
  const standing = [first]
  for (const { kind, number } of steps) {
    if (kind === 'analyst') standing.push(number)
    if (kind === 'undone') standing.pop()
  }
  const last = steps.at(-1)
  const onItsWay =
    last?.kind === 'renamed'
      ? [last.number]
      : last?.kind === 'analyst' && last.number % 7 === 0
        ? [standing.at(-2) ?? first]
        : []
  return [standing.at(-1) ?? first, ...onItsWay]
}

test.each(['plain', 'sealed'])(
  `${kills} times killed at a random moment, the app loses nothing it acknowledged of a case that is %s`,
  async kind => {
    const isSealed = kind === 'sealed'
    if (isSealed) await sealSample()
    const steps: Step[] = []
    const acknowledge = (step: Step) => void steps.push(step)
    running = await launch(acknowledge, isSealed)
    const clean = await findings(running)
    let [next, inAll, analyst] = [1, 0, await analystOf(running)]
    for (let round = 0; round < kills; round++) {
      const before = steps.length
      const workbench = await workbenchOf(running)
      await startWriting(running, next)
      await expect.poll(() => steps.length, { timeout: 30_000 }).toBeGreaterThan(before)
      await new Promise(resolve => setTimeout(resolve, Math.random() * longest))
      if (round % 2 === 0 && workbench !== undefined) {
        process.kill(workbench, 'SIGKILL')
        await running.page.locator('.notice').waitFor()
        // The one that is started anew for this has lost the key with the old one.
        if (isSealed) await Promise.all([running.call('case.state', {}), unlock(running)])
        await stopWriting(running)
      } else {
        const ended = new Promise(resolve => running?.app.process().once('exit', resolve))
        // Its whole group: no process of it has the time for anything.
        process.kill(-(running.app.process().pid ?? 0), 'SIGKILL')
        await ended
        running = await launch(acknowledge, isSealed)
        inAll++
      }
      expect(await lostNotes(running, steps)).toEqual([])
      expect(analystsAfter(steps.slice(before), analyst)).toContain(await analystOf(running))
      analyst = await analystOf(running)
      expect(await findings(running)).toEqual(clean)
      next = Math.max(...steps.map(({ number }) => number)) + 2
    }
    const counts = { tried: kills, edits: steps.length, apps: inAll, lost: 0 }
    count(`kill -9 of the app or its workbench process, case ${kind}`, counts)
  },
  7_200_000,
)
