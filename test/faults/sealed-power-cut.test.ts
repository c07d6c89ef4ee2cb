import { beforeAll, expect, test } from 'vitest'
import { openCase } from '../../main/store/case-file.ts'
import { count } from './counts.ts'
import { cutAfterCheckpoint, cutCopy, cutRecovery, cutSessions } from './cuts.ts'
import { sealedStore, testSeal } from './sealed.ts'
import { newStory, type Store, smallSizes, storeWith } from './session.ts'

const cuts = Math.ceil(Number(process.env.GLOSSATOR_CUTS ?? 500) / 5)

let product: Store
let small: Store
let template: Map<string, Uint8Array>
beforeAll(async () => {
  const seal = await testSeal()
  product = sealedStore({ openCase }, seal)
  small = sealedStore(await storeWith(...smallSizes()), seal)
  template = await newStory(product)
})

test(`${cuts} power cuts in a sealed case: nothing acknowledged is lost, nothing is corrupt, and nothing is plain`, async () => {
  let plain = 0
  const found = await cutSessions([product, small, small], product, template, cuts, {
    actions: 60,
    seen: image => {
      for (const [name, bytes] of image)
        if (!name.includes('-lock') && Buffer.from(bytes).includes('SQLite format')) plain++
    },
  })
  expect(found.fault).toBe(null)
  expect(plain).toBe(0)
  expect(found.cuts).toBeGreaterThanOrEqual(cuts)
  count('power cuts, sealed', { tried: found.cuts, lost: 0, corrupt: 0, sessions: found.sessions })
}, 3_600_000)

test('the same holds for the store that rewrites the whole file', async () => {
  const found = await cutSessions([product], product, template, Math.ceil(cuts / 7), { actions: 40, wholeFile: true })
  expect(found.fault).toBe(null)
  count('power cuts, sealed, whole file rewritten', { tried: found.cuts, lost: 0, corrupt: 0 })
}, 3_600_000)

test.each([
  ['recovering from a kill in the first edit', cutRecovery],
  ['in and right after a checkpoint', cutAfterCheckpoint],
  ['in and right after a copy', cutCopy],
])(
  'nor %s',
  async (name, cut) => {
    for (const store of [product, small]) {
      const { fault, cuts: tried } = await cut(store, product, template, Math.ceil(cuts / 100))
      expect(fault).toBe(null)
      count(`power cuts, sealed, ${name}`, { tried, lost: 0, corrupt: 0 })
    }
  },
  600_000,
)
