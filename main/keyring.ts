import { basename, dirname, extname, join, sep } from 'node:path'
import { diskFileSystem, type FileSystem } from './store/disk/file-system.ts'
import { type Keys, sealedDisk } from './store/disk/sealed-disk.ts'
import { type Seal, sameBytes } from './store/disk/sealed-format.ts'
import { headerAt, isSealedAt } from './store/disk/sealed-header.ts'

/** The seals of the cases that were unlocked and not closed since, in this process and nowhere else. */
export type Keyring = {
  /** The disk on which the files of unlocked cases are what they hold; all others are as they are. */
  files: FileSystem
  /** The disk itself. */
  raw: FileSystem
  add(path: string, seal: Seal): void
  /** The seal of the file at `path`, or of the case that was unlocked there. */
  sealAt(path: string): Seal | undefined
  /** Forgets all but the one that the file at `path` is under, overwriting them: of a plain file all. */
  keepOnly(path: string | null): void
}

/** Whether a file made at `path` is one of the case at `owner`: its log, its backups, what is kept of it beside it. */
const belongsTo = (path: string, owner: string): boolean => {
  const stem = basename(owner, extname(owner))
  return (
    path === owner ||
    path.startsWith(`${owner}-`) ||
    path.startsWith(join(dirname(owner), `${stem} backups`) + sep) ||
    (dirname(path) === dirname(owner) && basename(path).startsWith(`${stem} (`))
  )
}

export const createKeyring = (raw: FileSystem = diskFileSystem): Keyring => {
  const seals = new Map<string, Seal>()

  const keys: Keys = {
    of: caseId => [...seals.values()].find(seal => sameBytes(seal.caseId, caseId)),
    forNew: path => [...seals].find(([owner]) => belongsTo(path, owner))?.[1],
  }

  const realOf = (path: string): string => {
    try {
      return raw.realPath(path)
    } catch {
      return path
    }
  }

  const sealAt: Keyring['sealAt'] = path => {
    const header = headerAt(raw, path)
    if (header) return keys.of(header.caseId)
    return raw.stamp(path) && !isSealedAt(raw, path) ? undefined : seals.get(realOf(path))
  }

  return {
    raw,
    files: sealedDisk(raw, keys),
    add: (path, seal) => {
      seals.set(realOf(path), seal)
    },
    sealAt,
    keepOnly: path => {
      // By its file, not by where it was unlocked: a copy may be opened with the key of the case beside it.
      const kept = path === null ? undefined : sealAt(path)
      for (const seal of seals.values()) if (seal !== kept) seal.dataKey.fill(0)
      seals.clear()
      if (path !== null && kept) seals.set(realOf(path), kept)
    },
  }
}
