import { randomUUID } from 'node:crypto'
import { Refused } from '../shared/outcome.ts'
import type { Host } from './host.ts'
import { say } from './say.ts'

/** A long piece of work that other calls are answered beside: it says how far it is and can be cancelled at each word. */
export type Task = {
  /**
   * Says how far the work is and lets waiting calls go first.
   * @throws Refused when the analyst cancelled: whatever was begun is to be given up
   */
  reached(done: number, total: number): Promise<void>
}

/** How far a piece of work is, as it comes out of its steps. */
export type Progress = { done: number; total: number }

/** Carries out work that is cut into steps, with a word after each; `place` says where that is of a hundred. */
export const inSteps = async <Result>(
  steps: Generator<Progress, Result>,
  task: Task,
  place: (done: number, total: number) => number,
): Promise<Result> => {
  try {
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      await task.reached(place(step.value.done, step.value.total), 100)
    }
  } finally {
    // Given up on the way, the steps clean up behind them.
    steps.return(undefined as never)
  }
}

export type Tasks = {
  /** Carries out `work`; `label` is what the page shows of it. */
  run<Result>(label: string, work: (task: Task) => Promise<Result>): Promise<Result>
  /** Nothing happens when the task is over already. */
  cancel(id: string): void
}

/** Milliseconds between two words to the page. */
const between = 100

/** The long pieces of work of one workbench. */
export const createTasks = (emit: Host['emit']): Tasks => {
  const cancelled = new Set<string>()
  const running = new Set<string>()

  return {
    run: async (label, work) => {
      const id = randomUUID()
      running.add(id)
      let said = 0
      let shown = false
      const reached: Task['reached'] = async (done, total) => {
        // Not a promise alone: a call that came in meanwhile is read from its channel only when the loop turns.
        await new Promise(resolve => setImmediate(resolve))
        if (cancelled.has(id)) throw new Refused(say('refusal.cancelled'))
        const now = performance.now()
        if (said !== 0 && now - said < between) return
        if (said !== 0) {
          emit({ kind: 'task', task: { id, label, done, total, over: false } })
          shown = true
        }
        said = now
      }
      try {
        return await work({ reached })
      } finally {
        running.delete(id)
        cancelled.delete(id)
        if (shown) emit({ kind: 'task', task: { id, label, done: 1, total: 1, over: true } })
      }
    },
    cancel: id => {
      if (running.has(id)) cancelled.add(id)
    },
  }
}
