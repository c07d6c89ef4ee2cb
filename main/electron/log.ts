import { app } from 'electron'
import { failureText, logFailure } from '../failure-log.ts'

/** A tester ends on the first unexpected error; an analyst keeps the window and finds the error in the local log. */
export const underTest = Boolean(process.env.GLOSSATOR_TEST)

/** Notes an unexpected error in the log beside the user's data. What is printed is kept by some systems as well: it says no more, but to a tester. */
export function logError(where: string, error: unknown): void {
  const whole = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(underTest ? `${where}: ${whole}\n` : failureText(where, error))
  logFailure(app.getPath('userData'), where, error)
}

/** Left to itself, Electron answers an uncaught error with a dialog that holds the process for ever. */
export function catchUnexpected(): void {
  const caught = (where: string) => (error: unknown) => {
    logError(where, error)
    if (underTest) app.exit(1)
  }
  process.on('uncaughtException', caught('uncaught error'))
  process.on('unhandledRejection', caught('unhandled rejection'))
}
