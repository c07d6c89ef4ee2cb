import type { FileStamp, FileSystem } from '../../main/store/file-system.ts'

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

/** Which kind of sync a call is, so that a test can leave out one of them: what reached the file since tells. */
export type SyncKind = 'log' | 'log header' | 'main file' | 'name'

export type SimulatedDisk = FileSystem & {
  /** Changing calls so far: the moments at which the power can go. */
  calls(): number
  /** The power goes at the `call`-th changing call from now. */
  cutAt(call: number): void
  /** What is on the disk when it gets power again; what was not synced is kept, dropped, torn or reordered by chance. */
  afterCut(random: () => number): SimulatedDisk
  /** Everything as if each write were durable: what a killed process leaves. */
  afterKill(): SimulatedDisk
  contents(): Map<string, Uint8Array>
}

const sector = 512

/** The parts of unsynced writes that reached the medium. */
const survivors = (writes: Write[], random: () => number): Write[] => {
  const way = Math.floor(random() * 5)
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
  let kept = random() < 0.5
  return writes.flatMap(write =>
    sectors(write, () => {
      if (random() < 0.05) kept = !kept
      return kept
    }),
  )
}

const failure = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code })

/** @param without the sync that is left out on purpose, to see that the tests would notice */
export const createDisk = (
  start: ReadonlyMap<string, Uint8Array> = new Map(),
  without: SyncKind | null = null,
): SimulatedDisk => {
  let inodes = 0
  let clock = 0
  let calls = 0
  let cut = Number.POSITIVE_INFINITY
  const names = new Map<string, Inode>()
  const durableNames = new Map<string, Inode>()
  let unsyncedNames: NameChange[] = []
  const open = new Map<number, { inode: Inode; path: string; lastWrite: number }>()
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

  const powered = (): void => {
    if (calls >= cut) throw failure('no power')
  }
  const changing = (): void => {
    powered()
    calls++
    powered()
  }
  const handle = (file: number) => {
    const found = open.get(file)
    if (!found) throw failure('EBADF')
    return found
  }
  const name = (path: string, inode: Inode | null): void => {
    if (inode) names.set(path, inode)
    else names.delete(path)
    unsyncedNames.push({ path, inode })
  }
  const write = (file: number, change: Write): void => {
    const { inode } = handle(file)
    put(inode.current, change)
    inode.unsynced.push(change)
    inode.modified = ++clock
  }
  const stampFrom = (inode: Inode): FileStamp => ({
    device: 1,
    inode: inode.number,
    size: inode.current.length,
    modified: inode.modified,
  })
  const kindOf = ({ path, lastWrite }: { path: string; lastWrite: number }): SyncKind => {
    if (!path.endsWith('-wal')) return 'main file'
    return lastWrite === 0 ? 'log header' : 'log'
  }

  return {
    open: (path, mode) => {
      const found = names.get(path)
      if (mode === 'wx+') {
        if (found) throw failure('EEXIST')
        changing()
        name(path, newInode())
      } else {
        powered()
        if (!found) throw failure('ENOENT')
      }
      open.set(++handles, { inode: names.get(path) as Inode, path, lastWrite: -1 })
      return handles
    },
    read: (file, into, position) => {
      powered()
      const { current } = handle(file).inode
      const end = Math.min(current.length, position + into.length)
      if (end <= position) return 0
      into.set(current.data.subarray(position, end))
      return end - position
    },
    write: (file, bytes, position) => {
      // The write under which the power goes may still reach the medium in part.
      powered()
      calls++
      write(file, { position, bytes: bytes.slice() })
      handle(file).lastWrite = position
      powered()
    },
    truncate: (file, size) => {
      changing()
      write(file, { size })
    },
    sync: file => {
      changing()
      const entry = handle(file)
      if (without === kindOf(entry)) return
      for (const change of entry.inode.unsynced) put(entry.inode.durable, change)
      entry.inode.unsynced = []
    },
    syncDirectoryOf: () => {
      changing()
      if (without === 'name') return
      for (const { path, inode } of unsyncedNames) {
        if (inode) durableNames.set(path, inode)
        else durableNames.delete(path)
      }
      unsyncedNames = []
    },
    close: file => {
      open.delete(file)
    },
    stamp: path => {
      powered()
      const found = names.get(path)
      return found ? stampFrom(found) : null
    },
    stampOf: file => stampFrom(handle(file).inode),
    realPath: path => path,
    rename: (from, to) => {
      const inode = names.get(from)
      if (!inode) throw failure('ENOENT')
      changing()
      name(to, inode)
      name(from, null)
    },
    unlink: path => {
      if (!names.has(path)) throw failure('ENOENT')
      changing()
      name(path, null)
    },
    calls: () => calls,
    cutAt: call => {
      cut = calls + call
    },
    afterCut: random => {
      const kept = new Map(durableNames)
      for (const { path, inode } of unsyncedNames.slice(0, Math.floor(random() * (unsyncedNames.length + 1)))) {
        if (inode) kept.set(path, inode)
        else kept.delete(path)
      }
      const image = new Map<string, Uint8Array>()
      for (const [path, inode] of kept) {
        const bytes = copyOf(inode.durable)
        for (const change of survivors(inode.unsynced, random)) put(bytes, change)
        image.set(path, bytes.data.slice(0, bytes.length))
      }
      return createDisk(image)
    },
    afterKill: () => createDisk(contents()),
    contents,
  }

  function contents(): Map<string, Uint8Array> {
    return new Map([...names].map(([path, inode]) => [path, inode.current.data.slice(0, inode.current.length)]))
  }
}
