import { Refused } from '../../shared/outcome.ts'

/** The case cannot be trusted to save any more: it has to be opened again. Everything acknowledged is on disk. */
export const broken = (path: string, cause: unknown): Refused => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const error = new Refused(
    `${path} can no longer be saved (${reason}). Everything acknowledged before the last edit is on disk. Close the case and open it again.`,
    'broken',
  )
  error.cause = cause
  return error
}
