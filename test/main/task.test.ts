import { expect, test } from 'vitest'
import { createTasks } from '../../main/task.ts'
import type { TaskProgress, WorkbenchEvent } from '../../shared/event.ts'

const setUp = () => {
  const said: TaskProgress[] = []
  const tasks = createTasks((event: WorkbenchEvent) => void (event.kind === 'task' && said.push(event.task)))
  return { said, tasks }
}

test('a long piece of work says how far it is, lets other work go first, and says when it is over', async () => {
  const { said, tasks } = setUp()
  let between = 0
  const result = await tasks.run('Counting', async task => {
    for (let step = 1; said.length < 3; step++) {
      setImmediate(() => {
        between += 1
      })
      await task.reached(step, 1_000_000)
      expect(between).toBeGreaterThanOrEqual(step - 1)
    }
    return 'counted'
  })
  expect(result).toBe('counted')
  expect(said.map(({ over }) => over)).toEqual([false, false, false, true])
  expect(new Set(said.map(({ id, label }) => `${id} ${label}`)).size).toBe(1)
})

test('a cancelled one is given up at its next word, and only it', async () => {
  const { said, tasks } = setUp()
  const steps = { one: 0, other: 0 }
  const work = (name: keyof typeof steps, most: number) =>
    tasks.run(name, async task => {
      for (; steps[name] < most; steps[name]++) await task.reached(steps[name], most)
    })
  const one = work('one', Number.POSITIVE_INFINITY)
  const other = work('other', 50)
  const cancelled = expect(one).rejects.toThrow('Cancelled')
  while (said.length === 0) await new Promise(resolve => setImmediate(resolve))
  tasks.cancel(said.find(({ label }) => label === 'one')?.id ?? '')
  await cancelled
  await other
  expect(steps.other).toBe(50)
  expect(said.at(-1)).toMatchObject({ label: 'one', over: true })
  tasks.cancel(said[0]?.id ?? '')
})

test('one that is over before it was shown says nothing', async () => {
  const { said, tasks } = setUp()
  await tasks.run('Short', task => task.reached(1, 1))
  expect(said).toEqual([])
})
