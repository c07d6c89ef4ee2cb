import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveAs, saveInSteps } from '../../main/save-as.ts'
import { Refused } from '../../shared/outcome.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'glossator-save-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const bytes = (words: string) => new TextEncoder().encode(words)
const kept = () => readdirSync(directory).map(name => [name, readFileSync(path.join(directory, name), 'utf8')])

/** Pieces each of which takes longer than the time between two pauses. */
function* slow(count: number): Generator<Uint8Array> {
  for (let piece = 0; piece < count; piece++) {
    const begun = performance.now()
    while (performance.now() - begun < 13);
    yield bytes(`${piece} `)
  }
}

test('a file written in steps is whole, and pauses come between its pieces', async () => {
  let pauses = 0
  await saveInSteps(path.join(directory, 'a.txt'), slow(4), async () => {
    pauses += 1
    // Beside its place until it is whole.
    expect(readdirSync(directory)).not.toContain('a.txt')
  })
  expect(pauses).toBe(5)
  expect(kept()).toEqual([['a.txt', '0 1 2 3 ']])
})

test('what is cancelled leaves nothing, and what was there before as it was', async () => {
  const place = path.join(directory, 'a.txt')
  const given = new Refused('Cancelled.')
  const cancelledAt = (last: number) => {
    let pauses = 0
    return saveInSteps(place, slow(4), async () => {
      pauses += 1
      if (pauses === last) throw given
    })
  }
  for (const last of [1, 3, 5]) await expect(cancelledAt(last)).rejects.toBe(given)
  expect(kept()).toEqual([])
  writeFileSync(place, 'before')
  await expect(cancelledAt(2)).rejects.toBe(given)
  expect(kept()).toEqual([['a.txt', 'before']])
})

test('what fails on the way leaves nothing, and the refusal names the place', async () => {
  const place = path.join(directory, 'a.txt')
  function* failing(): Generator<Uint8Array> {
    yield bytes('half')
    throw new Error('no room')
  }
  const refused = { message: expect.stringContaining(place) }
  await expect(saveInSteps(place, failing(), async () => undefined)).rejects.toMatchObject(refused)
  expect(() => saveAs(place, failing())).toThrow(/no room/)
  expect(() => saveAs(path.join(directory, 'missing', 'a.txt'), 'words')).toThrow(Refused)
  expect(kept()).toEqual([])
})

test('two that are written to one place at once do not meet: the later one stands', async () => {
  const place = path.join(directory, 'a.txt')
  const pause = () => new Promise<void>(resolve => setImmediate(resolve))
  await Promise.all([saveInSteps(place, slow(5), pause), saveInSteps(place, [bytes('other')], pause)])
  expect(kept()).toEqual([['a.txt', '0 1 2 3 4 ']])
})
