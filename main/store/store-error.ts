import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'

/** The case cannot be trusted to save any more: it has to be opened again. Everything acknowledged is on disk. */
export const broken = (path: string, cause: unknown): Refused => {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const error = new Refused(say('store.cannotSave', { path, reason }), 'broken')
  error.cause = cause
  return error
}
