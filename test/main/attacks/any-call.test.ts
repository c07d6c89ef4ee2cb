import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Contract, contract } from '../../../shared/contract.ts'
import { count } from '../../faults/counts.ts'
import { heldAgainst } from '../../support/attacks.ts'
import { openTestCase, type TestCase } from '../../support/case.ts'
import { fromSchema, type IdsFor } from '../../support/from-schema.ts'
import { malformed } from '../../support/malformed.ts'

// The page is not trusted: whatever it sends, an operation does it or refuses it. `GLOSSATOR_CALLS` asks for more of them.

const calls = Number(process.env.GLOSSATOR_CALLS ?? 2_000)
const seed = Number(process.env.GLOSSATOR_INPUT_SEED ?? 11)
const names = Object.keys(contract) as (keyof Contract)[]

let it: TestCase
let ids: string[] = []
const unhandled: unknown[] = []
const noteUnhandled = (error: unknown) => void unhandled.push(error)
const sampleAt = () => path.join(it.directory, 'sample.gloss')

beforeAll(async () => {
  process.on('unhandledRejection', noteUnhandled)
  it = await openTestCase()
  expect((await it.workbench.openSample({ path: sampleAt() })).ok).toBe(true)
  it.host.chooseOpenCase = async () => null
  it.host.chooseNewCase = async () => null
  it.host.chooseSave = async () => null
  const document = (await it.ask('export.text', { format: 'json' })).text
  ids = [...new Set(document.match(/0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g) ?? [])]
  expect(ids.length).toBeGreaterThan(100)
})
afterAll(async () => {
  process.off('unhandledRejection', noteUnhandled)
  await it.close()
})

const idsFor: IdsFor = () => fc.constantFrom(...ids)

/** Where the case stands: the newest command and how many records there are. */
const standing = async () =>
  JSON.stringify([await it.ask('case.state', {}), await it.ask('history.list', { limit: 1 })])

/** What went wrong of late, from the log. */
const lastFailure = () => {
  const log = path.join(it.directory, 'data/glossator.log')
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-8).join('\n') : ''
}

const shown = (value: unknown): string => {
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 200)
  } catch (error) {
    return String(error).slice(0, 100)
  }
}

test('every operation stands any input: it is done or refused with a sentence, and what is refused changes nothing', async context => {
  const made = new Map(names.map(name => [name, malformed(fromSchema(contract[name].input, idsFor))]))
  const outcomes: [string, unknown][] = []
  const codes: Record<string, number> = {}
  let before = await standing()
  for (let step = 0; step < calls; step++) {
    const name = names[step % names.length] as keyof Contract
    const [input] = fc.sample(made.get(name) ?? fc.constant({}), { numRuns: 1, seed: seed + step })
    let told: unknown = null
    try {
      const outcome = await it.workbench.call(name as string, input)
      const code = outcome.ok ? 'done' : outcome.code
      codes[code] = (codes[code] ?? 0) + 1
      if (!outcome.ok && outcome.code === 'broken') told = `broken: ${lastFailure()}`
      else if (!outcome.ok && !/[.!?”)]$/.test(outcome.message)) told = `no sentence: ${outcome.message.slice(0, 300)}`
      else if (!outcome.ok && outcome.message.length > 2_000)
        told = `a sentence of ${outcome.message.length} characters`
      if (outcome.ok) {
        const state = await it.workbench.call('case.state', {})
        if (!state.ok || state.value === null) await it.workbench.open(sampleAt())
        before = await standing()
      } else if (contract[name].kind === 'write' || step % 20 === 0) {
        const after = await standing()
        if (after !== before) told ??= `changed by ${outcome.code}`
        before = after
      }
    } catch (error) {
      told = `threw ${String(error)}`
    }
    outcomes.push([told === null ? name : `${name} ${shown(input)} (step ${step})`, told])
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  expect(unhandled).toEqual([])
  const { findings } = await it.ask('check.run', {})
  expect(findings.filter(({ severity }) => severity === 'corrupt')).toEqual([])
  count('calls of any input', { tried: calls, ...codes })
  heldAgainst(context, 'calls of operations with any input', outcomes)
}, 3_600_000)

test.for([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'case.state\0',
  ' case.state',
  'CASE.STATE',
  'case',
  '',
  'then',
  'Symbol(a)',
])('there is no operation called %j', async (name, context) => {
  const outcome = await it.workbench.call(name, {})
  heldAgainst(context, 'names of operations', [[name, outcome.ok || outcome.code !== 'invalid' ? outcome : null]])
})

test('what only costs time is refused at once', async context => {
  const nests = (levels: number) => {
    let inner: unknown = { type: 'text', text: 'x' }
    for (let level = 0; level < levels; level++) inner = { type: 'paragraph', content: [inner, inner] }
    return inner
  }
  const costly: [string, unknown][] = [
    ['bytes in the place of fields', new Uint8Array(40_000_000)],
    ['a document each level of which is there twice', { title: 'x', document: { type: 'doc', content: [nests(60)] } }],
    ['a list of nothing', new Array(2 ** 31)],
  ]
  const outcomes: [string, unknown][] = []
  for (const [what, input] of costly) {
    const begun = performance.now()
    const { code } = await it.refused('notes.create', input)
    const took = performance.now() - begun
    outcomes.push([what, code === 'invalid' && took < 10_000 ? null : `${code} after ${took} ms`])
  }
  heldAgainst(context, 'messages that are bombs', outcomes)
})
