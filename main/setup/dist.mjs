// npm run dist: builds the packages that this system can build into dist/ and says which it left out, and why.
// npm run dist -- --release: refuses what may not be released. -- --folder: the unpacked app alone.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { archiveApp, archiveCommandLine } from './archives.mjs'
import { megabytes, packedFiles, sizeObjection, weigh } from './budget.mjs'
import { electronPackages } from './debian.mjs'
import { bundledParts, objections } from './licences.mjs'
import { hasProgram, root, runScript, SetupError } from './project.mjs'

/** @typedef {import('./runtime.mjs').Runtime} Runtime */
/** @typedef {{ target: string, reason: string }} Skipped */

/** Where the packages are put. */
export const distFolder = path.join(root, 'dist')

const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

/**
 * What electron-builder is told beside electron-builder.yml.
 * @param {Runtime} runtime
 * @param {{ folder?: string }} [how]
 * @returns {import('electron-builder').Configuration}
 */
export function configuration(runtime, { folder = distFolder } = {}) {
  const isTrial = runtime.source === 'fallback'
  const name = `\${productName}-\${version}-\${os}-\${arch}${isTrial ? `-trial-electron-${major(runtime)}` : ''}.\${ext}`
  return {
    electronVersion: runtime.version,
    electronDist: path.dirname(runtime.executable),
    directories: { output: folder },
    artifactName: name,
    // electron-builder wants an address for deb and rpm; the stand-in for fpm leaves out one of this reserved name.
    extraMetadata: about.homepage ? {} : { homepage: 'https://glossator.invalid' },
    electronFuses: isTrial ? {} : { grantFileProtocolExtraPrivileges: false },
    // Its own list names what our app never asks for, and lacks the sound library, without which no Electron starts.
    deb: { depends: electronPackages.map(names => names.replace('|', ' | ')), recommends: [] },
    afterPack: tidy,
  }
}

const major = (/** @type {Runtime} */ { version }) => version.split('.')[0]

/** A runtime given as a folder is copied as it is, with what only development needs. @param {{ appOutDir: string }} context */
async function tidy({ appOutDir }) {
  rmSync(path.join(appOutDir, 'version'), { force: true })
  rmSync(path.join(appOutDir, 'resources/default_app.asar'), { force: true })
}

/** Why a release may not be made of this, each as a sentence. @param {Runtime} runtime @param {string} changes as git tells them */
export function releaseObjections(runtime, changes) {
  return [
    ...(runtime.source === 'official'
      ? []
      : [
          `The runtime is Electron ${runtime.version}, ${runtime.source === 'fallback' ? 'which stands in for the official one and is out of support' : 'named by the environment'}: a release is made of the official download of Electron ${electronVersion()}.`,
        ]),
    ...(changes.trim() === '' ? [] : ['The work tree has changes that are not committed.']),
  ]
}

const electronVersion = () => about.devDependencies.electron

/**
 * Which of electron-builder.yml's targets for Linux can be built here.
 * @param {(program: string) => boolean} has
 * @param {Runtime['source']} source
 * @returns {{ targets: string[], skipped: Skipped[] }}
 */
export function linuxTargets(has, source) {
  const wants = /** @type {const} */ ([
    ['deb', has('dpkg-deb'), 'dpkg-deb is not installed'],
    ['rpm', has('rpmbuild'), 'rpmbuild is not installed (Debian: apt-get install rpm)'],
    ['tar.gz', has('tar') && has('gzip'), 'tar or gzip is not installed'],
    [
      'AppImage',
      source === 'official' || Boolean(process.env.APPIMAGE_TOOLS_PATH),
      'its runtime comes from GitHub, which cannot be reached (or name a folder with it in APPIMAGE_TOOLS_PATH)',
    ],
  ])
  return {
    targets: wants.filter(([, can]) => can).map(([target]) => target),
    skipped: wants.filter(([, can]) => !can).map(([target, , reason]) => ({ target, reason })),
  }
}

/**
 * What this system builds: the official tools for Windows and macOS run only there.
 * @param {Runtime} runtime
 * @returns {{ targets: string[], skipped: Skipped[] }}
 */
function plan(runtime) {
  const windows = ['nsis', 'portable', 'appx']
  const mac = ['dmg', 'zip']
  const elsewhere = (/** @type {string[]} */ targets, /** @type {string} */ system) =>
    targets.map(target => ({ target, reason: `is built on ${system}, whose Electron is downloaded from GitHub` }))
  if (process.platform === 'win32')
    return { targets: windows, skipped: [...elsewhere(mac, 'macOS'), ...elsewhere(['Linux packages'], 'Linux')] }
  if (process.platform === 'darwin')
    return { targets: mac, skipped: [...elsewhere(windows, 'Windows'), ...elsewhere(['Linux packages'], 'Linux')] }
  const here = linuxTargets(hasProgram, runtime.source)
  return { ...here, skipped: [...here.skipped, ...elsewhere(windows, 'Windows'), ...elsewhere(mac, 'macOS')] }
}

/** Seconds since 1970 of the last commit: whatever is built of it carries this time and no other. */
function sourceDate() {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  return stdout?.trim() || '0'
}

/**
 * Builds the unpacked app, and packages of it where asked for.
 * @param {Runtime} runtime
 * @param {string[]} targets of electron-builder
 * @param {{ folder?: string }} [how]
 * @returns {Promise<string[]>} the packages
 */
export async function pack(runtime, targets, how) {
  process.env.SOURCE_DATE_EPOCH = sourceDate()
  if (process.platform === 'linux') process.env.CUSTOM_FPM_PATH = path.join(root, 'main/setup/fpm.mjs')
  const { build, Platform } = await import('electron-builder')
  return build({
    projectDir: root,
    targets: Platform.current().createTarget(['dir', ...targets]),
    config: configuration(runtime, how),
    publish: 'never',
  })
}

/** The folder of the unpacked app. */
export const unpackedFolder = (folder = distFolder) =>
  path.join(
    folder,
    { win32: 'win-unpacked', darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}` }[
      /** @type {'win32'} */ (process.platform)
    ] ?? 'linux-unpacked',
  )

/** @param {string} file */
async function sha256(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Where the archive of the app lies within the unpacked app. @param {string} app */
export const archiveIn = app =>
  path.join(app, process.platform === 'darwin' ? 'Glossator.app/Contents/Resources' : 'resources', 'app.asar')

/** Reads the fuses of the built program back and refuses one that is not as electron-builder.yml has it. @param {string} app @param {boolean} isTrial */
async function checkFuses(app, isTrial) {
  const { readFuses, wrongFuses } = await import('./fuses.mjs')
  const fuses = readFuses(path.join(app, executable()))
  const wrong = wrongFuses(fuses, isTrial)
  if (wrong.length > 0) throw new SetupError(wrong.join('\n'))
  return Object.entries(fuses).map(([name, state]) => `  ${state.padEnd(8)}${name}`)
}

const executable = () =>
  process.platform === 'win32'
    ? 'Glossator.exe'
    : process.platform === 'darwin'
      ? 'Glossator.app/Contents/Frameworks/Electron Framework.framework/Electron Framework'
      : 'glossator'

/** @param {readonly string[]} rows */
const print = rows => process.stdout.write(`${rows.join('\n')}\n`)

/** @param {readonly string[]} files @param {readonly Skipped[]} skipped */
async function report(files, skipped) {
  const width = Math.max(...files.map(file => path.basename(file).length), 12)
  for (const file of files.toSorted())
    print([
      `${path.basename(file).padEnd(width)}  ${megabytes(statSync(file).size).padStart(10)}  sha256 ${await sha256(file)}`,
    ])
  print(skipped.map(({ target, reason }) => `${target.padEnd(width)}  not built: ${reason}`))
}

/** @param {string[]} words */
async function dist(words) {
  const { setUp } = await import('./setup.mjs')
  const runtime = await setUp({ display: false, tests: false })
  const isTrial = runtime.source === 'fallback'
  if (words.includes('--release')) {
    const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
    const wrong = releaseObjections(runtime, stdout ?? '')
    if (wrong.length > 0) throw new SetupError(`No release can be made of this:\n${wrong.join('\n')}`)
  }
  const unlicensed = objections(bundledParts())
  if (unlicensed.length > 0) throw new SetupError(unlicensed.join('\n'))

  const { targets, skipped } = words.includes('--folder') ? { targets: [], skipped: [] } : plan(runtime)
  rmSync(distFolder, { recursive: true, force: true })
  mkdirSync(distFolder, { recursive: true })
  const files = await pack(
    runtime,
    targets.filter(target => target !== 'tar.gz'),
  )
  const app = unpackedFolder()
  if (targets.includes('tar.gz')) {
    const suffix = isTrial ? `-trial-electron-${major(runtime)}` : ''
    const named = (/** @type {string} */ rest) => path.join(distFolder, `Glossator-${about.version}-${rest}`)
    const archives = [named(`linux-${process.arch}${suffix}.tar.gz`), named('command-line.tgz')]
    await archiveApp(app, archives[0] ?? '', sourceDate())
    await archiveCommandLine(archives[1] ?? '', sourceDate())
    files.push(...archives)
  }

  const packed = packedFiles(archiveIn(app))
  print([...weigh(packed), 'fuses, read back:', ...(await checkFuses(app, isTrial)), ''])
  await report(
    files.filter(file => existsSync(file)),
    skipped,
  )
  if (isTrial)
    print(['', `A trial: Electron ${runtime.version} stands in for ${electronVersion()} and must not be released.`])
  const objection = sizeObjection(packed)
  if (objection) throw new SetupError(objection)
  return 0
}

if (process.argv[1]?.endsWith('dist.mjs')) await runScript(() => dist(process.argv.slice(2)))
