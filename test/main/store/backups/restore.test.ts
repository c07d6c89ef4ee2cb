import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backupsOf } from '../../../../main/store/backups/backups.ts'
import { restoreOver } from '../../../../main/store/backups/restore.ts'
import { openCase } from '../../../../main/store/case-file.ts'
import { takeAllSteps } from '../../../../main/store/disk/copy.ts'
import { diskFileSystem, type FileSystem } from '../../../../main/store/disk/file-system.ts'
import { lockPath } from '../../../../main/store/disk/lock.ts'
import { addParty, newCase, opened, partyNames } from '../support.ts'

const now = new Date(2026, 10, 22, 1, 30)

/** A closed case with "Old" in its backup and "New" besides in itself. */
const kept = async () => {
  const file = await newCase()
  file.write('Old', db => addParty(db, 'Old'))
  const backups = backupsOf(file.path)
  const backup = backups.newPath(now)
  takeAllSteps(file.copy(backup))
  backups.note(backup, now, null)
  file.write('New', db => addParty(db, 'New'))
  return { file, backup, backups }
}

const namesAt = async (path: string): Promise<string[]> => {
  const file = await opened(path)
  const names = partyNames(file)
  file.close()
  return names
}

describe('backups', () => {
  test('lie in a folder that names the case, under a name that says when', async () => {
    const { file, backup, backups } = await kept()
    expect(backup).toBe(join(file.path.replace('test.gloss', 'test backups'), 'test 2026-11-22 0130.gloss'))
    expect(backups.newPath(now)).toMatch(/test 2026-11-22 0130 \(2\)\.gloss$/)
    expect(backups.list()).toMatchObject([{ path: backup, state: 'unverified', made: now.toISOString() }])
    backups.judge(backup, 'verified')
    expect(backups.list()).toMatchObject([{ state: 'verified' }])
  })

  test('a backup that changed since it was judged is not believed', async () => {
    const { backup, backups } = await kept()
    backups.judge(backup, 'verified')
    writeFileSync(backup, Buffer.concat([readFileSync(backup), Buffer.alloc(4096)]))
    expect(backups.list()).toMatchObject([{ state: 'unverified', savedAt: null }])
    writeFileSync(join(backups.folder, 'backups.json'), '{ half')
    expect(backups.list()).toHaveLength(1)
  })
})

describe('restoring', () => {
  test('in the place of a case that is gone, a log that was left of it is not taken for one of the backup', async () => {
    const { file, backup } = await kept()
    const log = readFileSync(`${file.path}-wal`)
    file.close()
    renameSync(file.path, `${file.path}.moved`)
    writeFileSync(`${file.path}-wal`, log)
    expect(await restoreOver(file.path, backup, { now })).toBe('')
    expect(await namesAt(file.path)).toEqual(['Old'])
    const left = file.path.replace('.gloss', ' (before restoring 2026-11-22 0130).gloss-wal')
    expect(readFileSync(left).equals(log)).toBe(true)
  })

  test('puts the backup in place and keeps the case under another name', async () => {
    const { file, backup } = await kept()
    file.close()
    expect(await restoreOver(file.path, backup, { now })).toBe('test (before restoring 2026-11-22 0130).gloss')
    expect(await namesAt(file.path)).toEqual(['Old'])
    expect(await namesAt(file.path.replace('.gloss', ' (before restoring 2026-11-22 0130).gloss'))).toEqual([
      'New',
      'Old',
    ])
    expect(await namesAt(backup)).toEqual(['Old'])
  })

  test('a case that is open elsewhere is left alone', async () => {
    const { file, backup } = await kept()
    await expect(restoreOver(file.path, backup)).rejects.toMatchObject({ code: 'locked' })
    expect(partyNames(file)).toEqual(['New', 'Old'])
  })

  test('the log of the old case goes with the old case', async () => {
    const { file, backup } = await kept()
    const log = readFileSync(`${file.path}-wal`)
    const main = readFileSync(file.path)
    file.close()
    writeFileSync(file.path, main)
    writeFileSync(`${file.path}-wal`, log)
    await restoreOver(file.path, backup, { now })
    expect(existsSync(`${file.path}-wal`)).toBe(false)
    expect(await namesAt(file.path)).toEqual(['Old'])
    expect(await namesAt(file.path.replace('.gloss', ' (before restoring 2026-11-22 0130).gloss'))).toEqual([
      'New',
      'Old',
    ])
  })

  test.each([true, false])(
    'stopped at any call, second names %s: the case is whole at its place or under the other name',
    async canLink => {
      for (let at = 1; ; at++) {
        const { file, backup } = await kept()
        const main = readFileSync(file.path)
        const log = readFileSync(`${file.path}-wal`)
        file.close()
        writeFileSync(file.path, main)
        writeFileSync(`${file.path}-wal`, log)
        const stopped = await restoreOver(file.path, backup, { now, files: stoppingAt(at, canLink) }).then(
          () => false,
          () => true,
        )
        for (const left of readdirSync(join(file.path, '..'))) {
          const [path, lock] = [join(file.path, '..', left), lockPath(file.path)]
          if (path === lock || path.startsWith(`${lock}-`)) diskFileSystem.unlink(path)
        }
        const states: string[] = []
        for (const path of [file.path, file.path.replace('.gloss', ' (before restoring 2026-11-22 0130).gloss')]) {
          const outcome = existsSync(path) ? await openCase(path) : null
          if (!outcome?.ok) continue
          states.push(partyNames(outcome.value).join(' '))
          outcome.value.close()
        }
        expect(states, `stopped at ${at}`).toContain('New Old')
        if (canLink) expect(existsSync(file.path), `stopped at ${at}`).toBe(true)
        if (!stopped) {
          expect(at).toBeGreaterThan(5)
          expect(states).toEqual(['Old', 'New Old'])
          break
        }
      }
    },
  )
})

/** The disk, on which this changing call and all later ones fail as if the process were gone. */
const stoppingAt = (at: number, canLink: boolean): FileSystem => {
  let calls = 0
  const wrapped = { ...diskFileSystem } as Record<string, unknown>
  for (const name of ['write', 'truncate', 'sync', 'syncDirectoryOf', 'rename', 'unlink', 'link'] as const) {
    const call = diskFileSystem[name] as (...parameters: unknown[]) => void
    wrapped[name] = (...parameters: unknown[]) => {
      if (++calls >= at) throw Object.assign(new Error('EIO: simulated'), { code: 'EIO' })
      if (name === 'link' && !canLink) throw Object.assign(new Error('EPERM: simulated'), { code: 'EPERM' })
      call(...parameters)
    }
  }
  return wrapped as FileSystem
}
