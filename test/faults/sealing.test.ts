import { beforeAll, expect, test } from 'vitest'
import type { FileSystem } from '../../main/store/disk/file-system.ts'
import { count } from './counts.ts'
import {
  carryOut,
  cutSealing,
  faultOfSealing,
  productsHands,
  type Start,
  startFor,
  startOfSealing,
  ways,
} from './sealing-cuts.ts'
import { createDisk } from './simulated-disk.ts'

/** Every how manieth call fails in its turn; 1 in the long form. */
const step = Math.ceil(Number(process.env.GLOSSATOR_FAILURE_STEP ?? 17) / 4)
const outcomes = Math.ceil(Number(process.env.GLOSSATOR_CUTS ?? 500) / 250)

let start: Start
beforeAll(async () => {
  start = await startOfSealing()
})

test.each(ways)(
  'the power goes at any moment of %s: the case is whole, one passphrase opens it',
  async way => {
    const { tried, fault } = await cutSealing(productsHands, start, way, outcomes)
    expect(fault).toBe(null)
    expect(tried).toBeGreaterThan(30)
    count(`power cuts, ${way}`, { tried, lost: 0, corrupt: 0 })
  },
  600_000,
)

const changing = ['open', 'write', 'truncate', 'sync', 'syncDirectoryOf', 'rename', 'link', 'unlink', 'read'] as const

test.each(ways)(
  'any one call fails during %s: it is refused or told, and the case is whole',
  async way => {
    let tried = 0
    for (let at = 1; ; at += step) {
      const disk = createDisk(startFor(start, way))
      let calls = 0
      const failing: Record<string, unknown> = { ...disk.process() }
      for (const kind of changing) {
        const call = failing[kind] as (...parameters: unknown[]) => unknown
        failing[kind] = (...parameters: unknown[]) => {
          if (++calls === at) throw Object.assign(new Error('EIO: simulated'), { code: 'EIO' })
          return call(...parameters)
        }
      }
      let failed = false
      try {
        await carryOut(productsHands, start, way, failing as FileSystem)
      } catch {
        failed = true
      }
      if (calls < at) break
      expect(await faultOfSealing(disk.contents(), start, way, false), `call ${at}`).toBe(null)
      if (failed) tried++
    }
    expect(tried).toBeGreaterThan(5)
    count(`failures, ${way}`, { tried, lost: 0, corrupt: 0 })
  },
  600_000,
)
