import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isRoot, root } from '../../main/setup/project.mjs'
import { runtime, temporaryFolder } from '../support/app.ts'

// What leaves a process is counted where it must pass: at the system calls. In a network namespace whose every road leads
// back to itself, so that the control run, which does leak, reaches nobody.

// With a process namespace too, the whole app goes when the time is up, and not only the program that started it.
const namespaces = [...(isRoot ? [] : ['--map-root-user']), '--net', '--pid', '--fork', '--kill-child', '--mount-proc']
const isolate = [
  'unshare',
  ...namespaces,
  'sh',
  '-c',
  'ip link set lo up && ip route add default dev lo && exec "$@"',
  'sh',
]
const trace = (log: string) => [
  'strace',
  '--seccomp-bpf',
  '-f',
  '-yy',
  '-qq',
  '-e',
  'trace=connect,sendto,sendmsg,sendmmsg',
  '-o',
  log,
]
const runs = (command: string[]) => spawnSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' }).status === 0
const possible = process.platform === 'linux' && runs([...isolate, ...trace('/dev/null'), 'true'])

/**
 * The calls that send something, over every process of the app: beginning a TCP connection, and any sending by UDP or TCP.
 * Not counted is naming a UDP socket's far end: that sends nothing, and WebRTC does it to learn the machine's own address.
 */
function sent(locked: boolean): string[] {
  const work = temporaryFolder()
  const log = path.join(work.folder, 'calls')
  const app = [
    runtime(),
    ...(isRoot ? ['--no-sandbox'] : []),
    path.join(root, 'test/electron/ways-out'),
    `--user-data-dir=${work.folder}`,
  ]
  const [program = '', ...values] = [...isolate, ...trace(log), ...app]
  const { GLOSSATOR_LOCKED: _, ...environment } = process.env
  const run = spawnSync(program, values, {
    encoding: 'utf8',
    timeout: 90_000,
    killSignal: 'SIGKILL',
    env: locked ? { ...environment, GLOSSATOR_LOCKED: '1' } : environment,
  })
  const calls = readFileSync(log, 'utf8').split('\n')
  work.remove()
  expect(run.stdout, run.stderr).toContain('TRIED EVERYTHING')
  return calls.filter(call => /connect\(\d+<TCP|send(to|msg|mmsg)\(\d+<(TCP|UDP)/.test(call))
}

describe('25 ways out of the machine', () => {
  test('without the locks there are many: the control', context => {
    if (!possible) context.skip('needs strace and a network namespace of its own')
    const calls = sent(false)
    const count = (shape: RegExp) => calls.filter(call => shape.test(call)).length
    expect(count(/connect\(.*sin_port=htons\(48999\)/)).toBeGreaterThan(5)
    expect(count(/send\w+\(\d+<UDP.*:53/)).toBeGreaterThan(0)
  }, 120_000)

  test('with them there is none', context => {
    if (!possible) context.skip('needs strace and a network namespace of its own')
    expect(sent(true)).toEqual([])
  }, 120_000)
})
