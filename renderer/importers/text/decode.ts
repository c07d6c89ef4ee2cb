import { say } from '../../say.ts'
import { NotImported } from '../draft.ts'
import { countControls } from './controls.ts'
import { charactersOf, charactersStrictly, encodingNamed } from './encodings.ts'
import { guessEncoding, isIso2022Jp, wideEncoding } from './guess-encoding.ts'

/** The characters of a file; `encoding` names the encoding (WHATWG label, or UTF-32) and how it is known. */
export type Decoded = { text: string; encoding: string; warnings: string[] }

type Known = 'mark' | 'valid' | 'declared' | 'detected'

/**
 * The characters of a text file: by its byte order mark, else strict UTF-8, else UTF-16 or UTF-32 by their zero bytes,
 * else the encoding it declares, else UTF-8 with a few broken bytes, else the one that fits best, with a warning.
 * @throws NotImported when the bytes are not text
 */
export function decode(bytes: Uint8Array, declared = ''): Decoded {
  const decoded =
    byMark(bytes) ?? byValidity(bytes) ?? byZeroBytes(bytes) ?? byDeclaration(bytes, declared) ?? byGuess(bytes)
  refuseUntextual(decoded.text)
  return decoded
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)

function byMark(bytes: Uint8Array): Decoded | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return decodedAs('utf-8', bytes, 'mark')
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) && bytes.length % 4 === 0) return decodedAs('utf-32le', bytes, 'mark')
  if (startsWith(bytes, 0, 0, 0xfe, 0xff)) return decodedAs('utf-32be', bytes, 'mark')
  if (startsWith(bytes, 0xff, 0xfe)) return decodedAs('utf-16le', bytes, 'mark')
  return startsWith(bytes, 0xfe, 0xff) ? decodedAs('utf-16be', bytes, 'mark') : null
}

function byValidity(bytes: Uint8Array): Decoded | null {
  const text = charactersStrictly('utf-8', bytes)
  if (text === null || text.includes('\0')) return null
  if (isIso2022Jp(text)) return decodedAs('iso-2022-jp', bytes, 'detected')
  return { text, encoding: knownAs('utf-8', 'valid'), warnings: [] }
}

function byZeroBytes(bytes: Uint8Array): Decoded | null {
  const encoding = wideEncoding(bytes)
  return encoding ? decodedAs(encoding, bytes, 'detected') : null
}

// The label comes from the file, so it may name nothing at all, or what the bytes cannot be: then the guess decides.
function byDeclaration(bytes: Uint8Array, label: string): Decoded | null {
  const encoding = label === '' ? null : encodingNamed(label)
  return encoding && !encoding.startsWith('utf-') ? decodedAs(encoding, bytes, 'declared') : null
}

/** What a file in UTF-8 may have of broken bytes, as a share of its characters beyond ASCII, and still be one. */
const brokenShare = 0.1

function byGuess(bytes: Uint8Array): Decoded {
  const broken = decodedAs('utf-8', bytes, 'detected')
  const foreign = broken.text.match(/[\u0080-\u{10ffff}]/gu)?.length ?? 0
  const lost = broken.text.match(/\ufffd/g)?.length ?? 0
  return lost <= foreign * brokenShare ? broken : decodedAs(guessEncoding(bytes), bytes, 'detected')
}

const knownAs = (encoding: string, known: Known) => say(`importing.encoding.${known}`, { encoding })

function decodedAs(encoding: string, bytes: Uint8Array, known: Known): Decoded {
  const strict = charactersStrictly(encoding, bytes)
  const name = encoding.toUpperCase()
  const guess = known === 'detected' ? [say('importing.encodingGuessed', { encoding: name })] : []
  const broken = strict === null ? [say('importing.encodingBroken', { encoding: name })] : []
  return {
    text: strict ?? charactersOf(encoding, bytes),
    encoding: knownAs(encoding, known),
    warnings: [...guess, ...broken],
  }
}

/** Refuses what holds zero bytes, or as many control characters as only a program's file has. */
function refuseUntextual(text: string) {
  if (text.includes('\0')) throw notText(say('importing.zeroBytes'))
  if (countControls(text) > Math.max(4, text.length / 50)) throw notText(say('importing.controlCharacters'))
}

const notText = (what: string) => new NotImported('importing.notText', { what })
