import { basename } from 'node:path'
import { copySteps, type Progress } from '../disk/copy.ts'
import { diskFileSystem, type FileSystem, hasCode, readWhole, replaceFile } from '../disk/file-system.ts'
import { openPages } from '../disk/pages.ts'
import { loadEngine } from '../engine.ts'
import { lockUnlessReadOnly, realPathOf } from '../opening.ts'
import { besideName, stampOf } from './backups.ts'

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
 * Puts a copy of `backup` in the place of the case at `path` and keeps the case under another name beside it; returns that
 * name, or '' where there was no case. At every moment, power cuts included, the whole old case is at `path` or under the
 * other name (test/main/store/backups/restore.test.ts), and, where the drive knows second names, there is a case at `path`. A log
 * belongs to its file and goes with it: over a backup it would be taken for changes of the backup.
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
    const isThere = files.stamp(real) !== null
    // A log may be left of a case that was moved away, and must not be found beside the backup either.
    const isLeft = sidecars.some(sidecar => files.stamp(real + sidecar))
    const kept = isThere || isLeft ? besideName(files, real, `(before restoring ${stampOf(now)})`) : null
    if (kept !== null) keepAs(files, real, kept, isThere)
    files.rename(fresh, real)
    files.syncDirectoryOf(real)
    return kept !== null && isThere ? basename(kept) : ''
  } finally {
    lock?.release()
  }
}

const noSecondNames = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV']

const keepAs = (files: FileSystem, real: string, kept: string, isThere: boolean): void => {
  // Copied before the file moves, and removed after: so that the old case is never without its log under both names.
  const present = sidecars.filter(sidecar => files.stamp(real + sidecar))
  for (const sidecar of present) {
    const bytes = readWhole(files, real + sidecar)
    replaceFile(files, kept + sidecar, file => files.write(file, bytes, 0))
  }
  try {
    if (isThere) files.link(real, kept)
  } catch (error) {
    if (!hasCode(error, ...noSecondNames)) throw error
    files.rename(real, kept)
  }
  files.syncDirectoryOf(real)
  for (const sidecar of present) files.unlink(real + sidecar)
  // Before the backup comes: not every drive keeps the order of names, and over a backup the old log is poison.
  files.syncDirectoryOf(real)
}
