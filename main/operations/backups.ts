import { done, Refused, refusal } from '../../shared/outcome.ts'
import type { AtDesk, Desk } from '../operation.ts'
import { asBackup } from '../safekeeping.ts'
import { say } from '../say.ts'
import { backupsOf, type KeptBackup } from '../store/backups/backups.ts'
import { differencesOf } from '../store/backups/differences.ts'
import { type CaseFile, openCase } from '../store/case-file.ts'
import { damageIn } from '../store/damage.ts'

/** The case that is meant: the open one, one of the recent list, or one that could not be opened. */
const pathOf = (desk: Desk, obstacle: string | null): string =>
  obstacle === null ? desk.needCase().path : (desk.recent.pathOf(obstacle) ?? desk.obstacles.pathOf(obstacle))

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
  const isOpen = obstacle === null || desk.caseFile()?.path === path
  const present = isOpen ? done(desk.needCase()) : await openCase(path, options)
  try {
    const compared = present.ok ? comparedWith(present.value, other.value) : null
    if (compared !== null) return done({ comparedWith: 'case', differences: compared })
    return done({ comparedWith: 'nothing', differences: other.value.read(there => differencesOf(null, there)) })
  } finally {
    other.value.close()
    if (present.ok && !isOpen) present.value.close()
  }
}

/** Null where a part of the case that is compared cannot be read. */
const comparedWith = (present: CaseFile, other: CaseFile) => {
  try {
    return other.read(there => present.read(here => differencesOf(here, there)))
  } catch (error) {
    if (damageIn(error) === null) throw error
    return null
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
