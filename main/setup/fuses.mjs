// Electron's fuses, read back from a built program: what the package says of itself is not taken on trust.
import { readFileSync } from 'node:fs'

// Stands before the fuses in every Electron program (electron/docs/tutorial/fuses.md): then a version, a length, and a
// character for each fuse.
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const states = /** @type {Record<string, string>} */ ({ 0: 'off', 1: 'on', r: 'removed', '\x90': 'inherited' })

/** In the order in which they stand, each with what it is to be. */
const wanted = /** @type {const} */ ({
  runAsNode: 'off',
  enableCookieEncryption: 'on',
  enableNodeOptionsEnvironmentVariable: 'off',
  enableNodeCliInspectArguments: 'off',
  enableEmbeddedAsarIntegrityValidation: 'on',
  onlyLoadAppFromAsar: 'on',
  loadBrowserProcessSpecificV8Snapshot: 'off',
  grantFileProtocolExtraPrivileges: 'off',
})

/**
 * @param {string} program
 * @returns {Record<string, string>} on, off, removed; "unknown" for one that this file has no name of
 */
export function readFuses(program) {
  const bytes = readFileSync(program)
  const at = bytes.indexOf(sentinel)
  if (at < 0) throw new Error(`${program} has no fuses`)
  const length = bytes[at + sentinel.length + 1] ?? 0
  const begin = at + sentinel.length + 2
  const names = Object.keys(wanted)
  return Object.fromEntries(
    [...bytes.subarray(begin, begin + length)].map((state, index) => [
      names[index] ?? `fuse ${index}`,
      states[String.fromCharCode(state)] ?? 'unknown',
    ]),
  )
}

/**
 * Fuses that are not as they are to be, each as a sentence.
 * @param {Record<string, string>} fuses
 * @param {boolean} isOld Electron 25, which has no fuse for the privileges of files
 */
export function wrongFuses(fuses, isOld) {
  return Object.entries(wanted)
    .filter(([name]) => !(isOld && name === 'grantFileProtocolExtraPrivileges'))
    .filter(([name, state]) => fuses[name] !== state)
    .map(([name, state]) => `The fuse ${name} is ${fuses[name] ?? 'not there'} and is to be ${state}.`)
}
