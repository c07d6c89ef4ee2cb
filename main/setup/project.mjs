// Where the project's folders are, and how set-up talks. Only Node's own modules: this runs before any package is there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const out = path.join(root, 'out')
export const packages = path.join(root, 'node_modules')

/** What is fetched once and kept outside the work tree. */
export const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'glossator')

export const isRoot = process.getuid?.() === 0

/** Progress goes to stderr, so that stdout stays the program's own. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Set-up cannot go on, for a reason a person can act on: printed without a stack. */
export class SetupError extends Error {}

/**
 * Runs the body of a script; a SetupError ends it with its sentence and exit status 1.
 * @param {() => Promise<number>} body gives the exit status
 */
export async function runScript(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

/** Whether a program of this name can be started. @param {string} name */
export function hasProgram(name) {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: 'ignore' }).status === 0
}

/**
 * Runs a program to its end, passing the signals that end us on to it.
 * @param {string} program
 * @param {string[]} programArguments
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit status; 128 + n when signal n ended it, 127 when it could not start
 */
export function run(program, programArguments, options = {}) {
  return new Promise(resolve => {
    const child = spawn(program, programArguments, { cwd: root, stdio: 'inherit', ...options })
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGINT', forward).on('SIGTERM', forward)
    const finish = (/** @type {number} */ status) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      resolve(status)
    }
    child.on('error', error => {
      say(`${program} could not be started: ${error.message}`)
      finish(127)
    })
    child.on('exit', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 137)))
  })
}

/**
 * The names and contents of files and folders as one hash: equal exactly when nothing in them has changed.
 * @param {string[]} places paths, whole or from the project's root; those that do not exist count as empty
 */
export function fingerprint(places) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(place => filesUnder(path.resolve(root, place)))) {
    hash.update(`${path.relative(root, file)}\0`).update(createHash('sha256').update(readFileSync(file)).digest())
  }
  return hash.digest('hex')
}

/** Every file under a path, in a stable order. @param {string} place @returns {string[]} */
export function filesUnder(place) {
  try {
    return readdirSync(place, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(entry =>
        entry.isDirectory() ? filesUnder(path.join(place, entry.name)) : [path.join(place, entry.name)],
      )
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code
    if (code === 'ENOTDIR') return [place]
    if (code === 'ENOENT') return []
    throw error
  }
}

/** A file's text, or undefined when there is none. @param {string} file */
export function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
