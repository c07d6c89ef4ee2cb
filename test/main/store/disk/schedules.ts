import type { FileSystem } from '../../../../main/store/disk/file-system.ts'
import type { Holder } from '../../../../main/store/disk/holder.ts'
import { lockPath, releasing, type Steps, taking } from '../../../../main/store/disk/lock.ts'
import { randomFrom } from '../../../faults/story.ts'

/** The protocol under test: that of the product, or one with a mistake in it. */
export type Protocol = { taking: typeof taking; releasing: typeof releasing }

export const product: Protocol = { taking, releasing }
export const path = '/x'

const failure = (code: string): Error => Object.assign(new Error(code), { code })

type Node = { text: string }

/** A drive with only what a lock uses, whose whole state can be told in a line. `links`: whether it knows second names. */
const createDrive = (start: Record<string, string>, links: boolean) => {
  const names = new Map<string, Node>(Object.entries(start).map(([name, text]) => [name, { text }]))
  const handles = new Map<number, Node>()
  let opened = 0
  let version = 0
  const found = (name: string): Node => {
    const node = names.get(name)
    if (!node) throw failure('ENOENT')
    return node
  }
  const unused = (): never => {
    throw new Error('A lock does not need this call')
  }
  const files: FileSystem = {
    open: (name, mode) => {
      if (mode === 'wx+') {
        if (names.has(name)) throw failure('EEXIST')
        names.set(name, { text: '' })
        version++
      }
      handles.set(++opened, found(name))
      return opened
    },
    read: (file, into) => {
      const bytes = new TextEncoder().encode(handles.get(file)?.text)
      into.set(bytes)
      return bytes.length
    },
    write: (file, bytes) => {
      const node = handles.get(file)
      if (node) node.text = new TextDecoder().decode(bytes)
      version++
    },
    sync: () => {},
    close: file => {
      handles.delete(file)
    },
    rename: (from, to) => {
      names.set(to, found(from))
      names.delete(from)
      version++
    },
    link: (from, to) => {
      if (!links) throw failure('EPERM')
      if (names.has(to)) throw failure('EEXIST')
      names.set(to, found(from))
      version++
    },
    unlink: name => {
      found(name)
      names.delete(name)
      version++
    },
    truncate: unused,
    syncDirectoryOf: unused,
    stamp: unused,
    stampOf: unused,
    realPath: unused,
    touch: unused,
    makeFolder: unused,
    names: unused,
  }
  return {
    files,
    version: () => version,
    state: () =>
      [...names]
        .map(([name, { text }]) => `${name}=${text}`)
        .sort()
        .join(),
    names: () => [...names.keys()],
  }
}

export type World = {
  processes: number
  crashes: number
  links: boolean
  /** Locks that are there at the beginning, of holders who are gone; text by name. */
  left: Record<string, string>
}

type Move = { process: number; what: 'step' | 'crash' }

const holderCalled = (token: string): Holder => ({
  process: 1,
  thread: 0,
  started: null,
  boot: null,
  machine: null,
  space: null,
  host: 'h',
  user: '',
  since: '',
  token,
})

/** What a holder of this name would have written. */
export const textOf = (token: string): string => JSON.stringify(holderCalled(token))
export const lock = lockPath(path)

/** One run of a world: moves are made from outside, one call of the file system at a time. */
const run = (world: World, protocol: Protocol) => {
  const drive = createDrive(world.left, world.links)
  const alive = new Set<string>()
  const writers = new Set<string>()
  let crashes = world.crashes
  let fault: string | null = null
  /** Everything a process was ever answered: its whole state follows from it. */
  const answers: string[] = []

  const heard = (index: number, files: FileSystem): FileSystem => {
    const told = (answer: unknown) => {
      answers[index] += `${typeof answer === 'object' ? '' : String(answer)};`
    }
    const listening: Partial<Record<keyof FileSystem, unknown>> = {}
    for (const name of Object.keys(files) as (keyof FileSystem)[]) {
      const call = files[name] as (...parameters: unknown[]) => unknown
      listening[name] = (...parameters: unknown[]) => {
        try {
          const answer = call(...parameters)
          if (name === 'read') told(new TextDecoder().decode((parameters[1] as Uint8Array).subarray(0, Number(answer))))
          else told(name === 'open' ? 'opened' : 'done')
          return answer
        } catch (error) {
          told((error as Error).message)
          throw error
        }
      }
    }
    return listening as FileSystem
  }

  const life = function* (index: number, me: Holder): Steps<boolean> {
    const files = heard(index, drive.files)
    const outcome = yield* protocol.taking(files, path, me, holder => {
      const gone = !alive.has(holder.token)
      answers[index] += `${gone};`
      return gone
    })
    if (!outcome.taken) return false
    writers.add(me.token)
    if (writers.size > 1) fault = `two writers: ${[...writers].join(' and ')}`
    yield 0
    writers.delete(me.token)
    yield* protocol.releasing(files, path, me)
    return true
  }

  const processes = Array.from({ length: world.processes }, (_, index) => {
    const me = holderCalled(`p${index}`)
    alive.add(me.token)
    answers.push('')
    return { me, steps: life(index, me), made: 0, ended: false, waitsFor: -1 }
  })
  let upheavals = 0
  const now = () => drive.version() + upheavals

  return {
    moves: (): Move[] => {
      const running = [...processes.keys()].filter(index => !processes[index]?.ended)
      // Who waits for others changes nothing by looking again before something has changed.
      const awake = running.filter(index => processes[index]?.waitsFor !== now())
      const steps = (awake.length > 0 ? awake : running).map((process): Move => ({ process, what: 'step' }))
      return crashes > 0 ? [...steps, ...running.map((process): Move => ({ process, what: 'crash' }))] : steps
    },
    make: ({ process: index, what }: Move): void => {
      const process = processes[index]
      if (!process) return
      if (what === 'crash') {
        crashes--
        upheavals++
        process.ended = true
        alive.delete(process.me.token)
        writers.delete(process.me.token)
        return
      }
      process.made++
      let step: IteratorResult<number, boolean>
      try {
        step = process.steps.next()
      } catch (error) {
        fault ??= `a process failed with ${String(error)}`
        return
      }
      process.waitsFor = !step.done && step.value > 0 ? now() : -1
      if (!step.done) return
      process.ended = true
      alive.delete(process.me.token)
      upheavals++
    },
    fault: () => fault,
    state: () =>
      `${drive.state()}|${answers.join('|')}|${processes.map(({ made, ended, waitsFor }) => `${made}${ended ? 'x' : waitsFor === now() ? 'w' : 'r'}`).join()}|${crashes}`,
    /** What is wrong when all is over: the next to come must get the lock, and leave nothing behind. */
    aftermath: (): string | null => {
      const me = holderCalled('last')
      alive.add(me.token)
      answers.push('')
      const steps = life(processes.length, me)
      for (;;) {
        const step = steps.next()
        if (!step.done) continue
        if (!step.value) return `nobody can take the lock any more; there are ${drive.names().join(', ')}`
        const left = drive.names().length
        return left > 2 * world.crashes + Object.keys(world.left).length ? `${drive.names().join(', ')} are left` : null
      }
    },
  }
}

const told = (moves: readonly Move[]): string =>
  moves.map(({ process, what }) => (what === 'crash' ? `crash ${process}` : process)).join(' ')

export type Findings = { schedules: number; states: number; fault: string | null }

/** Every schedule of the world, each state of it looked at once. */
export const explore = (world: World, protocol: Protocol, most = Number.POSITIVE_INFINITY): Findings => {
  const seen = new Set<string>()
  const waiting: Move[][] = [[]]
  let schedules = 0
  for (let prefix = waiting.pop(); prefix && seen.size < most; prefix = waiting.pop()) {
    schedules++
    const current = run(world, protocol)
    for (const move of prefix) current.make(move)
    const made = [...prefix]
    for (;;) {
      const fault = current.fault()
      if (fault) return { schedules, states: seen.size, fault: `${fault} after ${told(made)}` }
      const state = current.state()
      if (seen.has(state)) break
      seen.add(state)
      const [first, ...others] = current.moves()
      if (!first) {
        const left = world.links || world.crashes === 0 ? current.aftermath() : null
        if (left) return { schedules, states: seen.size, fault: `${left} after ${told(made)}` }
        break
      }
      for (const other of others) waiting.push([...made, other])
      current.make(first)
      made.push(first)
    }
  }
  return { schedules, states: seen.size, fault: null }
}

/** Schedules drawn by chance, for worlds too large to look at every one. */
export const wander = (world: World, protocol: Protocol, schedules: number, seed = 1): Findings => {
  const states = new Set<string>()
  for (let number = 0; number < schedules; number++) {
    const random = randomFrom(seed * 1_000_003 + number)
    const current = run(world, protocol)
    const made: Move[] = []
    // Some stay with one process for long, some change at each step.
    const restless = random()
    let last: Move | undefined
    for (;;) {
      const moves = current.moves()
      if (moves.length === 0) break
      const steps = moves.filter(({ what }) => what === 'step')
      const choice = random() < 0.02 ? moves : steps
      const again = steps.find(({ process }) => process === last?.process)
      const move = again && random() > restless ? again : choice[Math.floor(random() * choice.length)]
      if (!move) break
      current.make(move)
      made.push(move)
      last = move
      const fault = current.fault()
      if (fault) return { schedules: number + 1, states: states.size, fault: `${fault} after ${told(made)}` }
    }
    const left = world.links || world.crashes === 0 ? current.aftermath() : null
    if (left) return { schedules: number + 1, states: states.size, fault: `${left} after ${told(made)}` }
    states.add(told(made))
  }
  return { schedules, states: states.size, fault: null }
}
