import { say } from '../say.ts'
import { decode } from './decode.ts'
import { type Imported, NotImported, type Reading } from './draft.ts'
import { declaredEncoding, readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { draftOf } from './metadata.ts'
import { readPlainText } from './plain-text.ts'

/** The largest file that is read, in bytes. */
export const sizeLimit = 50 * 1024 * 1024

type Importer = {
  mediaType: string
  read: (characters: string) => Reading
  declared?: (bytes: Uint8Array) => string | undefined
}

const plainText: Importer = { mediaType: 'text/plain', read: readPlainText }
const markdown: Importer = { mediaType: 'text/markdown', read: readMarkdown }
const html: Importer = { mediaType: 'text/html', read: readHtml, declared: declaredEncoding }

/** What can be imported, by the ending of the file's name. */
const importers = new Map<string, Importer>([
  ['txt', plainText],
  ['text', plainText],
  ['md', markdown],
  ['markdown', markdown],
  ['html', html],
  ['htm', html],
  ['xhtml', html],
])

const importerFor = (fileName: string) => importers.get(/\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '')

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
export function importBytes(fileName: string, bytes: Uint8Array): Imported {
  const refusal = refusalUnread(fileName, bytes.length)
  if (refusal !== null) return { refusal }
  try {
    return { draft: read(fileName, bytes) }
  } catch (error) {
    if (error instanceof NotImported) return { refusal: say(error.key, { file: fileName, ...error.values }) }
    const reason = error instanceof Error ? error.message : String(error)
    return { refusal: say('importing.unreadable', { file: fileName, reason }) }
  }
}

function read(fileName: string, bytes: Uint8Array) {
  const importer = importerFor(fileName) ?? plainText
  const decoded = decode(bytes, importer.declared?.(bytes))
  const reading = importer.read(decoded.text)
  if (reading.text.trim() === '') throw new NotImported('importing.empty')
  return draftOf(reading, importer.mediaType, decoded.warnings)
}
