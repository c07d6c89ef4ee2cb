import { deflateSync } from 'node:zlib'
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'

/** Objects in one stream: a reader unpacks the whole of it for any of them. */
const perStream = 200

/** Objects that are written between two pauses for other work. */
const objectsPerTick = 5000

const pause = () => new Promise<void>(resolve => setImmediate(resolve))

/** Where an object stands: in the file, or as one of a stream of objects (ISO 32000-1, 7.5.8.3). */
type Place = { kind: 1; offset: number; generation: number } | { kind: 2; stream: number; index: number }

/**
 * The document as a file. The library's own writer looks through all that it has written before at every object, which
 * takes longer than a print when there are forty thousand, and packs in JavaScript; this one keeps what is plain and packs
 * with zlib. The same document gives the same bytes, but for one that is encrypted: there all that is not a stream is
 * within one, and every stream is encrypted (7.6.3). Held by test/main/exporters/pdf/write.test.ts.
 */
export async function writePdf(pdf: PDFDocument): Promise<Uint8Array> {
  await pdf.flush()
  const { context } = pdf
  const pieces: Uint8Array[] = []
  const places = new Map<number, Place>()
  let offset = 0
  const put = (piece: Uint8Array) => {
    pieces.push(piece)
    offset += piece.length
  }
  const putObject = (number: number, generation: number, ...parts: Uint8Array[]) => {
    places.set(number, { kind: 1, offset, generation })
    put(latin1(`${number} ${generation} obj\n`))
    for (const part of parts) put(part)
    put(latin1('\nendobj\n'))
  }
  const putStream = (number: number, generation: number, dict: string, plain: Uint8Array, isPlain = false) => {
    const contents = context.security && !isPlain ? context.security.getEncryptFn(number, generation)(plain) : plain
    const head = `<<${dict}/Length ${contents.length}>>\nstream\n`
    putObject(number, generation, latin1(head), contents, latin1('\nendstream'))
  }
  const { Root, Info, ID, Encrypt } = context.trailerInfo
  const standsApart = (ref: PDFRef, object: PDFObject) =>
    ref.generationNumber !== 0 || ref === Encrypt || (object === pdf.catalog && !context.security)

  put(latin1('%PDF-1.7\n%\u0081\u0081\u0081\u0081\n'))
  const packed: [number, PDFObject][] = []
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) {
      if (fileStreams.has(String(object.dict.get(PDFName.of('Type'))))) continue
      object.dict.delete(PDFName.of('Length'))
      putStream(ref.objectNumber, ref.generationNumber, entriesOf(object.dict), object.getContents())
    } else if (standsApart(ref, object)) putObject(ref.objectNumber, ref.generationNumber, latin1(wordsOf(object)))
    else packed.push([ref.objectNumber, object])
  }
  let last = context.largestObjectNumber
  for (let from = 0; from < packed.length; from += perStream) {
    const some = packed.slice(from, from + perStream)
    last += 1
    let [index, heads, body] = [0, '', '']
    for (const [number, object] of some) {
      heads += `${number} ${body.length} `
      body += `${wordsOf(object)}\n`
      places.set(number, { kind: 2, stream: last, index })
      index += 1
    }
    const contents = deflateSync(latin1(heads + body))
    putStream(last, 0, `/Type/ObjStm/N ${some.length}/First ${heads.length}/Filter/FlateDecode`, contents)
    if (from % objectsPerTick < perStream) await pause()
  }
  const begun = offset
  last += 1
  places.set(last, { kind: 1, offset, generation: 0 })
  const { index, rows } = crossReference(places)
  const contents = deflateSync(rows)
  const facts = Object.entries({ Root, Info, ID, Encrypt }).map(([key, value]) =>
    value ? `/${key} ${wordsOf(value)}` : '',
  )
  const table = `/W[${widths.join(' ')}]/Index[${index.join(' ')}]`
  const packing = `/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${rowLength}>>`
  putStream(last, 0, `/Type/XRef/Size ${last + 1}${facts.join('')}${table}${packing}`, contents, true)
  put(latin1(`startxref\n${begun}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(pieces))
}

/** What the file that was read was packed in; this one is packed anew. */
const fileStreams = new Set(['/ObjStm', '/XRef'])

const latin1 = (words: string): Uint8Array => Buffer.from(words, 'latin1')

/** An object as it stands in a file. */
function wordsOf(object: PDFObject): string {
  if (object instanceof PDFRef) return object.tag
  if (object instanceof PDFDict) return `<<${entriesOf(object)}>>`
  if (!(object instanceof PDFArray)) return object.toString()
  let words = '['
  for (const each of object.asArray()) words += words === '[' ? wordsOf(each) : ` ${wordsOf(each)}`
  return `${words}]`
}

function entriesOf(dict: PDFDict): string {
  let words = ''
  for (const [key, value] of dict.entries()) words += `${key.asString()} ${wordsOf(value)}`
  return words
}

/** Bytes of a row: the kind, an offset or the number of a stream, a generation or the place in the stream. */
const widths = [1, 4, 2] as const
const rowLength = 7

/** The table of places: runs of numbers that follow each other, and a row for each, as its difference from the one before. */
function crossReference(places: ReadonlyMap<number, Place>): { index: number[]; rows: Uint8Array } {
  const numbers = [...places.keys()].sort((left, right) => left - right)
  const index = [0, 1]
  // Number 0 heads the list of free ones, which is empty (ISO 32000-1, 7.5.4).
  const table = Buffer.alloc((numbers.length + 1) * rowLength)
  table.writeUInt16BE(65535, 5)
  let before = 0
  for (const [row, number] of numbers.entries()) {
    if (number === before + 1) index[index.length - 1] = (index.at(-1) ?? 0) + 1
    else index.push(number, 1)
    before = number
    const at = (row + 1) * rowLength
    const place = places.get(number)
    if (place === undefined) continue
    table.writeUInt8(place.kind, at)
    table.writeUInt32BE(place.kind === 1 ? place.offset : place.stream, at + 1)
    table.writeUInt16BE(place.kind === 1 ? place.generation : place.index, at + 5)
  }
  // The predictor "up" of PNG, which zlib packs a tenth as large.
  const rows = Buffer.alloc((numbers.length + 1) * (rowLength + 1))
  for (let row = 0; row <= numbers.length; row += 1) {
    rows[row * (rowLength + 1)] = 2
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column
      rows[row * (rowLength + 1) + 1 + column] = (table[at] ?? 0) - (row > 0 ? (table[at - rowLength] ?? 0) : 0)
    }
  }
  return { index, rows }
}
