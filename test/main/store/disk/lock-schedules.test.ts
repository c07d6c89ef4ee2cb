import { describe, expect, test } from 'vitest'
import type { FileSystem } from '../../../../main/store/disk/file-system.ts'
import { type Holder, holderIn } from '../../../../main/store/disk/holder.ts'
import type { Steps, Taken } from '../../../../main/store/disk/lock.ts'
import { count } from '../../../faults/counts.ts'
import { mutant, mutationOf } from '../../../support/mutant.ts'
import { explore, type Findings, lock, type Protocol, path, product, textOf, type World, wander } from './schedules.ts'

const wanted = Number(process.env.GLOSSATOR_SCHEDULES ?? 2000)

/** Three processes have 1.2 million states, which take five minutes: all of them are for the long form. */
const mostStates = process.env.GLOSSATOR_LONG === '1' ? Number.POSITIVE_INFINITY : 25_000

const stale = { [lock]: textOf('s') }
const worlds: Record<string, World> = {
  'two on a free case, two crashes': { processes: 2, crashes: 2, links: true, left: {} },
  'two on a stale lock, two crashes': { processes: 2, crashes: 2, links: true, left: stale },
  'two where a crash left lock, heir and drafts': {
    processes: 2,
    crashes: 1,
    links: true,
    left: {
      ...stale,
      [`${lock}-s-new`]: textOf('s'),
      [`${lock}-after-s`]: textOf('t'),
      [`${lock}-t-new`]: textOf('t'),
    },
  },
  'three on a stale lock': { processes: 3, crashes: 0, links: true, left: stale },
  'two on a free case of a drive without second names': { processes: 2, crashes: 1, links: false, left: {} },
  'two on a stale lock of a drive without second names': { processes: 2, crashes: 1, links: false, left: stale },
}

const tell = (name: string, { schedules, states }: Findings): void =>
  count(`schedules of the lock: ${name}`, { tried: schedules, states })

describe('every schedule', () => {
  test.each(Object.entries(worlds))(
    '%s',
    (name, world) => {
      const findings = explore(world, product, mostStates)
      expect(findings.fault).toBe(null)
      expect(findings.states).toBeGreaterThan(500)
      tell(name, findings)
    },
    1_200_000,
  )
})

describe('schedules by chance', () => {
  test.each([
    ['three on a stale lock', { processes: 3, crashes: 2, links: true, left: stale }],
    ['five on a stale lock', { processes: 5, crashes: 3, links: true, left: stale }],
    ['five on a free case', { processes: 5, crashes: 3, links: true, left: {} }],
    ['four on a drive without second names', { processes: 4, crashes: 2, links: false, left: stale }],
  ] satisfies [string, World][])('%s', (name, world) => {
    const findings = wander(world, product, wanted)
    expect(findings.fault).toBe(null)
    expect(findings.states).toBeGreaterThan(wanted / 2)
    tell(name, findings)
  })
})

const textAt = (files: FileSystem, name: string): string | null => {
  try {
    const bytes = new Uint8Array(4096)
    const file = files.open(name, 'r')
    const text = new TextDecoder().decode(bytes.subarray(0, files.read(file, bytes, 0)))
    files.close(file)
    return text
  } catch {
    return null
  }
}

const tries = (work: () => void): boolean => {
  try {
    work()
    return true
  } catch {
    return false
  }
}

/** A protocol that takes and releases as ours, but deals with a stale lock in its own way. */
const withRemoval = (remove: (files: FileSystem, me: Holder, judged: string) => Steps<void>): Protocol => ({
  ...product,
  taking: function* (files, _path, me, gone): Steps<Taken> {
    const draft = `${lock}-${me.token}-new`
    const file = files.open(draft, 'wx+')
    files.write(file, new TextEncoder().encode(JSON.stringify(me)), 0)
    try {
      for (let attempt = 0; attempt < 5; attempt++) {
        yield 0
        if (tries(() => files.link(draft, lock))) return { taken: true }
        yield 0
        const text = textAt(files, lock)
        const holder = text === null ? null : holderIn(text)
        if (holder && !gone(holder)) return { taken: false, holder, lock: path }
        if (text !== null) yield* remove(files, me, text)
      }
    } finally {
      files.unlink(draft)
    }
    return { taken: false, holder: null, lock: path }
  },
})

describe('what must not be done is found', () => {
  const two: World = { processes: 2, crashes: 0, links: true, left: stale }

  test('a stale lock is removed without looking again', () => {
    const findings = explore(
      two,
      withRemoval(function* (files) {
        yield 0
        tries(() => files.unlink(lock))
      }),
    )
    expect(findings.fault).toMatch(/two writers|failed/)
  })

  test('a stale lock is moved aside, compared and given back', () => {
    const aside = withRemoval(function* (files, me, judged) {
      yield 0
      if (!tries(() => files.rename(lock, `${lock}-${me.token}`))) return
      yield 0
      const same = textAt(files, `${lock}-${me.token}`) === judged
      yield 0
      if (same) files.unlink(`${lock}-${me.token}`)
      else files.rename(`${lock}-${me.token}`, lock)
    })
    expect(explore({ ...two, processes: 3 }, aside).fault).toMatch(/two writers|failed/)
  })

  test.each([
    ['the heir does not look again', '(yield* readText(files, name)) === text', 'true'],
    ['everyone is his own heir', `-after-\${holder.token}`, `-after-\${me.token}`],
    ['whoever cannot be judged counts as gone', 'if (holder && !gone(holder)) return obstacle', ''],
  ])('%s', async (_name, from, to) => {
    const broken = await mutant<Protocol>('main/store/disk/lock.ts', mutationOf('main/store/disk/lock.ts', from, to))
    const found = [
      explore(worlds['two on a stale lock, two crashes'] as World, broken, 200_000),
      wander({ processes: 4, crashes: 2, links: true, left: stale }, broken, 3000),
    ]
    expect(found.map(({ fault }) => fault).join()).toMatch(/two writers|failed/)
  })
})
