import { Refused } from '../../../shared/outcome.ts'
import { say } from '../../say.ts'
import type { FileSystem } from './file-system.ts'
import type { Medium } from './medium.ts'

/** How far a long piece of work has come, in whatever it counts. */
export type Progress = { done: number; total: number }

/** Bytes between two steps: some 10 ms with their sync. A single sync of a large copy would hold everything up for seconds. */
const pieceSize = 8 * 1024 * 1024

/**
 * Copies the database as it is at the first step to a file of its own, in place of a file of that name, piece by piece:
 * edits between the steps are not in it. Until the last step there is only `target-new`, which goes away when the steps
 * are given up or one of them throws.
 * @throws Refused when a writer elsewhere, whom no snapshot holds off, moved pages meanwhile
 */
export const copySteps = function* (
  files: FileSystem,
  medium: Pick<Medium, 'snapshot' | 'overtaken'>,
  target: string,
): Generator<Progress, void> {
  const fresh = `${target}-new`
  const snapshot = medium.snapshot()
  let file: number | null = null
  let kept = false
  try {
    if (files.stamp(fresh)) files.unlink(fresh)
    file = files.open(fresh, 'wx+')
    const piece = new Uint8Array(Math.min(pieceSize, snapshot.size))
    for (let done = 0; done < snapshot.size; ) {
      const part = piece.subarray(0, Math.min(piece.length, snapshot.size - done))
      snapshot.read(part, done)
      if (medium.overtaken()) throw new Refused(say('store.changedMeanwhile', { target }), 'stale')
      files.write(file, part, done)
      files.sync(file)
      done += part.length
      yield { done, total: snapshot.size }
    }
    files.close(file)
    file = null
    files.rename(fresh, target)
    kept = true
    files.syncDirectoryOf(target)
  } finally {
    snapshot.release()
    if (file !== null) files.close(file)
    if (!kept && files.stamp(fresh)) files.unlink(fresh)
  }
}

/** Takes all steps at once. */
export const takeAllSteps = (steps: Iterator<Progress, void>): void => {
  while (!steps.next().done);
}
