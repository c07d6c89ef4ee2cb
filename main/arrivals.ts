import { createHash, type Hash } from 'node:crypto'
import { Refused } from '../shared/outcome.ts'
import { type ArrivingBytes, addPieces, beginUpload, dropUpload, dropUploads } from './records/files.ts'
import { say } from './say.ts'
import type { CaseFile } from './store/case-file.ts'

/** A file of which some slices are in the case. */
type Upload = { hash: Hash; length: number; pieces: number }

/** What is on its way into a case: files in slices, and the import whose files are one command of the history. */
type Arrivals = { uploads: Map<number, Upload>; command: { tx: number; files: number } | null }

// By the open case: what was on its way is forgotten when it is closed, as by a crash.
const arrivals = new WeakMap<CaseFile, Arrivals>()

const arrivalsIn = (caseFile: CaseFile): Arrivals => {
  const known = arrivals.get(caseFile)
  if (known) return known
  caseFile.write('sweep', dropUploads)
  const fresh = { uploads: new Map<number, Upload>(), command: null }
  arrivals.set(caseFile, fresh)
  return fresh
}

const needUpload = ({ uploads }: Arrivals, upload: number): Upload => {
  const known = uploads.get(upload)
  if (!known) throw new Refused(say('refusal.uploadGone'), 'stale')
  return known
}

/** Keeps the next slice of a file, durably and without a step of undo, and returns the number of the upload. */
export const addSlice = (caseFile: CaseFile, upload: number | null, bytes: Uint8Array): number => {
  const here = arrivalsIn(caseFile)
  const before = upload === null ? { hash: createHash('sha256'), length: 0, pieces: 0 } : needUpload(here, upload)
  const { id, pieces } = caseFile.write('slice', db => {
    const id = upload ?? beginUpload(db)
    return { id, pieces: addPieces(db, id, before.pieces, bytes) }
  }).value
  here.uploads.set(id, { hash: before.hash.update(bytes), length: before.length + bytes.length, pieces })
  return id
}

/** Gives up a file of which slices came. Nothing happens when there is no such upload. */
export const dropSlices = (caseFile: CaseFile, upload: number): void => {
  if (!arrivalsIn(caseFile).uploads.delete(upload)) return
  caseFile.write('drop', db => dropUpload(db, upload))
}

/** The whole of a file: the slices of `upload` with `rest` after them. */
export const arrivingBytes = (caseFile: CaseFile, upload: number | null, rest: Uint8Array): ArrivingBytes => {
  const here = arrivalsIn(caseFile)
  const before = upload === null ? { hash: createHash('sha256'), length: 0 } : needUpload(here, upload)
  const hash = before.hash.copy().update(rest)
  return { sha256: hash.digest('hex'), length: before.length + rest.length, upload, rest }
}

/** Files that one command of the history holds at most: to take them back is one transaction, whose pages are in memory. */
const mostFiles = 500

/** How many files the import whose last command was `tx` has kept in it; 0 when a new command is to be begun. */
export const filesInCommand = (caseFile: CaseFile, tx: number | null): number => {
  const { command } = arrivalsIn(caseFile)
  return command !== null && command.tx === tx && command.files < mostFiles ? command.files : 0
}

/** Remembers that a file of an import was kept in the command `tx`. */
export const keptInCommand = (caseFile: CaseFile, tx: number): void => {
  const here = arrivalsIn(caseFile)
  here.command = { tx, files: here.command?.tx === tx ? here.command.files + 1 : 1 }
}
