import { Refused } from '../../shared/outcome.ts'
import { say } from '../say.ts'

/** What SQLite says, and nothing but words, when a page is not what it has to be. */
const words = /malformed|not a database|corrupt|unsupported file format/i

/** What an error says where it means that the file itself is damaged, as opposed to the program, the disk or the question; else null. */
export const damageIn = (error: unknown): string | null =>
  error instanceof Error && (words.test(error.message) || error instanceof WebAssembly.RuntimeError)
    ? error.message
    : null

/** The refusal of a file that is not sound: it can be looked at, recovered into a new file, or replaced by a backup. */
export const damaged = (path: string, reason: string): Refused =>
  new Refused(say('store.damaged', { path, reason }), 'damaged')
