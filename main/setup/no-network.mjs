// A network namespace of its own for what a test run starts: its only interface leads back to itself, so that whatever
// tries to leave the machine fails at once, whoever tries it. Held by test/main/setup/no-network.test.ts.
import { spawnSync } from 'node:child_process'
import { isRoot } from './project.mjs'

/** Says to the tests that they run in such a namespace. */
export const markOfNoNetwork = 'GLOSSATOR_NO_NETWORK'

// A plain user is root of a user namespace for as long as it takes to bring the interface up, and then who he was:
// Chromium has its sandbox, and the tests know that nobody here is root.
const backToUser = `exec unshare --map-user=${process.getuid?.()} --map-group=${process.getgid?.()} "$@"`
const bringUp = 'PATH="$PATH:/usr/sbin:/sbin"; ip link set lo up && '

/** What stands before a command that is to run without a network. The command itself takes its place in the end. */
const apart = [
  'unshare',
  ...(isRoot ? [] : ['--map-root-user']),
  '--net',
  'sh',
  '-c',
  bringUp + (isRoot ? 'exec "$@"' : backToUser),
  'sh',
]

/**
 * The command that runs another without a network, or why there is none here.
 * @returns {{ command: string[], reason?: undefined } | { command: [], reason: string }}
 */
export function withoutNetwork() {
  if (process.platform !== 'linux') return { command: [], reason: 'only Linux has network namespaces' }
  const [program = '', ...values] = [...apart, 'true']
  const tried = spawnSync(program, values, { encoding: 'utf8' })
  if (tried.status === 0) return { command: apart }
  return { command: [], reason: tried.error?.message ?? (tried.stderr.trim() || 'unshare is not allowed here') }
}
