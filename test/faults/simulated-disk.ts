import type { FileStamp, FileSystem } from '../../main/store/disk/file-system.ts'

/** A disk in memory that keeps apart what was written and what is durable, and can lose its power. */
type Write = { position: number; bytes: Uint8Array } | { size: number }
type Inode = { number: number; current: Bytes; durable: Bytes; unsynced: Write[]; modified: number }
type NameChange = { path: string; inode: Inode | null }

/** Bytes that grow. */
type Bytes = { data: Uint8Array; length: number }

const put = (bytes: Bytes, write: Write): void => {
  if ('size' in write) {
    bytes.data.fill(0, Math.min(write.size, bytes.length), bytes.length)
    grow(bytes, write.size)
    bytes.length = write.size
    return
  }
  grow(bytes, write.position + write.bytes.length)
  bytes.data.set(write.bytes, write.position)
  bytes.length = Math.max(bytes.length, write.position + write.bytes.length)
}

const grow = (bytes: Bytes, length: number): void => {
  if (length <= bytes.data.length) return
  const larger = new Uint8Array(Math.max(length, bytes.data.length * 2, 65_536))
  larger.set(bytes.data)
  bytes.data = larger
}

const copyOf = (bytes: Bytes): Bytes => ({ data: bytes.data.slice(0, bytes.length), length: bytes.length })

/** A call that changes the disk: a moment at which the power can go. `position` is that of a write. */
export type Change = { name: string; path: string; position: number }

/** What one process sees of the disk. */
export type Process = FileSystem & {
  /** From the `call`-th changing call from now on nothing it does reaches the disk any more. */
  killAt(call: number): void
  kill(): void
  isKilled(): boolean
}

export type SimulatedDisk = FileSystem & {
  /** Changing calls so far. */
  calls(): number
  process(): Process
  /** Called at every moment at which the power can go: within a write, before anything else. */
  watch(seen: (change: Change) => void): void
  /** What may be on the disk if the power goes now; what was not synced is kept, dropped, torn or reordered by chance. */
  afterCut(random: () => number): Map<string, Uint8Array>
  /** Everything as if each write were durable: what a killed process leaves. */
  contents(): Map<string, Uint8Array>
}

const sector = 512

/** The parts of unsynced writes that reached the medium. */
const survivors = (writes: Write[], random: () => number): Write[] => {
  const way = Math.floor(random() * 6)
  if (way === 0) return []
  if (way === 1) return writes
  const sectors = (write: Write, keep: () => boolean): Write[] => {
    if ('size' in write) return keep() ? [write] : []
    const parts: Write[] = []
    for (let at = 0; at < write.bytes.length; at += sector)
      if (keep()) parts.push({ position: write.position + at, bytes: write.bytes.subarray(at, at + sector) })
    return parts
  }
  if (way === 2) {
    const count = Math.floor(random() * (writes.length + 1))
    let left = Math.floor(random() * 20)
    return [
      ...writes.slice(0, count),
      ...writes.slice(count, count + 1).flatMap(write => sectors(write, () => left-- > 0)),
    ]
  }
  if (way === 3) {
    const share = random()
    return writes.flatMap(write => sectors(write, () => random() < share))
  }
  if (way === 4) {
    // The last first: whatever comes before some point is lost.
    const parts = writes.flatMap(write => sectors(write, () => true))
    return parts.slice(Math.floor(random() * parts.length))
  }
  let kept = random() < 0.5
  return writes.flatMap(write =>
    sectors(write, () => {
      if (random() < 0.05) kept = !kept
      return kept
    }),
  )
}

const failure = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code })

const changing = ['open', 'write', 'truncate', 'sync', 'syncDirectoryOf', 'rename', 'link', 'unlink'] as const

/** A process on the disk, which can be killed. */
const processOn = (disk: FileSystem): Process => {
  let left = Number.POSITIVE_INFINITY
  const calls: Record<string, unknown> = {}
  for (const [name, call] of Object.entries(disk) as [string, (...parameters: unknown[]) => unknown][]) {
    const isChange = (changing as readonly string[]).includes(name)
    calls[name] = (...parameters: unknown[]) => {
      if (isChange && (name !== 'open' || parameters[1] === 'wx+')) left--
      if (left <= 0) throw failure('killed')
      return call(...parameters)
    }
  }
  return {
    ...(calls as FileSystem),
    killAt: call => {
      left = call
    },
    kill: () => {
      left = 0
    },
    isKilled: () => left <= 0,
  }
}

export const createDisk = (start: ReadonlyMap<string, Uint8Array> = new Map()): SimulatedDisk => {
  let inodes = 0
  let clock = 0
  let calls = 0
  let seen: (change: Change) => void = () => {}
  const names = new Map<string, Inode>()
  const durableNames = new Map<string, Inode>()
  /** What one call did to names happens whole or not at all, as on every file system with a journal. */
  let unsyncedNames: NameChange[][] = []
  const open = new Map<number, { inode: Inode; path: string }>()
  let handles = 0

  const newInode = (bytes: Uint8Array = new Uint8Array(0)): Inode => ({
    number: ++inodes,
    current: { data: bytes.slice(), length: bytes.length },
    durable: { data: bytes.slice(), length: bytes.length },
    unsynced: [],
    modified: ++clock,
  })
  for (const [path, bytes] of start) {
    const inode = newInode(bytes)
    names.set(path, inode)
    durableNames.set(path, inode)
  }

  const change = (name: string, path: string, position = -1): void => {
    calls++
    seen({ name, path, position })
  }
  const handle = (file: number) => {
    const found = open.get(file)
    if (!found) throw failure('EBADF')
    return found
  }
  const named = (path: string): Inode => {
    const inode = names.get(path)
    if (!inode) throw failure('ENOENT')
    return inode
  }
  const name = (...changes: NameChange[]): void => {
    for (const { path, inode } of changes)
      if (inode) names.set(path, inode)
      else names.delete(path)
    unsyncedNames.push(changes)
  }
  const write = (file: number, content: Write): void => {
    const { inode } = handle(file)
    put(inode.current, content)
    inode.unsynced.push(content)
    inode.modified = ++clock
  }
  const stampFrom = (inode: Inode): FileStamp => ({
    device: 1,
    inode: inode.number,
    size: inode.current.length,
    modified: inode.modified,
  })
  const contents = () =>
    new Map([...names].map(([path, inode]) => [path, inode.current.data.slice(0, inode.current.length)]))

  const files: FileSystem = {
    open: (path, mode) => {
      if (mode === 'wx+') {
        if (names.has(path)) throw failure('EEXIST')
        change('open', path)
        name({ path, inode: newInode() })
      }
      open.set(++handles, { inode: named(path), path })
      return handles
    },
    read: (file, into, position) => {
      const { current } = handle(file).inode
      const end = Math.min(current.length, position + into.length)
      if (end <= position) return 0
      into.set(current.data.subarray(position, end))
      return end - position
    },
    write: (file, bytes, position) => {
      write(file, { position, bytes: bytes.slice() })
      // The write under which the power goes may still reach the medium in part.
      change('write', handle(file).path, position)
    },
    truncate: (file, size) => {
      write(file, { size })
      change('truncate', handle(file).path)
    },
    sync: file => {
      const { inode, path } = handle(file)
      change('sync', path)
      for (const content of inode.unsynced) put(inode.durable, content)
      inode.unsynced = []
    },
    syncDirectoryOf: path => {
      change('syncDirectoryOf', path)
      for (const changes of unsyncedNames) keepNames(durableNames, changes)
      unsyncedNames = []
    },
    close: file => {
      open.delete(file)
    },
    stamp: path => {
      const found = names.get(path)
      return found ? stampFrom(found) : null
    },
    stampOf: file => stampFrom(handle(file).inode),
    realPath: path => path,
    rename: (from, to) => {
      const inode = named(from)
      change('rename', to)
      name({ path: to, inode }, { path: from, inode: null })
    },
    link: (from, to) => {
      const inode = named(from)
      if (names.has(to)) throw failure('EEXIST')
      change('link', to)
      name({ path: to, inode })
    },
    unlink: path => {
      named(path)
      change('unlink', path)
      name({ path, inode: null })
    },
    touch: path => {
      named(path).modified = ++clock
    },
    makeFolder: () => undefined,
    names: folder =>
      [...names.keys()].filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1)),
  }

  return {
    ...files,
    calls: () => calls,
    process: () => processOn(files),
    watch: listener => {
      seen = listener
    },
    afterCut: random => {
      const kept = new Map(durableNames)
      const inOrder = random() < 0.7
      const share = inOrder ? Math.floor(random() * (unsyncedNames.length + 1)) : random()
      for (const [place, changes] of unsyncedNames.entries())
        if (inOrder ? place < share : random() < share) keepNames(kept, changes)
      const image = new Map<string, Uint8Array>()
      const survived = new Map<Inode, Uint8Array>()
      for (const [path, inode] of kept) {
        let content = survived.get(inode)
        if (!content) {
          const bytes = copyOf(inode.durable)
          for (const part of survivors(inode.unsynced, random)) put(bytes, part)
          content = bytes.data.slice(0, bytes.length)
          survived.set(inode, content)
        }
        image.set(path, content)
      }
      return image
    },
    contents,
  }
}

const keepNames = (names: Map<string, Inode>, changes: readonly NameChange[]): void => {
  for (const { path, inode } of changes)
    if (inode) names.set(path, inode)
    else names.delete(path)
}
