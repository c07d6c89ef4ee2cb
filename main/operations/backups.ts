import { done, Refused, refusal } from '../../shared/outcome.ts'
import type { AtDesk, Desk } from '../operation.ts'
import { asBackup } from '../safekeeping.ts'
import { say } from '../say.ts'
import { backupsOf, type KeptBackup } from '../store/backups/backups.ts'
import { differencesOf } from '../store/backups/differences.ts'
import { openCase } from '../store/case-file.ts'

/** The case that is meant: the open one, or one that could not be opened. */
const pathOf = (desk: Desk, obstacle: string | null): string =>
  obstacle === null ? desk.needCase().path : desk.obstacles.pathOf(obstacle)

const backupOf = (desk: Desk, path: string, id: string): KeptBackup => {
  const found = backupsOf(path, desk.files)
    .list()
    .find(backup => backup.id === id)
  if (!found) throw new Refused(say('keeping.backupGone'), 'stale')
  return found
}

export const list: AtDesk<'backups.list'> = (desk, { obstacle }) =>
  done(backupsOf(pathOf(desk, obstacle), desk.files).list().map(asBackup))

export const make: AtDesk<'backups.make'> = async desk => done(asBackup(await desk.safekeeping.make(desk.needCase())))

export const compare: AtDesk<'backups.compare'> = async (desk, { id, obstacle }) => {
  const path = pathOf(desk, obstacle)
  const backup = backupOf(desk, path, id)
  const options = { readOnly: true, ...(desk.files ? { files: desk.files } : {}) }
  const other = await openCase(backup.path, options)
  if (!other.ok) return refusal('refused', other.code === 'damaged' ? say('keeping.backupDamaged') : other.message)
  const present = obstacle === null ? done(desk.needCase()) : await openCase(path, options)
  try {
    if (!present.ok) return present
    const presentCase = present.value
    return done(other.value.read(there => presentCase.read(here => differencesOf(here, there))))
  } finally {
    other.value.close()
    if (present.ok && obstacle !== null) present.value.close()
  }
}

export const restore: AtDesk<'backups.restore'> = async (desk, { id, obstacle }) => {
  const path = pathOf(desk, obstacle)
  const backup = backupOf(desk, path, id)
  if (backup.state === 'damaged') return refusal('refused', say('keeping.backupDamaged'))
  const restored = await desk.restore(path, backup.path)
  if (!restored.ok) return restored
  return done({ opened: true, obstacle: null, keptAs: restored.value.keptAs }, restored.changed)
}
