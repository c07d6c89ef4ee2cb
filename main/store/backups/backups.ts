import { createHash } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import * as z from 'zod'
import { instant } from '../../../shared/model/record.ts'
import { diskFileSystem, type FileSystem, readWhole, replaceFile } from '../disk/file-system.ts'
import { superfluous } from './rotation.ts'

const states = z.enum(['verified', 'unverified', 'damaged'])

/** What is remembered of a backup, as long as its file is still of this size and time. */
const remembered = z.object({
  bytes: z.number(),
  modified: z.number(),
  made: instant,
  savedAt: instant.nullable(),
  state: states,
})
const register = z.record(z.string(), remembered)
type Register = z.infer<typeof register>

/** A backup in the folder of its case. `id` stands for its name where a path must not go. */
export type KeptBackup = {
  id: string
  path: string
  made: string
  bytes: number
  state: z.infer<typeof states>
  savedAt: string | null
}

/** The backups of one case, in a folder beside it: `NAME backups/NAME 2026-11-22 0130.gloss`, times as on the wall. */
export type Backups = {
  folder: string
  /** Newest first. A backup that changed since it was judged is `unverified` again. */
  list(): KeptBackup[]
  /** Makes the folder and names a backup that is not there yet. */
  newPath(now: Date): string
  /** Remembers what a finished backup holds. */
  note(path: string, made: Date, savedAt: string | null): void
  judge(path: string, state: 'verified' | 'damaged'): void
  /** Remembers of a backup whose file was written anew what was known of it. */
  remember(backup: KeptBackup): void
  /** Removes what the rotation lets go. A damaged backup never takes the place of a sound one. */
  rotate(now: Date): void
}

const registerName = 'backups.json'

const two = (number: number): string => String(number).padStart(2, '0')

/** An instant in the name of a file: date and time of day of this place, to the minute. */
export const stampOf = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}${two(at.getMinutes())}`

const stampIn = (name: string): Date | null => {
  const found = /(\d{4})-(\d\d)-(\d\d) (\d\d)(\d\d)(?: \(\d+\))?\.[^.]*$/.exec(name)
  if (!found) return null
  const [year = 0, month = 0, date = 0, hours = 0, minutes = 0] = found.slice(1).map(Number)
  return new Date(year, month - 1, date, hours, minutes)
}

/** `path` with `words` before its ending, and a number after them where a file of that name is there already. */
export const besideName = (files: FileSystem, path: string, words: string): string => {
  const ending = extname(path)
  const stem = path.slice(0, path.length - ending.length)
  for (let number = 1; ; number++) {
    const name = `${stem} ${words}${number > 1 ? ` (${number})` : ''}${ending}`
    if (!files.stamp(name)) return name
  }
}

export const backupsOf = (path: string, files: FileSystem = diskFileSystem): Backups => {
  const stem = basename(path, extname(path))
  const folder = join(dirname(path), `${stem} backups`)
  const registerPath = join(folder, registerName)

  const readRegister = (): Register => {
    try {
      return register.parse(JSON.parse(new TextDecoder().decode(readWhole(files, registerPath))))
    } catch {
      // Without it every backup is one that nobody has looked through yet.
      return {}
    }
  }

  const writeRegister = (entries: Register): void =>
    replaceFile(files, registerPath, file =>
      files.write(file, new TextEncoder().encode(JSON.stringify(entries, null, 2)), 0),
    )

  const list = (): KeptBackup[] => {
    const known = readRegister()
    return files
      .names(folder)
      .filter(name => name.startsWith(`${stem} `) && name.endsWith(extname(path)))
      .flatMap((name): KeptBackup[] => {
        const [file, named] = [join(folder, name), stampIn(name)]
        const stamp = files.stamp(file)
        if (!stamp || !named) return []
        const entry = known[name]
        const isSame = entry?.bytes === stamp.size && entry.modified === stamp.modified
        return [
          {
            id: createHash('sha256').update(name).digest('hex').slice(0, 16),
            path: file,
            bytes: stamp.size,
            ...(isSame
              ? { made: entry.made, state: entry.state, savedAt: entry.savedAt }
              : { made: named.toISOString(), state: 'unverified', savedAt: null }),
          },
        ]
      })
      .sort((one, other) => (one.made < other.made ? 1 : -1))
  }

  const keep = (file: string, entry: Pick<KeptBackup, 'made' | 'savedAt' | 'state'>): void => {
    const stamp = files.stamp(file)
    if (!stamp) return
    const others = Object.entries(readRegister()).filter(([name]) => files.stamp(join(folder, name)))
    const { made, savedAt, state } = entry
    writeRegister({
      ...Object.fromEntries(others),
      [basename(file)]: { bytes: stamp.size, modified: stamp.modified, made, savedAt, state },
    })
  }

  return {
    folder,
    list,
    newPath: now => {
      files.makeFolder(folder)
      return besideName(files, join(folder, basename(path)), stampOf(now))
    },
    note: (file, made, savedAt) => keep(file, { made: made.toISOString(), savedAt, state: 'unverified' }),
    remember: backup => keep(backup.path, backup),
    judge: (file, state) => {
      const found = list().find(backup => backup.path === file)
      if (found) keep(file, { ...found, state })
    },
    rotate: now => {
      const all = list()
      const sound = all.filter(({ state }) => state !== 'damaged')
      const damaged = all.filter(({ state }) => state === 'damaged')
      for (const { path: file } of [...superfluous(sound, now.getTime()), ...damaged.slice(1)]) files.unlink(file)
    },
  }
}
