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
  /** The answer where there is no file any more at a place that is known. */
  missing(path: string): Promise<Outcome<Opening>>
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

  const idFor = (path: string): string => {
    const id = [...paths].find(([, other]) => other === path)?.[0] ?? randomUUID()
    paths.set(id, path)
    return id
  }

  /** Restoring the newest backup that is not damaged; before that the passphrase, where it is sealed and nobody gave it yet. */
  const wayBack = async (path: string): Promise<Obstacle['ways']> => {
    const backup = backupsOf(path, files)
      .list()
      .find(({ state }) => state !== 'damaged')
    if (backup === undefined) return []
    const opened = await openCase(backup.path, { ...options, readOnly: true })
    if (opened.ok) opened.value.close()
    return !opened.ok && opened.code === 'sealed' ? ['unlock'] : ['restore']
  }

  const waysAround = async (path: string, kind: Obstacle['kind']): Promise<Obstacle['ways']> => {
    if (kind === 'sealed') return ['unlock']
    const look: Obstacle['ways'] = (await canBeRead(path)) ? ['readOnly'] : []
    if (kind === 'locked') return look
    return [...(await wayBack(path)), 'recover', ...look]
  }

  return {
    met: async (path, outcome) => {
      if (outcome.ok) return done({ opened: true, obstacle: null }, outcome.changed)
      const { code: kind, message } = outcome
      if (kind !== 'locked' && kind !== 'sealed' && kind !== 'damaged') return outcome
      const ways = await waysAround(path, kind)
      return done({ opened: false, obstacle: { id: idFor(path), kind, fileName: basename(path), message, ways } })
    },
    missing: async path => {
      const ways: Obstacle['ways'] = [...(await wayBack(path)), 'forget']
      const message = say('keeping.missing', { path })
      return done({
        opened: false,
        obstacle: { id: idFor(path), kind: 'missing', fileName: basename(path), message, ways },
      })
    },
    pathOf: id => {
      const path = paths.get(id)
      if (path === undefined) throw new Refused(say('keeping.obstacleGone'), 'stale')
      return path
    },
  }
}
