import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type RunningApp, temporaryFolder } from '../support/app.ts'
import { lookMoreOften } from '../support/impatience.ts'

const data = temporaryFolder()
let running: RunningApp

beforeAll(async () => {
  running = await launchApp({ userData: data.folder })
})
afterAll(async () => {
  await running?.quit()
  data.remove()
})

/** The process that holds the case, told from Chromium's own by its name. */
const workbenchProcesses = () =>
  running.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ serviceName, name }) => [serviceName, name].includes('Glossator workbench'))
      .map(({ pid }) => pid),
  )

test('the first start opens the sample case', async () => {
  const state = await running.call('case.state', {})
  expect(state).toMatchObject({ ok: true, value: { counts: { sources: 5 } } })
})

test('the case is held by one process of its own', async () => {
  expect(await workbenchProcesses()).toHaveLength(1)
})

test('when that process is killed, the window stays, says so, and the next call finds the same case', async () => {
  const before = await running.call('case.state', {})
  await running.page.evaluate(() => {
    const page = window as unknown as {
      workbench: { onEvent(listener: (event: { kind: string; message: string }) => void): void }
      problems: string[]
    }
    page.problems = []
    page.workbench.onEvent(event => event.kind === 'problem' && page.problems.push(event.message))
  })
  const [pid] = await workbenchProcesses()
  await lookMoreOften(running.app)
  process.kill(pid as number, 'SIGKILL')
  const told = await running.page.waitForFunction(() => (window as unknown as { problems: string[] }).problems[0])
  expect(await told.jsonValue()).toContain('stopped unexpectedly')
  expect(await running.call('case.state', {})).toEqual(before)
  expect(await workbenchProcesses()).not.toContain(pid)
})

test('when it hangs, it is ended after a while, whoever waits is told, and the same case is opened again', async () => {
  const before = await running.call('case.state', {})
  const [pid] = await workbenchProcesses()
  process.kill(pid as number, 'SIGSTOP')
  const answer = await running.call('sources.list', {})
  expect(answer).toMatchObject({ ok: false, code: 'broken', message: expect.stringContaining('no longer answered') })
  expect(await running.call('case.state', {})).toEqual(before)
  expect(await workbenchProcesses()).not.toContain(pid)
})
