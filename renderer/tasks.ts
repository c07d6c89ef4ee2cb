import type { TaskProgress } from '../shared/event.ts'
import { hold } from './held.ts'

/** The long pieces of work on their way, the one begun last at the end. */
const tasks = hold<readonly TaskProgress[]>([])

/** Takes word of a piece of work: a new one goes to the end, one that is over leaves. */
export const heardOf = (task: TaskProgress): void => {
  const known = tasks.read()
  if (task.over) tasks.set(known.filter(one => one.id !== task.id))
  else if (known.some(one => one.id === task.id)) tasks.set(known.map(one => (one.id === task.id ? task : one)))
  else tasks.set([...known, task])
}

export const currentTasks = tasks.read
export const useTasks = tasks.use
