import { say } from '../say.ts'
import { draftOf } from './document/metadata.ts'
import { type Imported, NotImported, type Reading } from './draft.ts'
import { decode } from './text/decode.ts'

/** The largest file that is read, in bytes. */
export const sizeLimit = 50 * 1024 * 1024

/** Reads the bytes of one kind of file. Throws `NotImported` for an expected end. */
type Read = (bytes: Uint8Array<ArrayBuffer>, fileName: string) => Reading | Promise<Reading>

type Importer = {
  mediaType: string
  /** The endings of names that such files have. */
  endings: readonly string[]
  /** Brings the reader in when the first such file comes: most imports need one or two of them. */
  load: () => Promise<Read>
}

/** What can be imported. */
const importers: readonly Importer[] = [
  {
    mediaType: 'text/plain',
    endings: ['txt', 'text'],
    load: async () => {
      const { readPlainText } = await import('./text/plain-text.ts')
      return bytes => decoded(decode(bytes), readPlainText)
    },
  },
  {
    mediaType: 'text/markdown',
    endings: ['md', 'markdown'],
    load: async () => {
      const { readMarkdown } = await import('./text/markdown.ts')
      return bytes => decoded(decode(bytes), readMarkdown)
    },
  },
  {
    mediaType: 'text/html',
    endings: ['html', 'htm', 'xhtml'],
    load: async () => {
      const { declaredEncoding, readHtml } = await import('./web/html.ts')
      return bytes => decoded(decode(bytes, declaredEncoding(bytes)), readHtml)
    },
  },
]

/** A reading of characters, with what decoding them brought to light. */
const decoded = ({ text, encoding, warnings }: ReturnType<typeof decode>, read: (characters: string) => Reading) => {
  const reading = read(text)
  return { ...reading, encoding, warnings: [...warnings, ...(reading.warnings ?? [])] }
}

const importerFor = (fileName: string): Importer | undefined => {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return importers.find(({ endings }) => endings.includes(ending))
}

const megabytes = (count: number) => Math.ceil(count / 1024 / 1024)

/** Why a file of this name and size, in bytes, is not even read; null when it is. */
export const refusalUnread = (file: string, size: number): string | null => {
  if (!importerFor(file)) return say('importing.unknownKind', { file })
  return size > sizeLimit
    ? say('importing.tooLarge', { file, size: megabytes(size), limit: megabytes(sizeLimit) })
    : null
}

/**
 * Reads a file into a draft, or says in a sentence why it cannot be. Nothing that a file holds makes it throw
 * (test/renderer/importers/hostile.test.ts). A caller that does not trust the file runs it in a worker or a process of
 * its own and sets the time limit.
 */
export async function importBytes(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<Imported> {
  const refusal = refusalUnread(fileName, bytes.length)
  if (refusal !== null) return { refusal }
  try {
    return await imported(fileName, bytes)
  } catch (error) {
    if (error instanceof NotImported) return { refusal: say(error.key, { file: fileName, ...error.values }) }
    const reason = error instanceof Error ? error.message : String(error)
    return { refusal: say('importing.unreadable', { file: fileName, reason }) }
  }
}

async function imported(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<Imported> {
  const importer = importerFor(fileName)
  if (!importer) throw new NotImported('importing.unknownKind')
  const read = await importer.load()
  const reading = await read(bytes, fileName)
  if (reading.text.trim() === '') throw new NotImported('importing.empty')
  return { draft: draftOf(reading, importer.mediaType), enclosed: reading.enclosed ?? [] }
}
