import { type FileSystem, readAround } from '../disk/file-system.ts'
import { walPath } from '../disk/pages.ts'
import { openWal, type Wal } from '../disk/wal.ts'

/** The pages of a damaged file, with what a log beside it adds. Pages count from 1. */
export type RawPages = {
  pageSize: number
  count: number
  /** A copy of the page; zeros where the file is too short or cannot be read. */
  page(number: number): Uint8Array
  close(): void
}

/** Every case is made with this; it is believed where the header says something impossible. */
const usualPageSize = 4096

const statedPageSize = (files: FileSystem, file: number): number => {
  const header = new Uint8Array(100)
  readAround(files, file, header, 0)
  const stated = new DataView(header.buffer).getUint16(16)
  const size = stated === 1 ? 65_536 : stated
  const isPossible = size >= 512 && Number.isInteger(Math.log2(size))
  return isPossible && files.stampOf(file).size % size === 0 ? size : usualPageSize
}

/** A log that cannot be read is none: what it held is lost, and the file is as at the last checkpoint. */
const logOf = (files: FileSystem, path: string, pageSize: number): Wal | null => {
  try {
    return openWal(files, walPath(path), pageSize, true)
  } catch {
    return null
  }
}

export const openRawPages = (files: FileSystem, path: string): RawPages => {
  const file = files.open(path, 'r')
  const pageSize = statedPageSize(files, file)
  const wal = logOf(files, path, pageSize)
  return {
    pageSize,
    count: wal?.pageCount() ?? Math.ceil(files.stampOf(file).size / pageSize),
    page: number => {
      const bytes = new Uint8Array(pageSize)
      try {
        const logged = wal?.page(number)
        if (logged) bytes.set(logged)
        else files.read(file, bytes, (number - 1) * pageSize)
      } catch {
        // A sector that the disk gives no more: damage like any other.
      }
      return bytes
    },
    close: () => {
      wal?.close()
      files.close(file)
    },
  }
}

/** What the first byte of a page of a b-tree says (https://www.sqlite.org/fileformat2.html#b_tree_pages). */
const kinds = { 2: 'inner index', 5: 'inner table', 10: 'index leaf', 13: 'table leaf' } as const
export type PageKind = (typeof kinds)[keyof typeof kinds]

/** What a page says it is; null for overflow, free and damaged pages. */
export const kindOf = (bytes: Uint8Array, number: number): PageKind | null => {
  const start = number === 1 ? 100 : 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const kind = kinds[view.getUint8(start) as keyof typeof kinds] ?? null
  const cells = view.getUint16(start + 3)
  return kind !== null && start + 8 + cells * 2 <= bytes.length ? kind : null
}

/** Where an inner page keeps the numbers of its children. */
const childPlaces = (bytes: Uint8Array, number: number): number[] => {
  const kind = kindOf(bytes, number)
  if (kind !== 'inner index' && kind !== 'inner table') return []
  const start = number === 1 ? 100 : 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const cells = Array.from({ length: view.getUint16(start + 3) }, (_, cell) => start + 12 + cell * 2)
    .filter(place => place + 2 <= bytes.length)
    .map(place => view.getUint16(place))
  return [...cells, start + 8].filter(place => place + 4 <= bytes.length)
}

/** The children of an inner page; none of a leaf. */
export const childrenOf = (bytes: Uint8Array, number: number): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return childPlaces(bytes, number).map(place => view.getUint32(place))
}

/** Gives the children of an inner page other numbers, where it lies. */
export const renumberChildren = (bytes: Uint8Array, number: number, renumbered: (child: number) => number): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (const place of childPlaces(bytes, number)) view.setUint32(place, renumbered(view.getUint32(place)))
}

const isTable = (kind: PageKind): boolean => kind.endsWith('table') || kind === 'table leaf'

/** The pages of the b-trees that begin at these roots, as far as one leads to the other; a child of the other family is not one. */
export const reachedFrom = (pages: RawPages, roots: readonly number[]): Set<number> => {
  const reached = new Set<number>()
  const waiting = [...roots]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (number < 1 || number > pages.count || reached.has(number)) continue
    const bytes = pages.page(number)
    const kind = kindOf(bytes, number)
    if (kind === null) continue
    reached.add(number)
    for (const child of childrenOf(bytes, number)) {
      const its = child >= 1 && child <= pages.count ? kindOf(pages.page(child), child) : null
      if (its !== null && isTable(its) === isTable(kind)) waiting.push(child)
    }
  }
  return reached
}

/** The pages that the file has given up: what they hold was deleted. */
export const freePages = (pages: RawPages): Set<number> => {
  const free = new Set<number>()
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let trunk = view(pages.page(1)).getUint32(32)
  while (trunk > 1 && trunk <= pages.count && !free.has(trunk)) {
    free.add(trunk)
    const list = view(pages.page(trunk))
    const most = Math.min(list.getUint32(4), pages.pageSize / 4 - 2)
    for (let leaf = 0; leaf < most; leaf++) free.add(list.getUint32(8 + leaf * 4))
    trunk = list.getUint32(0)
  }
  return free
}

/** How many columns the first row of a leaf says it has; null where that cannot be read. */
export const columnsIn = (bytes: Uint8Array): number | null => {
  const kind = kindOf(bytes, 2)
  if (kind === null) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.getUint16(3) === 0) return null
  const inner = kind.startsWith('inner')
  let at = view.getUint16(inner ? 12 : 8) + (kind === 'inner index' ? 4 : 0)
  const next = (): number => {
    let value = 0
    for (let size = 1; size <= 9 && at < bytes.length; size++) {
      const byte = bytes[at++] ?? 0
      value = value * 128 + (byte & 127)
      if (byte < 128) break
    }
    return value
  }
  if (kind === 'inner table') return null
  next()
  if (kind === 'table leaf') next()
  const headerStart = at
  const headerEnd = headerStart + next()
  if (headerEnd > bytes.length) return null
  let columns = 0
  while (at < headerEnd) {
    next()
    columns++
  }
  return columns
}
