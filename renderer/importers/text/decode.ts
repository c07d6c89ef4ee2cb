import { say } from '../../say.ts'
import { NotImported } from '../draft.ts'

/** The characters of a file; `encoding` names the encoding (WHATWG label) and how it is known. */
export type Decoded = { text: string; encoding: string; warnings: string[] }

/** The Windows-1252 characters of the bytes 0x80 to 0x9F (WHATWG Encoding); the others are those of Latin-1. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

/**
 * The characters of a text file: by its byte order mark, else strict UTF-8, else the encoding it declares, else
 * Windows-1252 with a warning.
 * @throws NotImported when the bytes are not text
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  refuseBinary(bytes)
  const marked = byteOrderMark(bytes)
  const decoded = marked
    ? decodeAs(marked, bytes)
    : (strictly('utf-8', bytes) ?? (declared ? decodeDeclared(declared, bytes) : null) ?? guessed(bytes))
  if (decoded.text.includes('\0')) throw notText(say('importing.zeroBytes'))
  return decoded
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null
}

function refuseBinary(bytes: Uint8Array) {
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw notText(say('importing.pdf'))
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) throw notText(say('importing.archive'))
}

const notText = (what: string) => new NotImported('importing.notText', { what })

const strictly = (encoding: string, bytes: Uint8Array): Decoded | null => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, warnings: [] }
  } catch {
    return null
  }
}

const decodeAs = (encoding: string, bytes: Uint8Array): Decoded =>
  strictly(encoding, bytes) ?? {
    text: new TextDecoder(encoding).decode(bytes),
    encoding,
    warnings: [say('importing.encodingBroken', { encoding: encoding.toUpperCase() })],
  }

// The label comes from the file, so it may name nothing at all: then the guess decides.
function decodeDeclared(label: string, bytes: Uint8Array): Decoded | null {
  try {
    return decodeAs(new TextDecoder(label).encoding, bytes)
  } catch {
    return null
  }
}

// By our own table: some versions of Node decode Windows-1252 as Latin-1.
function guessed(bytes: Uint8Array): Decoded {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  const text = pieces
    .join('')
    .replace(/[\u0080-\u009f]/g, character => windows1252[character.charCodeAt(0) - 0x80] ?? '')
  return { text, encoding: 'windows-1252', warnings: [say('importing.encodingGuessed')] }
}
