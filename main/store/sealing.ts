import { createHash } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'
import { backupsOf, type KeptBackup } from './backups/backups.ts'
import type { Progress } from './disk/copy.ts'
import type { FileSystem } from './disk/file-system.ts'
import { lockPath } from './disk/lock.ts'
import { openPages, walPath } from './disk/pages.ts'
import { isSidecarName, onlyKey, sealedDisk } from './disk/sealed-disk.ts'
import { caseIdOfLog, preambleSize, type Seal, sameBytes, unitSize } from './disk/sealed-format.ts'
import { headerAt, headersAgree, isSealedAt, writeEnvelope } from './disk/sealed-header.ts'
import { loadEngine } from './engine.ts'
import { lockUnlessReadOnly } from './opening.ts'

/** Bytes between two steps. */
const pieceSize = 2048 * unitSize

/** The name under which a file is written anew before it takes its place. */
const besidePath = (path: string): string => `${path}-sealing`

const hashSteps = function* (files: FileSystem, path: string): Generator<Progress, string> {
  const file = files.open(path, 'r')
  try {
    const total = files.stampOf(file).size
    const hash = createHash('sha256')
    const piece = new Uint8Array(Math.min(pieceSize, total))
    for (let done = 0; done < total; ) {
      const count = files.read(file, piece.subarray(0, Math.min(piece.length, total - done)), done)
      if (count === 0) break
      hash.update(piece.subarray(0, count))
      done += count
      yield { done, total }
    }
    return hash.digest('hex')
  } finally {
    files.close(file)
  }
}

/**
 * Writes the file at `path`, read from one disk, to another in its own place: sealed, or plain again. It is read back and
 * compared before it takes the place; until then, and where anything fails, the file is what it was.
 */
const rewriteSteps = function* (from: FileSystem, to: FileSystem, path: string): Generator<Progress, void> {
  const fresh = besidePath(path)
  if (to.stamp(fresh)) to.unlink(fresh)
  const source = from.open(path, 'r')
  let kept = false
  try {
    const total = from.stampOf(source).size
    const target = to.open(fresh, 'wx+')
    const hash = createHash('sha256')
    try {
      const piece = new Uint8Array(Math.min(pieceSize, total))
      for (let done = 0; done < total; ) {
        const part = piece.subarray(0, Math.min(piece.length, total - done))
        if (from.read(source, part, done) !== part.length) throw new Error('the file is shorter than it was')
        hash.update(part)
        to.write(target, part, done)
        to.sync(target)
        done += part.length
        yield { done: done / 2, total }
      }
    } finally {
      to.close(target)
    }
    const back = yield* halfway(hashSteps(to, fresh))
    if (back !== hash.digest('hex')) throw new Refused(say('sealed.unlike', { path }))
    // A log that was removed must not come back beside the new file: not every drive keeps the order of names.
    to.syncDirectoryOf(path)
    to.rename(fresh, path)
    kept = true
    to.syncDirectoryOf(path)
  } finally {
    from.close(source)
    if (!kept && to.stamp(fresh)) to.unlink(fresh)
  }
}

/** The second half of a piece of work. */
const halfway = function* <Result>(steps: Generator<Progress, Result>): Generator<Progress, Result> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield { done: (step.value.total + step.value.done) / 2, total: step.value.total }
  }
}

/** The disk as the files of a case are on it: plain, or under its seal. */
export const diskUnder = (files: FileSystem, seal: Seal | null): FileSystem =>
  seal ? sealedDisk(files, onlyKey(seal)) : files

type Reached = (progress: Progress) => void | Promise<void>

/**
 * Puts the closed case at `path`, which is under one seal, under another; null is none. At every moment, power cuts
 * included, there is either the old file or all of the new one (test/faults/sealing.test.ts).
 */
export const rewriteCase = async (
  files: FileSystem,
  path: string,
  [from, to]: [Seal | null, Seal | null],
  reached: Reached,
): Promise<void> => {
  if (isSidecarName(path)) throw new Refused(say('sealed.badName', { path }))
  const lock = await lockUnlessReadOnly(files, path, path)
  if (!lock) throw new Refused(say('sealed.readOnly', { path }))
  try {
    if (files.stamp(walPath(path))) throw new Refused(say('sealed.logLeft', { path }))
    refuseJournal(files, path)
    const pageSize = pageSizeOf(diskUnder(files, from), path)
    if (pageSize < unitSize) throw new Refused(say('sealed.smallPages', { path, size: pageSize }))
    const before = files.stamp(path)
    for (const progress of rewriteSteps(diskUnder(files, from), diskUnder(files, to), path)) {
      await reached(progress)
      const now = files.stamp(path)
      const isLast = progress.done >= progress.total
      if (isLast && (now?.modified !== before?.modified || now?.size !== before?.size || files.stamp(walPath(path))))
        throw new Refused(say('sealed.changedElsewhere', { path }))
    }
  } finally {
    lock.release()
  }
}

/** A journal of another program holds pages of the case, also one that is played back. */
const refuseJournal = (files: FileSystem, path: string): void => {
  const journal = `${path}-journal`
  if (files.stamp(journal)?.size) throw new Refused(say('sealed.journalLeft', { path: journal }))
}

const pageSizeOf = (files: FileSystem, path: string): number => {
  const file = files.open(path, 'r')
  try {
    const header = new Uint8Array(18)
    files.read(file, header, 0)
    const stated = new DataView(header.buffer).getUint16(16)
    return stated === 1 ? 65_536 : stated
  } finally {
    files.close(file)
  }
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The paths in a folder whose names are of this form. */
const pathsIn = (files: FileSystem, folder: string, form: RegExp): string[] =>
  files
    .names(folder)
    .filter(name => form.test(name))
    .map(name => join(folder, name))

/** How the names begin and end of what restoring and upgrading keep of a case beside it. */
const keptName = (path: string): string => {
  const ending = extname(path)
  return `^${escaped(basename(path, ending))} \\((before restoring|schema) .*${escaped(ending)}`
}

/** The copies of a case that the program made itself: its backups, and what restoring and upgrading kept beside it. */
const copiesOf = (files: FileSystem, path: string): string[] => {
  const beside = pathsIn(files, dirname(path), new RegExp(`${keptName(path)}$`))
  return [
    ...backupsOf(path, files)
      .list()
      .map(backup => backup.path),
    ...beside,
  ]
}

/** Whether this is the beginning of something sealed, or of nothing yet. */
const isSealedOrEmpty = (files: FileSystem, path: string): boolean => {
  if (files.stamp(path)?.size === 0 || isSealedAt(files, path)) return true
  const start = new Uint8Array(preambleSize)
  const file = files.open(path, 'r')
  try {
    return files.read(file, start, 0) === start.length && caseIdOfLog(start) !== null
  } finally {
    files.close(file)
  }
}

/** What work on a case that was killed half-way left of it unsealed: what is being made under its seal is not touched. */
const plainLeftovers = (files: FileSystem, path: string): string[] => {
  const ending = extname(path)
  const own = new RegExp(`^${escaped(basename(path))}-(new|restoring|restoring-new|recovering|recovering-wal)$`)
  const kept = new RegExp(`${keptName(path)}(-wal|-journal)?-new$`)
  const backup = new RegExp(`^${escaped(basename(path, ending))} .*${escaped(ending)}-new$`)
  return [
    ...pathsIn(files, dirname(path), own),
    ...pathsIn(files, dirname(path), kept),
    ...pathsIn(files, backupsOf(path, files).folder, backup),
  ].filter(left => !isSealedOrEmpty(files, left))
}

/** What has to be done with a copy of a case that is under `seal`, or under none any more and was under `former`. */
const dueOf = (files: FileSystem, copy: string, seal: Seal | null, former: Seal | null): 'rewrite' | 'wrap' | null => {
  const header = headerAt(files, copy)
  if (!header) return seal && !isSealedAt(files, copy) ? 'rewrite' : null
  if (!seal) return former && sameBytes(header.caseId, former.caseId) ? 'rewrite' : null
  if (!sameBytes(header.caseId, seal.caseId)) return null
  const isSame = sameBytes(header.envelope.wrapped, seal.envelope.wrapped) && headersAgree(files, copy)
  return isSame ? null : 'wrap'
}

/** Whether a copy of the case is not under its seal, or not under its passphrase: sealing it was cut short. */
export const hasCopiesLeft = (files: FileSystem, path: string, seal: Seal): boolean =>
  files.stamp(besidePath(path)) !== null ||
  !headersAgree(files, path) ||
  plainLeftovers(files, path).length > 0 ||
  copiesOf(files, path).some(copy => files.stamp(besidePath(copy)) || dueOf(files, copy, seal, null) !== null)

/** Moves what a log beside a copy holds into it. Its user may be another program. */
const foldLog = async (disk: FileSystem, copy: string): Promise<void> => {
  if (!disk.stamp(walPath(copy))) return
  if (disk.stamp(lockPath(copy))) throw new Refused(say('sealed.copyOpen', { path: copy }))
  const medium = openPages(await loadEngine(), copy, { files: disk, readOnly: false })
  medium.close(true)
}

/** What of the copies could not be done, by name, and why the first of them could not. */
export type CopiesLeft = { names: string[]; reason: string }

/**
 * Puts the copies of a case under its seal, or, where that is null, out of the `former` one; and removes what an attempt
 * that was cut short has left. One that fails stays as it is and is told; doing it again goes on where it ended.
 */
export const rewriteCopies = async (
  files: FileSystem,
  path: string,
  seal: Seal | null,
  former: Seal | null,
  reached: Reached,
): Promise<CopiesLeft> => {
  const left: CopiesLeft = { names: [], reason: '' }
  if (seal && !headersAgree(files, path)) writeEnvelope(files, path, seal.envelope)
  const fail = (file: string, error: unknown): void => {
    left.names.push(basename(file))
    left.reason ||= error instanceof Error ? error.message : String(error)
  }
  const copies = copiesOf(files, path)
  const halfWritten = [path, ...copies].map(besidePath).filter(beside => files.stamp(beside))
  for (const leftover of [...halfWritten, ...(seal ? plainLeftovers(files, path) : [])])
    try {
      files.unlink(leftover)
    } catch (error) {
      fail(leftover, error)
    }
  // Sizes and judgements are remembered as those who know the seal see the files.
  const known = new Map(
    backupsOf(path, diskUnder(files, former ?? seal))
      .list()
      .map(backup => [backup.path, backup]),
  )
  for (const [number, copy] of copies.entries()) {
    const due = dueOf(files, copy, seal, former)
    if (due === null) continue
    try {
      if (due === 'wrap' && seal) writeEnvelope(files, copy, seal.envelope)
      else {
        const [from, to] = [diskUnder(files, former), diskUnder(files, seal)]
        await foldLog(from, copy)
        refuseJournal(files, copy)
        for (const { done, total } of rewriteSteps(from, to, copy))
          await reached({ done: number + done / total, total: copies.length })
      }
      remember(diskUnder(files, seal), path, known.get(copy))
    } catch (error) {
      fail(copy, error)
    }
  }
  return left
}

/** It is the same backup still, whatever its file says. */
const remember = (files: FileSystem, path: string, backup: KeptBackup | undefined): void => {
  if (backup) backupsOf(path, files).remember(backup)
}
