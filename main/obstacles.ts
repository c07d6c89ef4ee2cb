import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Obstacle, Opening } from '../shared/contract/safety.ts'
import { done, type Outcome, Refused } from '../shared/outcome.ts'
import { say } from './say.ts'
import { backupsOf } from './store/backups/backups.ts'
import { openCase } from './store/case-file.ts'
import type { FileSystem } from './store/disk/file-system.ts'

/** Cases that could not be opened as usual, while the analyst decides what to do with them. */
export type Obstacles = {
  /** The answer to an attempt to open: an obstacle in place of a refusal that something can be done about. */
  met(path: string, outcome: Outcome<unknown>): Promise<Outcome<Opening>>
  /** @throws Refused when it is not known (any more) */
  pathOf(id: string): string
}

export const createObstacles = (files?: FileSystem): Obstacles => {
  const paths = new Map<string, string>()
  const options = files ? { files } : {}

  const canBeRead = async (path: string): Promise<boolean> => {
    const opened = await openCase(path, { ...options, readOnly: true })
    if (opened.ok) opened.value.close()
    return opened.ok
  }

  const waysAround = async (path: string, kind: Obstacle['kind']): Promise<Obstacle['ways']> => {
    const look: Obstacle['ways'] = (await canBeRead(path)) ? ['readOnly'] : []
    if (kind === 'locked') return look
    const hasBackup = backupsOf(path, files)
      .list()
      .some(({ state }) => state !== 'damaged')
    return [...(hasBackup ? (['restore'] as const) : []), 'recover', ...look]
  }

  return {
    met: async (path, outcome) => {
      if (outcome.ok) return done({ opened: true, obstacle: null }, outcome.changed)
      const { code: kind, message } = outcome
      if (kind !== 'locked' && kind !== 'damaged') return outcome
      const known = [...paths].find(([, other]) => other === path)?.[0]
      const id = known ?? randomUUID()
      paths.set(id, path)
      const ways = await waysAround(path, kind)
      return done({ opened: false, obstacle: { id, kind, fileName: basename(path), message, ways } })
    },
    pathOf: id => {
      const path = paths.get(id)
      if (path === undefined) throw new Refused(say('keeping.obstacleGone'), 'stale')
      return path
    },
  }
}
