import type { MessageKey } from '../../shared/messages.ts'
import {
  calledKind,
  endingOf,
  endingsInWords,
  type ImportableType,
  isImportable,
  kindByName,
} from '../../shared/rules/file-kinds.ts'
import { isOnlyPictures } from '../../shared/rules/pages.ts'
import { say } from '../say.ts'
import { draftOf } from './document/metadata.ts'
import { statedWords } from './document/statements.ts'
import { type Imported, NotImported, type Reading, type References } from './draft.ts'
import { alwaysShown, kindByContent } from './sniff.ts'
import { type Decoded, decode } from './text/decode.ts'

/** The largest file that is read, in bytes. */
export const sizeLimit = 50 * 1024 * 1024

/** Reads the bytes of one kind of file. Throws `NotImported` for an expected end. */
type Read = (
  bytes: Uint8Array<ArrayBuffer>,
  fileName: string,
) => Reading | References | Promise<Reading> | Promise<References>

type Importer = {
  /** Brings the reader in when the first such file comes: most imports need one or two of them. */
  load: () => Promise<Read>
  /** What the start of such a file, as Latin-1, has at the least: without it the name is not believed. */
  shows?: RegExp
}

const loadValues = async (): Promise<Read> => {
  const { readValues } = await import('./text/values.ts')
  return bytes => decoded(decode(bytes), readValues)
}

const loadTranscript = async (): Promise<Read> => {
  const { readTranscript } = await import('./text/transcript.ts')
  return bytes => decoded(decode(bytes), readTranscript)
}

const references =
  (read: (characters: string) => References): Read =>
  bytes => {
    const { text, warnings } = decode(bytes)
    const list = read(text)
    return { ...list, warnings: [...warnings, ...list.warnings] }
  }

/** The reader of each kind that `shared/rules/file-kinds.ts` lists. */
const importers: Record<ImportableType, Importer> = {
  'text/plain': {
    load: async () => {
      const { readPlainText } = await import('./text/plain-text.ts')
      return bytes => decoded(decode(bytes), readPlainText)
    },
  },
  'text/markdown': {
    load: async () => {
      const { readMarkdown } = await import('./text/markdown.ts')
      return bytes => decoded(decode(bytes), readMarkdown)
    },
  },
  'text/html': {
    shows: /<[a-z!/?]/i,
    load: async () => {
      const { readHtml } = await import('./web/html.ts')
      const { declaredEncoding } = await import('./web/charset.ts')
      return bytes => decoded(decode(bytes, declaredEncoding(bytes)), page => readHtml(page))
    },
  },
  'multipart/related': {
    load: async () => (await import('./web/mhtml.ts')).readMhtml,
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    load: async () => (await import('./office/docx.ts')).readDocx,
  },
  'application/vnd.oasis.opendocument.text': {
    load: async () => (await import('./office/odt.ts')).readOdt,
  },
  'application/pdf': {
    load: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  },
  'text/csv': { load: loadValues },
  'text/tab-separated-values': { load: loadValues },
  'application/x-subrip': { load: loadTranscript },
  'text/vtt': { load: loadTranscript },
  'application/x-bibtex': { load: async () => references((await import('./references/bibtex.ts')).readBibtex) },
  'application/x-research-info-systems': {
    load: async () => references((await import('./references/ris.ts')).readRis),
  },
  'application/vnd.citationstyles.csl+json': {
    load: async () => references((await import('./references/csl-json.ts')).readCslJson),
  },
  'message/rfc822': {
    shows: /^[!-9;-~]+:/,
    load: async () => (await import('./mail/mail.ts')).readMail,
  },
  'application/rtf': {
    load: async () => (await import('./office/rtf.ts')).readRtf,
  },
  'application/epub+zip': {
    load: async () => (await import('./office/epub.ts')).readEpub,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    load: async () => (await import('./office/xlsx.ts')).readXlsx,
  },
}

/** A reading of characters, with what decoding them brought to light. */
const decoded = ({ text, encoding, warnings }: Decoded, read: (characters: string) => Reading): Reading => {
  const reading = read(text)
  return { ...reading, encoding, warnings: [...warnings, ...(reading.warnings ?? [])] }
}

/** The refusals of what no reader is there for. */
const unknownKinds: readonly MessageKey[] = ['importing.unknownKind', 'importing.cannotRead']

const megabytes = (count: number) => Math.ceil(count / 1024 / 1024)

/** Why a file of this name and size, in bytes, is not even read; null when it is. */
export const refusalUnread = (file: string, size: number): string | null =>
  size > sizeLimit ? say('importing.tooLarge', { file, size: megabytes(size), limit: megabytes(sizeLimit) }) : null

/**
 * Reads a file into a draft, or says in a sentence why it cannot be. What the file is, its content decides before its
 * name. Nothing that a file holds makes it throw (test/renderer/importers/hostile.test.ts). A caller that does not trust
 * the file runs it in a worker or a process of its own and sets the time limit.
 */
export async function importBytes(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<Imported> {
  const refusal = refusalUnread(fileName, bytes.length)
  if (refusal !== null) return { refusal }
  try {
    return await imported(fileName, bytes)
  } catch (error) {
    if (error instanceof NotImported) {
      const refusal = say(error.key, { file: fileName, endings: endingsInWords(), ...error.values })
      return unknownKinds.includes(error.key) ? { refusal, unknownKind: true } : { refusal }
    }
    const reason = error instanceof Error ? error.message : String(error)
    return { refusal: say('importing.unreadable', { file: fileName, reason }) }
  }
}

async function imported(fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<Imported> {
  if (bytes.length === 0) throw new NotImported('importing.empty')
  const kind = kindOf(fileName, bytes)
  const read = await importers[kind].load()
  const reading = await read(bytes, fileName)
  const differing = disagreement(fileName, kind)
  if ('references' in reading) return { ...reading, warnings: [...differing, ...reading.warnings] }
  if (reading.text.trim() === '' && !isOnlyPictures(reading)) throw new NotImported('importing.empty')
  const statements = [...reading.statements, ...(isOnlyPictures(reading) ? namedBy(fileName) : [])]
  const draft = draftOf({ ...reading, statements, warnings: [...differing, ...(reading.warnings ?? [])] }, kind)
  return { draft, enclosed: reading.enclosed ?? [] }
}

/** A document without words has no title but the one its properties state; without that, the name of its file stands in. */
const namedBy = (fileName: string) =>
  statedWords('title', fileName.replace(/^.*[\\/]|\.[^.\\/]*$/g, ''), { origin: 'file name', mark: '' })

/**
 * The kind of a file: what its content shows, else what its name says, unless the content would have to show that. Then,
 * and when there is no ending, it is plain text, if it is text at all.
 */
function kindOf(fileName: string, bytes: Uint8Array<ArrayBuffer>): ImportableType {
  const shown = kindByContent(bytes)
  const named = kindByName(fileName)
  if (shown && isImportable(shown)) return shown
  if (shown && !(shown === 'application/xml' && named && !alwaysShown.has(named))) {
    throw new NotImported('importing.cannotRead', { what: say(calledKind(shown)) })
  }
  if (!named && endingOf(fileName) !== '') throw new NotImported('importing.unknownKind')
  if (!named || mayBe(named, bytes)) return named ?? 'text/plain'
  if (isText(bytes)) return 'text/plain'
  throw new NotImported('importing.notWhatItSays', { what: say(calledKind(named)) })
}

function mayBe(named: ImportableType, bytes: Uint8Array): boolean {
  if (alwaysShown.has(named)) return false
  const start = bytes.subarray(0, 65_536).filter(byte => byte !== 0)
  return importers[named].shows?.test(String.fromCharCode(...start)) ?? true
}

function isText(bytes: Uint8Array): boolean {
  try {
    decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What is said when the name of a file promises another kind than it was read as. */
const disagreement = (fileName: string, kind: ImportableType): string[] => {
  const ending = endingOf(fileName)
  return ending === '' || kindByName(fileName) === kind
    ? []
    : [say('importing.kindDiffers', { ending, what: say(calledKind(kind)) })]
}
