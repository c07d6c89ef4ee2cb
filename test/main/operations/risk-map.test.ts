import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestCase, type TestCase } from '../../support/case.ts'

let it: TestCase
beforeEach(async () => {
  it = await openTestCase()
})
afterEach(() => it.close())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const svg = bytesOf('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>\n')

test.each([
  ['png', png],
  ['svg', svg],
] as const)(
  'a picture is written as %s where the analyst says, and not at all where the dialog is closed',
  async (format, bytes) => {
    it.host.answer = path.join(it.directory, `map.${format}`)
    expect(await it.ask('risks.savePicture', { name: 'map', format, bytes })).toEqual({
      path: it.host.answer,
      degraded: [],
    })
    expect(new Uint8Array(readFileSync(it.host.answer))).toEqual(bytes)
    it.host.answer = null
    expect((await it.ask('risks.savePicture', { name: 'map', format, bytes })).path).toBeNull()
  },
)

test.each([
  ['png', svg],
  ['svg', png],
  ['svg', bytesOf('<html></html>')],
  ['png', new Uint8Array()],
] as const)('what is no %s is refused', async (format, bytes) => {
  it.host.answer = path.join(it.directory, 'map')
  expect((await it.refused('risks.savePicture', { name: 'map', format, bytes })).code).toBe('invalid')
})

test('what moved between two moments is told: how many, and the first of them', async () => {
  expect((await it.workbench.openSample()).ok).toBe(true)
  const days = await it.ask('risks.days', { clock: 'dated' })
  const moments = [{ dated: '0001-01-01' }, ...days.map(dated => ({ dated }))]
  for (const [at, until] of moments.entries()) {
    const since = moments[at - 1]
    if (since === undefined) continue
    const [before, after] = [await it.ask('risks.map', { asOf: since }), await it.ask('risks.map', { asOf: until })]
    const { count, moves } = await it.ask('risks.moved', { since, until })
    expect(moves).toHaveLength(count)
    const ids = (map: typeof before) => new Set(map.risks.map(({ id }) => id))
    const came = [...ids(after)].filter(id => !ids(before).has(id))
    expect(moves.flatMap(({ kind, risk }) => (kind === 'came' ? [risk.id] : []))).toEqual(came)
  }
  expect((await it.ask('risks.moved', { since: null, until: null })).count).toBe(0)
})
