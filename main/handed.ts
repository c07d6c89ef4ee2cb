import { randomUUID } from 'node:crypto'
import { Refused } from '../shared/outcome.ts'
import { say } from './say.ts'

/** Cases given to the running program from outside, until the page opens them. It knows them by their ids and never by their paths. */
export type Handed = {
  take(path: string): string
  /** @throws Refused when there is none of this id (any more) */
  pathOf(id: string): string
}

/** More wait only when somebody hands over files by the hundred. */
const mostKept = 20

export const createHanded = (): Handed => {
  const paths = new Map<string, string>()
  return {
    take: path => {
      const id = randomUUID()
      paths.set(id, path)
      for (const oldest of [...paths.keys()].slice(0, -mostKept)) paths.delete(oldest)
      return id
    },
    pathOf: id => {
      const path = paths.get(id)
      if (path === undefined) throw new Refused(say('refusal.recentGone'), 'stale')
      return path
    },
  }
}
