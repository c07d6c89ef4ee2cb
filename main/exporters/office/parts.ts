import { constants, crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** A part of an office file by its name, in pieces of text or bytes: a sheet of a large case never stands in memory whole. */
export type Part = { name: string; pieces: Iterable<string | Uint8Array<ArrayBuffer>> }

/** Entries carry the first day that ZIP can name: the same contents give the same bytes. */
const noTime = new Date(1980, 0, 1)

/** What a deflated piece may refer back to: the window of the format (RFC 1951). */
const window = 32_768

/** An empty last block (RFC 1951, 3.2.3): the pieces before it end on whole bytes and none of them is the last. */
const lastBlock = Uint8Array.of(3, 0)

const utf8 = new TextEncoder()

/**
 * One entry of the archive, deflated piece by piece by zlib, which takes a seventh of the time of a deflate in JavaScript;
 * each piece knows the end of the one before. Level 3: a workbook of a large case is a twentieth of its text at any level.
 */
function* entryPieces(archive: Zip, { name, pieces }: Part): Generator<void> {
  const entry: ZipInputFile = { filename: name, size: 0, crc: 0, compression: 8, mtime: noTime }
  archive.add(entry)
  const out = (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => entry.ondata?.(null, bytes, isLast)
  let before = new Uint8Array(0)
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? utf8.encode(piece) : piece
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    const dictionary = before.length > 0 ? { dictionary: before.subarray(-window) } : {}
    const deflated = deflateRawSync(bytes, { level: 3, finishFlush: constants.Z_SYNC_FLUSH, ...dictionary })
    out(new Uint8Array(deflated), false)
    before = bytes
    yield
  }
  out(lastBlock, true)
}

/** An office file (Open Packaging Conventions, ECMA-376 part 2) as the bytes of its ZIP archive, piece by piece. */
export function* packageFile(parts: Iterable<Part>): Generator<Uint8Array> {
  let ready: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for (const part of parts)
    for (const _ of entryPieces(archive, part)) {
      yield* ready
      ready = []
    }
  archive.end()
  yield* ready
}

/** The same in one piece. */
export function wholeFile(pieces: Iterable<Uint8Array>): Uint8Array<ArrayBuffer> {
  const all = [...pieces]
  const file = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of all) {
    file.set(piece, at)
    at += piece.length
  }
  return file
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 cannot hold: controls but tab and line feeds, halves of surrogate pairs, the two last of the plane. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to be replaced
const notInXml = /[\0-\b\v\f\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu

/** Text and values of attributes. White space that attributes and parsers would fold is written as numbers. */
export const xmlText = (text: string): string =>
  text
    .replace(notInXml, '\ufffd')
    .replace(/[&<>"]/g, character => entities[character] ?? '')
    .replace(/\r/g, '&#13;')

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A relation of a part to another, or to an address outside. */
export type Relation = { id: string; kind: string; target: string; outside?: boolean }

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const relationsPart = (name: string, relations: readonly Relation[]): Part => ({
  name,
  pieces: [
    `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`,
    ...relations.map(
      ({ id, kind, target, outside }) =>
        `<Relationship Id="${id}" Type="${kind.includes(':') ? kind : `${officeRelations}/${kind}`}" Target="${xmlText(target)}"${outside ? ' TargetMode="External"' : ''}/>`,
    ),
    '</Relationships>',
  ],
})

export const typesPart = (types: readonly (readonly [part: string, type: string])[]): Part => ({
  name: '[Content_Types].xml',
  pieces: [
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="emf" ContentType="image/x-emf"/>',
    ...types.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`),
    '</Types>',
  ],
})

/** What a file says of itself. `created` is an instant (UTC, ISO 8601). */
export type FileFacts = { title: string; author: string; subject: string; created: string }

export const coreType = ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'] as const

/** Core properties (ECMA-376 part 2, 11): a package has them under this one name. */
export const corePart = ({ title, author, subject, created }: FileFacts): Part => {
  const at = `xsi:type="dcterms:W3CDTF">${xmlText(created.slice(0, 19))}Z<`
  return {
    name: coreType[0],
    pieces: [
      `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
      `<dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>${xmlText(author)}</dc:creator>`,
      `<dcterms:created ${at}/dcterms:created><dcterms:modified ${at}/dcterms:modified></cp:coreProperties>`,
    ],
  }
}

export const coreRelation: Relation = {
  id: 'core',
  kind: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  target: coreType[0],
}
