import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A message may quote what stands in the case; the log of the computer must not. */
const withoutQuotes = (message: string) => message.replace(/"[^"]*"|'[^']*'|“[^”]*”/g, '…').slice(0, 300)

/** Says what failed in the log of this computer: the operation, the kind of error and where; nothing of the case. Never throws. */
export const logFailure = (dataDirectory: string, operation: string, error: unknown): void => {
  const [name, message, stack] =
    error instanceof Error ? [error.name, error.message, error.stack ?? ''] : [typeof error, '', '']
  const frames = stack.split('\n').filter(frame => /^\s+at /.test(frame))
  const said = [`${new Date().toISOString()} ${operation}: ${name}: ${withoutQuotes(message)}`, ...frames, '']
  try {
    mkdirSync(dataDirectory, { recursive: true })
    appendFileSync(join(dataDirectory, 'glossator.log'), said.join('\n'))
  } catch {
    // A full disk must not turn the answer "it failed" into a crash.
  }
}
