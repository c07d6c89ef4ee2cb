import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { app } from 'electron'

/** A tester ends on the first unexpected error; an analyst keeps the window and finds the error in the local log. */
export const underTest = Boolean(process.env.GLOSSATOR_TEST)

/** Notes an unexpected error in the log beside the user's data. Nothing is ever sent anywhere. */
export function logError(where: string, error: unknown): void {
  const text = `${new Date().toISOString()} ${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
  process.stderr.write(text)
  try {
    const folder = path.join(app.getPath('userData'), 'logs')
    mkdirSync(folder, { recursive: true })
    appendFileSync(path.join(folder, 'glossator.log'), text)
  } catch {
    // The error was printed; a full disk must not add a second one.
  }
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
