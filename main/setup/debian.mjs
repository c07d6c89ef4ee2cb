// The Debian packages Electron and the tests need. Installed when root on Debian, otherwise named with the command to type.
import { spawnSync } from 'node:child_process'
import { isRoot, readIfThere, run, SetupError, say } from './project.mjs'

/** What the Electron binary names as needed libraries, by package. "a|b": since Debian 13 some carry a t64 suffix. */
export const electronPackages = [
  'libgtk-3-0t64|libgtk-3-0',
  'libglib2.0-0t64|libglib2.0-0',
  'libnss3',
  'libnspr4',
  'libatk1.0-0t64|libatk1.0-0',
  'libatk-bridge2.0-0t64|libatk-bridge2.0-0',
  'libatspi2.0-0t64|libatspi2.0-0',
  'libcups2t64|libcups2',
  'libasound2t64|libasound2',
  'libdbus-1-3',
  'libdrm2',
  'libgbm1',
  'libexpat1',
  'libpango-1.0-0',
  'libcairo2',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxrandr2',
  'libxkbcommon0',
]
const displayPackages = ['xvfb']
const testPackages = [
  'chromium',
  'chromium-headless-shell|chromium',
  'poppler-utils',
  'qpdf',
  'sqlite3',
  'strace',
  'iproute2',
]

/**
 * Makes sure that the Debian packages for a purpose are there; does nothing on other systems.
 * @param {{ display: boolean, tests: boolean }} purpose display: a virtual one will be started
 */
export async function ensureDebianPackages(purpose) {
  if (!/^ID(_LIKE)?=.*\bdebian\b/m.test(readIfThere('/etc/os-release') ?? '')) return
  const wanted = [
    ...electronPackages,
    ...(purpose.display ? displayPackages : []),
    ...(purpose.tests ? testPackages : []),
  ].map(names => names.split('|'))
  const present = installedPackages(wanted.flat())
  const missing = wanted.filter(names => !present.has(names[0] ?? '') && !present.has(available(names)))
  if (missing.length === 0) return
  if (!isRoot) {
    const names = missing.map(available).join(' ')
    throw new SetupError(
      `Some Debian packages are missing. Type:\n  sudo apt-get install --no-install-recommends ${names}`,
    )
  }
  say(`Set-up: installing Debian packages (${missing.map(names => names.at(-1)).join(', ')}) …`)
  await aptGet(['update', '-q'])
  await aptGet(['install', '-q', '-y', '--no-install-recommends', ...missing.map(available)])
}

/** The names among these that are installed. @param {string[]} names @returns {Set<string>} */
function installedPackages(names) {
  const query = spawnSync('dpkg-query', ['-W', `-f=\${db:Status-Abbrev} \${Package}\n`, ...names], { encoding: 'utf8' })
  const lines = (query.stdout ?? '').split('\n').filter(line => line.startsWith('ii'))
  return new Set(lines.map(line => line.split(/\s+/)[1] ?? ''))
}

/** The first of several names of one package that this Debian can install. @param {string[]} names */
function available(names) {
  const last = names.at(-1) ?? ''
  return names.find(name => /Candidate: [^(]/.test(aptPolicy(name))) ?? last
}

/** @param {string} name */
function aptPolicy(name) {
  return (
    spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout ?? ''
  )
}

/** @param {string[]} aptArguments */
async function aptGet(aptArguments) {
  const status = await run('apt-get', aptArguments, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0)
    throw new SetupError(`apt-get ${aptArguments.join(' ')} failed with status ${status}; its own message is above.`)
}
