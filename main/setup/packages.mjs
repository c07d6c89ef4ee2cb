// The npm packages of the lock file, brought in only when node_modules is not what the lock file says.
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { mendPackages } from './mending.mjs'
import { packages, readIfThere, root, run, SetupError, say } from './project.mjs'

const stampFile = path.join(packages, '.glossator-packages')

/** Installs the lock file's packages when they are missing or stale. A killed run leaves no stamp and repairs itself. */
export async function ensurePackages() {
  const lock = readIfThere(path.join(root, 'package-lock.json'))
  if (lock === undefined) throw new SetupError(`package-lock.json is missing from ${root}: restore it from git.`)
  const wanted = createHash('sha256').update(lock).digest('hex')
  const record = readIfThere(path.join(packages, '.package-lock.json'))
  if (readIfThere(stampFile) === wanted && isWhole(record)) return mendPackages()
  if (!installedMatches(lock, record) || !isWhole(record)) {
    say('Set-up: installing the npm packages of the lock file …')
    const status = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    if (status !== 0) throw new SetupError(`npm ci failed with status ${status}; its own message is above.`)
    // An npm killed a moment ago may still be clearing up behind its back, under the feet of this one.
    if (!isWhole(readIfThere(path.join(packages, '.package-lock.json'))))
      throw new SetupError('Another npm was still clearing up node_modules. Run the same command again.')
  }
  writeFileSync(stampFile, wanted)
  mendPackages()
}

/**
 * Whether every package that npm says it installed is there. The record alone is not enough: an npm that was killed
 * rolls back while the next one installs, and leaves the record beside an empty folder.
 * @param {string | undefined} record
 */
export function isWhole(record) {
  if (record === undefined) return false
  const places = Object.keys(JSON.parse(record).packages).filter(place => place !== '')
  return places.length > 0 && places.every(place => existsSync(path.join(root, place, 'package.json')))
}

/**
 * Whether what npm last put into node_modules is what the lock file names. npm removes its own record there before it
 * begins and writes it when done, so a half-made folder never matches.
 * @param {string} lock
 * @param {string | undefined} record
 */
export function installedMatches(lock, record) {
  if (record === undefined) return false
  /** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} Entry */
  const wanted = /** @type {Record<string, Entry>} */ (JSON.parse(lock).packages)
  const installed = /** @type {Record<string, Entry>} */ (JSON.parse(record).packages)
  const expected = Object.entries(wanted).filter(([place]) => place !== '')
  return (
    expected.every(([place, entry]) =>
      installed[place] ? installed[place].version === entry.version : Boolean(entry.optional || entry.devOptional),
    ) && Object.keys(installed).every(place => place in wanted)
  )
}
