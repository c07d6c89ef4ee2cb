import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { markOfNoNetwork, withoutNetwork } from '../../../main/setup/no-network.mjs'
import { isRoot } from '../../../main/setup/project.mjs'

// In processes of their own: in this one another test may have taken the network away by the guard of the product.

/** Asks for a connection to a documentation address (TEST-NET-1, RFC 5737), and tells what the system answers, and the interfaces there are. */
const asking = `
  const told = reached => {
    console.log(JSON.stringify({ reached, interfaces: Object.keys(require('node:os').networkInterfaces()), root: process.getuid() === 0 }))
    process.exit()
  }
  require('node:net').connect(80, '192.0.2.1').on('error', error => told(error.code)).on('connect', () => told('connected'))
  setTimeout(told, 5000, 'nothing came back')`

const asked = (command: readonly string[]) => {
  const [program = '', ...values] = [...command, process.execPath, '-e', asking]
  return JSON.parse(spawnSync(program, values, { encoding: 'utf8' }).stdout)
}

test('the whole suite runs where nothing outside can be reached', context => {
  if (!process.env[markOfNoNetwork]) context.skip('this run has the network there is: npm test takes it away')
  expect(asked([])).toEqual({ reached: 'ENETUNREACH', interfaces: ['lo'], root: isRoot })
})

test('what is started without a network reaches nothing but itself, as the user who started it', context => {
  const { command, reason } = withoutNetwork()
  if (reason !== undefined) context.skip(reason)
  expect(asked(command)).toEqual({ reached: 'ENETUNREACH', interfaces: ['lo'], root: isRoot })
})

test('the same for a plain user, who becomes root of nothing by it', context => {
  if (!isRoot) context.skip('only root can become another user; the test above is this one')
  const plain = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
  const script = `import('${new URL('../../../main/setup/no-network.mjs', import.meta.url)}').then(({ withoutNetwork }) => console.log(JSON.stringify(withoutNetwork())))`
  const told = spawnSync('setpriv', [...plain.slice(1), process.execPath, '-e', script], { encoding: 'utf8' })
  if (told.status !== 0) context.skip(`no plain user can be had: ${told.stderr.slice(0, 200)}`)
  const { command, reason } = JSON.parse(told.stdout)
  if (reason !== undefined) context.skip(reason)
  expect(asked([...plain, ...command])).toEqual({ reached: 'ENETUNREACH', interfaces: ['lo'], root: false })
})
