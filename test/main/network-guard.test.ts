import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { root } from '../../main/setup/project.mjs'

const [guard] = buildSync({
  entryPoints: [path.join(root, 'main/network-guard.ts')],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  write: false,
}).outputFiles

/** Runs one line in a Node of its own and gives what it came to. */
const outcomeOf = (line: string, guarded: boolean) => {
  const script = `${guarded ? guard?.text : ''}
    Promise.resolve().then(() => ${line}).then(() => 'went through', error => error.message).then(text => { console.log(text); process.exit() })`
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', timeout: 10_000 }).stdout
}

const refused = 'Glossator never uses the network'
const waysOut = [
  `require('node:net').connect(48999, '127.0.0.1').on('error', () => undefined)`,
  `require('node:http').get('http://127.0.0.1:48999').on('error', () => undefined)`,
  `require('node:tls').connect(48999, '127.0.0.1').on('error', () => undefined)`,
  `require('node:dgram').createSocket('udp4').send('x', 48999, '127.0.0.1')`,
  `require('node:net').createServer().listen(0, '127.0.0.1')`,
  `require('node:dns').lookup('localhost', () => undefined)`,
  `require('node:dns').promises.lookup('localhost')`,
  `fetch('data:text/plain,x')`,
]

describe.each(waysOut)('%s', line => {
  test('is refused', () => expect(outcomeOf(line, true)).toContain(refused))
  test('would go through without the guard', () => expect(outcomeOf(line, false)).toContain('went through'))
})

test('the guard cannot be taken off by writing over it', () => {
  const line = `{ const net = require('node:net'); net.Socket.prototype.connect = () => 'open'; net.connect(48999) }`
  expect(outcomeOf(`(() => ${line})()`, true)).toContain('read only')
})
