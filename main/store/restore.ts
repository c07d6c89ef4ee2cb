import { basename } from 'node:path'
import { besideName, stampOf } from './backups.ts'
import { copySteps, type Progress } from './copy.ts'
import { loadEngine } from './engine.ts'
import { diskFileSystem, type FileSystem, hasCode } from './file-system.ts'
import { lockUnlessReadOnly, realPathOf } from './opening.ts'
import { openPages } from './pages.ts'

type RestoreOptions = {
  files?: FileSystem
  now?: Date
  /** Told between the pieces of the copy; what it throws gives the restoring up, with everything as it was. */
  reached?(progress: Progress): void | Promise<void>
  /** Told when the copy is there, before the case is locked: whoever has it open closes it now. */
  release?(): void
}

const sidecars = ['-wal', '-journal']

/**
 * Puts a copy of `backup` in the place of the case at `path`, and keeps the case under another name beside it; returns that name, or '' where there was no case. At every moment either the whole old case or the
 * whole backup is at `path`, power cuts included (test/main/store/restore.test.ts): where the drive knows second names,
 * the old file gets its new one before it loses the old. A log belongs to its file and moves with it: over a backup it
 * would be taken for changes of the backup.
 */
export const restoreOver = async (path: string, backup: string, options: RestoreOptions = {}): Promise<string> => {
  const { files = diskFileSystem, now = new Date() } = options
  const real = realPathOf(files, path)
  const fresh = `${real}-restoring`
  const medium = openPages(await loadEngine(), realPathOf(files, backup), { files, readOnly: true })
  try {
    for (const progress of copySteps(files, medium, fresh)) await options.reached?.(progress)
  } finally {
    medium.close(false)
  }
  options.release?.()
  const lock = await lockUnlessReadOnly(files, path, real)
  try {
    const kept = files.stamp(real) ? besideName(files, real, `(before restoring ${stampOf(now)})`) : null
    if (kept !== null) keepAs(files, real, kept)
    files.rename(fresh, real)
    files.syncDirectoryOf(real)
    return kept === null ? '' : basename(kept)
  } finally {
    lock?.release()
  }
}

const noSecondNames = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']

const keepAs = (files: FileSystem, real: string, kept: string): void => {
  try {
    files.link(real, kept)
  } catch (error) {
    if (!hasCode(error, ...noSecondNames)) throw error
    files.rename(real, kept)
  }
  for (const sidecar of sidecars) if (files.stamp(real + sidecar)) files.rename(real + sidecar, kept + sidecar)
  files.syncDirectoryOf(real)
}
