import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import { type FileStamp, type FileSystem, hasCode } from './file-system.ts'
import { createCaseFile, type SealedFile } from './sealed-content.ts'
import { caseIdOfLog, newFileId, preambleSize, type Seal, sameBytes, unitsOf } from './sealed-format.ts'
import { headerAt, headerIn, writeHeaders } from './sealed-header.ts'
import { createLogFile } from './sealed-log.ts'

const lockName = /-lock(-after-[0-9a-f]{16})*(-[0-9a-f]{16}-new)?$/

/**
 * Files beside a case that say nothing of what is in it: the lock, the list of backups (times and sizes), and the journal
 * of another program, which we only ever refuse.
 */
const isNeverSealed = (path: string): boolean =>
  lockName.test(path) || /(^|[\\/])backups\.json(-new)?$/.test(path) || path.endsWith('-journal')

/** Of a log, or of one that is being copied. */
const logName = /-wal(-new)?$/
const isLog = (path: string): boolean => logName.test(path)

/** The file that a log belongs to. */
const caseOfLog = (path: string): string => path.replace(logName, '')

/** Whether a case of this name would be taken for a file that lies beside a case. */
export const isSidecarName = (path: string): boolean =>
  isNeverSealed(path) || isNeverSealed(`${path}-new`) || isLog(path)

/** The seals that are known. */
export type Keys = {
  /** The seal of the case of this id, of whatever file. */
  of(caseId: Uint8Array): Seal | undefined
  /** The seal that a file gets that is made at `path`; undefined for a plain one. */
  forNew(path: string): Seal | undefined
}

/** Under which every file is one of this case, whatever its name. */
export const onlyKey = (seal: Seal): Keys => ({
  of: caseId => (sameBytes(caseId, seal.caseId) ? seal : undefined),
  forNew: () => seal,
})

/**
 * A disk laid over another on which the files of sealed cases are encrypted, where their seal is known: whoever reads and
 * writes through it knows nothing of that, positions and sizes are those of the content. All other files are as they are.
 * A log that is not sealed beside a case that is, is refused: anybody could have put it there.
 */
export const sealedDisk = (files: FileSystem, keys: Keys): FileSystem => {
  const open = new Map<number, { file: SealedFile | null; key: string }>()
  /** Stamps are asked before each edit, and then only of files that are open; null for a plain one. */
  const known = new Map<string, { file: SealedFile | null; handles: number }>()
  // With the path: as a number an inode of NTFS is rounded, so that a case and its log may seem to be one file.
  const keyOf = ({ device, inode }: FileStamp, path: string): string => `${device} ${inode} ${path}`

  const keep = (path: string, handle: number, file: SealedFile | null): number => {
    const key = keyOf(files.stampOf(handle), path)
    open.set(handle, { file, key })
    known.set(key, { file, handles: (known.get(key)?.handles ?? 0) + 1 })
    return handle
  }

  const sealAt = (path: string): Seal | undefined => {
    const header = headerAt(files, path)
    return header ? keys.of(header.caseId) : undefined
  }

  const sealForNew = (path: string): Seal | undefined => {
    const owner = isLog(path) ? caseOfLog(path) : null
    return owner !== null && files.stamp(owner) ? sealAt(owner) : keys.forNew(path)
  }

  const newFile = (path: string): number => {
    const seal = sealForNew(path)
    const handle = files.open(path, 'wx+')
    if (!seal) return keep(path, handle, null)
    try {
      if (isLog(path)) return keep(path, handle, createLogFile(files, handle, seal))
      const fileId = newFileId()
      writeHeaders(files, handle, { caseId: seal.caseId, fileId, envelope: seal.envelope })
      return keep(path, handle, createCaseFile(files, handle, unitsOf(seal, fileId, 'case')))
    } catch (error) {
      files.close(handle)
      files.unlink(path)
      throw error
    }
  }

  const logContent = (path: string, handle: number): SealedFile | null => {
    const start = new Uint8Array(preambleSize)
    const count = files.read(handle, start, 0)
    const caseId = caseIdOfLog(start)
    const its = caseId && keys.of(caseId)
    const owner = sealAt(caseOfLog(path))
    if (its && (!owner || its === owner)) return createLogFile(files, handle, its)
    if (!owner) return null
    // What a power cut left of a new log is an empty one; any other is not the log of this case.
    if (count < preambleSize || start.every(byte => byte === 0)) return createLogFile(files, handle, owner)
    throw new Refused(say('sealed.foreignLog', { path }))
  }

  /** The content of an open file that is there already; null where it is a plain one, or one whose seal is not known. */
  const contentOf = (path: string, handle: number): SealedFile | null => {
    if (isLog(path)) return logContent(path, handle)
    const header = headerIn(files, handle)
    const seal = header ? keys.of(header.caseId) : undefined
    return header && seal ? createCaseFile(files, handle, unitsOf(seal, header.fileId, 'case')) : null
  }

  const openFile: FileSystem['open'] = (path, mode) => {
    if (isNeverSealed(path)) return files.open(path, mode)
    if (mode === 'wx+') return newFile(path)
    const handle = files.open(path, mode)
    try {
      return keep(path, handle, contentOf(path, handle))
    } catch (error) {
      files.close(handle)
      throw error
    }
  }

  const contentStamp = (stamp: FileStamp, file: SealedFile | null): FileStamp =>
    file ? { ...stamp, size: file.size(stamp.size) } : stamp

  const fileOf = (handle: number): SealedFile | null => open.get(handle)?.file ?? null

  return {
    ...files,
    open: openFile,
    read: (handle, into, position) => {
      const file = fileOf(handle)
      return file ? file.read(into, position) : files.read(handle, into, position)
    },
    write: (handle, bytes, position) => {
      const file = fileOf(handle)
      if (file) file.write(bytes, position)
      else files.write(handle, bytes, position)
    },
    truncate: (handle, size) => {
      const file = fileOf(handle)
      if (file) file.truncate(size)
      else files.truncate(handle, size)
    },
    close: handle => {
      const closing = open.get(handle)
      open.delete(handle)
      const its = closing && known.get(closing.key)
      if (its && --its.handles === 0) known.delete(closing.key)
      files.close(handle)
    },
    stampOf: handle => contentStamp(files.stampOf(handle), fileOf(handle)),
    stamp: path => {
      const stamp = files.stamp(path)
      if (!stamp || isNeverSealed(path)) return stamp
      const its = known.get(keyOf(stamp, path))
      if (its) return contentStamp(stamp, its.file)
      try {
        const handle = files.open(path, 'r')
        try {
          return contentStamp(stamp, contentOf(path, handle))
        } finally {
          files.close(handle)
        }
      } catch (error) {
        // It is there; what is wrong with it is said when it is opened.
        return hasCode(error, 'ENOENT') ? null : stamp
      }
    },
  }
}
