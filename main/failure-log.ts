import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The log and the one before it, each of at most this many bytes; an older one is gone. */
export const mostBytes = 256 * 1024

const fileIn = (dataDirectory: string) => join(dataDirectory, 'glossator.log')
const olderIn = (dataDirectory: string) => join(dataDirectory, 'glossator.old.log')

const mostLetters = 300

/** Where what an error quotes may begin: a quotation (an apostrophe within a word is none), a path, or data. */
const quoted = /(?<!\p{L})['’]|["“”„«»‘`{[<]|(?<![\w.])(?:file:)?\/\S|\b[A-Za-z]:\\|\\\\/u

/** A message may quote what stands in the case, or the path of a file named after somebody; the log must not. */
const withoutQuotes = (message: string): string => {
  const [first = ''] = message.split('\n')
  const at = first.search(quoted)
  return at === -1 ? first.slice(0, mostLetters) : `${first.slice(0, Math.min(at, mostLetters))}…`
}

/** A line of a stack without the folders that the program lies in, which are named after somebody. */
const place = (frame: string): string => {
  const [, before = '', file = ''] = /^(\s+at (?:[^(]+ \()?)(.+)$/.exec(frame) ?? []
  return before + file.replace(/^.*[\\/]/, '')
}

/** What failed, the kind of error and where; nothing of the case. */
export const failureText = (where: string, error: unknown): string => {
  const [name, message, stack] =
    error instanceof Error ? [error.name, error.message, error.stack ?? ''] : [typeof error, '', '']
  const frames = stack.split('\n').filter(line => /^\s+at \S.*:\d+:\d+\)?$/.test(line))
  return [`${new Date().toISOString()} ${where}: ${name}: ${withoutQuotes(message)}`, ...frames.map(place), ''].join(
    '\n',
  )
}

/**
 * Says what failed in the log of this computer. It holds nothing of a case and does not grow without end; never throws.
 * Held by test/main/failure-log.test.ts.
 */
export const logFailure = (dataDirectory: string, where: string, error: unknown): void => {
  try {
    mkdirSync(dataDirectory, { recursive: true })
    const file = fileIn(dataDirectory)
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, olderIn(dataDirectory))
    appendFileSync(file, failureText(where, error))
  } catch {
    // A full disk must not turn the answer "it failed" into a crash.
  }
}

/** The last lines of the log, the oldest first. */
export const lastFailures = (dataDirectory: string, lines: number): string[] => {
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8').split('\n').filter(Boolean)
    } catch {
      return []
    }
  }
  return [...read(olderIn(dataDirectory)), ...read(fileIn(dataDirectory))].slice(-lines)
}
