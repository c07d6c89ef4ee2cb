import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type CaseDocument, caseDocument } from '../../../shared/model/case-document.ts'
import type { Edition } from '../../../shared/model/edition.ts'
import { broughtName, titledName } from '../../../shared/rules/file-names.ts'
import { say } from '../../say.ts'
import { csvFile } from '../csv.ts'
import { jsonPieces } from '../json.ts'

/** A file of the export, its folder before a slash, in pieces of text or bytes: what is large never stands in memory whole. */
export type EverythingPart = { name: string; pieces: Iterable<string | Uint8Array<ArrayBuffer>> }

/** What is written where besides the records. */
export type EverythingOptions = {
  /** The bytes of an imported file by its SHA-256. What it throws makes the file one that is not whole. */
  bytesOf(sha256: string): Iterable<Uint8Array>
  /** When it is drawn up, in the words of the analyst's language. */
  moment: string
  /** Told the name under which a file was imported, where its bytes are not whole in the case. */
  notWhole(fileName: string): void
}

/** Names that no two files of a folder share on any system: in most, two that differ in capitals are one. */
const namesOnce = () => {
  const taken = new Set<string>()
  return (folder: string, name: string): string => {
    const end = name.lastIndexOf('.')
    const [stem, ending] = end > 0 ? [name.slice(0, end), name.slice(end)] : [name, '']
    for (let number = 1; ; number++) {
      const path = `${folder}/${stem}${number > 1 ? ` (${number})` : ''}${ending}`
      const key = path.normalize('NFC').toLowerCase()
      if (taken.has(key)) continue
      taken.add(key)
      return path
    }
  }
}

const numbered = (place: number): string => String(place + 1).padStart(3, '0')

/** The words of an edition as its readers had them, in Markdown. */
const editionText = ({ title, number, marking, created, by, told }: Edition): string =>
  [
    `# ${title}`,
    [marking, `${number}`, created, by].filter(Boolean).join(' · '),
    ...told.flatMap(({ heading, text }) => [...(heading === '' ? [] : [`## ${heading}`]), text]),
  ].join('\n\n')

/** How many files the export of a case has; an upper bound, since bytes that two sources share are written once. */
export const everythingCount = ({ sources, editions }: CaseDocument): number =>
  4 + editions.length + sources.reduce((sum, { versions }) => sum + 2 * versions.length, 0)

/**
 * Everything that a case holds, file by file: the records as JSON with their schema, the imported files, every text, every
 * edition, and last the list of all of it with fingerprints. Every name is one for any system.
 */
export function* everythingParts(document: CaseDocument, options: EverythingOptions): Generator<EverythingPart> {
  const listed: string[][] = [['file', 'sha256', 'bytes', 'record', 'id']]
  const nameOf = namesOnce()
  const told = (name: string, pieces: EverythingPart['pieces'], record = '', id = ''): EverythingPart => ({
    name,
    pieces: measured(pieces, (sha256, bytes) => listed.push([name, sha256, String(bytes), record, id])),
  })
  const { name } = document.case
  yield told('README.md', [readMe(document, options.moment)])
  yield told('case.json', jsonPieces(document), 'caseInfo')
  yield told('case.schema.json', [`${JSON.stringify(z.toJSONSchema(caseDocument, { reused: 'ref' }), null, 2)}\n`])
  const written = new Set<string>()
  for (const [place, { title, versions }] of document.sources.entries())
    for (const { id, number, text, fileName, fileSha256 } of versions) {
      // The number first: a long title is cut.
      const stem = `${numbered(place)} text ${number} ${title || name}`
      yield told(nameOf('texts', titledName(stem, 'txt', numbered(place))), [text], 'textVersion', id)
      if (written.has(fileSha256)) continue
      written.add(fileSha256)
      const original = nameOf('originals', `${numbered(place)} ${broughtName(fileName, 'file')}`)
      const bytes = proved(fileSha256, options.bytesOf(fileSha256), () => options.notWhole(fileName))
      yield told(original, bytes, 'textVersion', id)
    }
  for (const edition of document.editions) {
    const path = nameOf('editions', titledName(`edition ${edition.number} ${edition.title}`, 'md', 'edition'))
    yield told(path, [`${editionText(edition)}\n`], 'edition', edition.id)
  }
  yield { name: 'contents.csv', pieces: listedPieces(listed) }
}

/** Made when it is asked for: the list is complete only then. */
function* listedPieces(listed: readonly string[][]): Generator<string> {
  yield csvFile(listed)
}

const readMe = (document: CaseDocument, moment: string): string => {
  const { name, marking } = document.case
  const kinds = ['source', 'excerpt', 'term', 'claim', 'conflict', 'position', 'risk', 'note', 'briefing'] as const
  const counts = kinds
    .map(kind => {
      const count = document[`${kind}s`].length
      return say('safety.kindCount', { count, kind: say(`history.kind.${kind}`, { count }) })
    })
    .join(', ')
  const { format, version } = document
  return say('everything.readme', { name, moment, marking, counts: `${counts}.`, format, version })
}

/** Passes the pieces on, and tells what they came to once all of them went by. */
function* measured(
  pieces: EverythingPart['pieces'],
  tell: (sha256: string, bytes: number) => void,
): Generator<string | Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256')
  let bytes = 0
  for (const piece of pieces) {
    hash.update(piece)
    bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
    yield piece
  }
  tell(hash.digest('hex'), bytes)
}

/** Passes the bytes on, as far as they can be read, and says so where they are not those of the fingerprint. */
function* proved(
  sha256: string,
  pieces: Iterable<Uint8Array>,
  notWhole: () => void,
): Generator<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256')
  try {
    for (const piece of pieces) {
      hash.update(piece)
      yield new Uint8Array(piece)
    }
  } catch {
    // A piece that is damaged ends the file here; the fingerprint says that it is not whole.
  }
  if (hash.digest('hex') !== sha256) notWhole()
}
