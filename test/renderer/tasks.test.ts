import { expect, test } from 'vitest'
import { currentTasks, heardOf } from '../../renderer/tasks.ts'

const task = (id: string, done: number, over = false) => ({ id, label: id, done, total: 10, over })

test('the work begun last stands at the end, keeps its place while it goes on, and leaves when it is over', () => {
  heardOf(task('backup', 1))
  heardOf(task('check', 1))
  heardOf(task('backup', 5))
  expect(currentTasks().map(one => [one.id, one.done])).toEqual([
    ['backup', 5],
    ['check', 1],
  ])
  heardOf(task('check', 10, true))
  heardOf(task('never heard of', 10, true))
  expect(currentTasks().map(one => one.id)).toEqual(['backup'])
  heardOf(task('backup', 10, true))
  expect(currentTasks()).toEqual([])
})
