// Imported first in every process of ours, before anything could keep a reference to what is taken away here.
// Chromium's own ways out are closed by main/electron/policy.ts; held by test/electron/offline.test.ts.
import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

const off = (name: string) => () => {
  throw new Error(`Glossator never uses the network: ${name} is switched off`)
}

const replace = (owner: object, names: string[], label: string) => {
  for (const name of names) Object.defineProperty(owner, name, { value: off(`${label}.${name}`), writable: false })
}

const lookups = (owner: object) => Object.keys(owner).filter(name => /^(lookup|resolve|reverse)/.test(name))

replace(net.Socket.prototype, ['connect'], 'net.Socket')
replace(net.Server.prototype, ['listen'], 'net.Server')
replace(dgram.Socket.prototype, ['connect', 'send', 'bind'], 'dgram.Socket')
replace(dns, lookups(dns), 'dns')
replace(dns.promises, lookups(dns.promises), 'dns.promises')
replace(globalThis, ['fetch'], 'globalThis')
