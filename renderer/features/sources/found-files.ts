import { isHiddenName } from '../../../shared/rules/file-names.ts'
import { mostFiles, mostFolders } from '../../../shared/rules/import-limits.ts'
import { say } from '../../say.ts'

/**
 * A file on its way in, under the name it is shown by: within the folder it came in, its path there. `cameAlong`: in a
 * folder, or in another file, of which only what can be imported was meant.
 */
export type FoundFile = { name: string; cameAlong: boolean; open: () => Promise<File> }

/** Something that is not even looked into, and why, in a sentence. */
export type LeftOut = { name: string; reason: string }

/** What was chosen, dropped or pasted. */
export type Found = { files: FoundFile[]; leftOut: LeftOut[] }

const found = (): Found => ({ files: [], leftOut: [] })

const add = (into: Found, name: string, cameAlong: boolean, open: () => Promise<File>) => {
  if (into.files.length < mostFiles) into.files.push({ name, cameAlong, open })
  else into.leftOut.push({ name, reason: say('imports.tooMany', { limit: mostFiles }) })
}

const hide = (into: Found, name: string) => into.leftOut.push({ name, reason: say('imports.hidden') })

/** Files that were chosen one by one, or with a folder, whose path they then have. */
export const chosenFiles = (files: readonly File[]): Found => {
  const into = found()
  const hiddenFolders = new Set<string>()
  for (const file of files) {
    const name = file.webkitRelativePath || file.name
    const cameAlong = file.webkitRelativePath !== ''
    const parts = name.split('/')
    // The folder itself was chosen, whatever it is called.
    const hiddenAt = cameAlong ? parts.findIndex((part, index) => index > 0 && isHiddenName(part)) : -1
    if (hiddenAt < 0) add(into, name, cameAlong, async () => file)
    else {
      const hidden = parts.slice(0, hiddenAt + 1).join('/')
      if (!hiddenFolders.has(hidden)) hide(into, hidden)
      hiddenFolders.add(hidden)
    }
  }
  return into
}

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject)
  })

/** A folder answers a hundred entries at a time, and none when it is at its end. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const next = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (next.length === 0) return entries.sort((one, other) => (one.name < other.name ? -1 : 1))
    entries.push(...next)
  }
}

const walk = async (folder: FileSystemDirectoryEntry, path: string, depth: number, into: Found): Promise<void> => {
  const entries = await entriesOf(folder).catch(() => null)
  if (entries === null) return void into.leftOut.push({ name: path, reason: say('imports.folderUnreadable') })
  for (const entry of entries) {
    const name = `${path}/${entry.name}`
    if (isHiddenName(entry.name)) hide(into, name)
    else if (entry.isFile) add(into, name, true, () => fileOf(entry as FileSystemFileEntry))
    else if (depth < mostFolders) await walk(entry as FileSystemDirectoryEntry, name, depth + 1, into)
    else into.leftOut.push({ name, reason: say('imports.tooDeep', { limit: mostFolders }) })
  }
}

/**
 * What was dropped, folders with all that is in them. The items are read at once, since they are gone when the event is
 * over; the folders are walked afterwards.
 */
export const droppedFiles = (data: DataTransfer): Promise<Found> => {
  const dropped = [...data.items].flatMap((item): (FileSystemDirectoryEntry | File)[] => {
    if (item.kind !== 'file') return []
    const entry = item.webkitGetAsEntry()
    if (entry?.isDirectory) return [entry as FileSystemDirectoryEntry]
    const file = item.getAsFile()
    return file ? [file] : []
  })
  return (async () => {
    const into = found()
    for (const one of dropped) {
      if (one instanceof File) add(into, one.name, false, async () => one)
      else await walk(one, one.name, 1, into)
    }
    return into
  })()
}
