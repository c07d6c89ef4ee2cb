import { analyse } from 'chardet'
import { countControls } from './controls.ts'
import { charactersOf, charactersStrictly, encodingNamed } from './encodings.ts'

/** How much of a file is looked at, in bytes. */
const sampleLength = 65_536

/** The encodings of one or two bytes that are tried even where the detector does not name them. */
const tried = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic',
  'macintosh',
  'iso-8859-2',
  'iso-8859-5',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
]

/** Encodings with the same small letters at the same places, which the detector does not know: the words decide. */
const twins: Record<string, string[]> = {
  'koi8-r': ['koi8-u'],
  'windows-1251': ['x-mac-cyrillic'],
  'windows-1252': ['iso-8859-15', 'macintosh'],
  'windows-1254': ['iso-8859-3'],
  'windows-1257': ['iso-8859-13', 'iso-8859-4'],
}

/** Of machines that are gone: they must fit clearly better. */
const rare = new Set(['macintosh', 'ibm866'])

/**
 * UTF-16 or UTF-32 without a byte order mark, known by its zero bytes: every space and line end has one. Null when the
 * bytes have none, or make no text in either.
 */
export function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleLength)
  if (!sample.includes(0)) return null
  const wide = ['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be'].flatMap(encoding => {
    const width = encoding.startsWith('utf-32') ? 4 : 2
    if (bytes.length % width !== 0) return []
    // A sample may end in the middle of a pair.
    const text = charactersStrictly(encoding, sample) ?? charactersStrictly(encoding, sample.subarray(0, -2))
    if (text === null || countControls(text) > 0 || /[\ufffe\uffff]/.test(text)) return []
    const plain = text.match(/[ \n\r\w]/g)?.length ?? 0
    const odd = text.match(/[\p{Cn}\p{Co}\u2000\u0a00\u0d00]/gu)?.length ?? 0
    return plain > 3 * odd ? [{ encoding, score: (plain - odd) / text.length }] : []
  })
  return wide.sort((left, right) => right.score - left.score)[0]?.encoding ?? null
}

/** ISO-2022-JP is seven-bit text with escapes, so it would pass for UTF-8. */
export const isIso2022Jp = (characters: string): boolean => escapes.some(sequence => characters.includes(sequence))

const escapes = ['\x1b$@', '\x1b$B']

/** The encoding that bytes are most likely in, which are not UTF-8: by a detector of letter sequences and by how the words come out. */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = foreignLines(bytes)
  const likely = new Map<string, number>()
  for (const { name, confidence } of analyse(sample)) {
    const encoding = encodingNamed(name)
    if (!encoding || encoding.startsWith('utf-')) continue
    for (const one of [encoding, ...(twins[encoding] ?? [])]) {
      likely.set(one, Math.max(confidence / 100, likely.get(one) ?? 0))
    }
  }
  const scored = [...new Set([...likely.keys(), ...tried])].flatMap(encoding => {
    if (!encodingNamed(encoding) || charactersStrictly(encoding, bytes) === null) return []
    const score = (likely.get(encoding) ?? 0) + plausibility(charactersOf(encoding, sample))
    return [{ encoding, score: score - (rare.has(encoding) ? 0.25 : 0) }]
  })
  return scored.sort((left, right) => right.score - left.score)[0]?.encoding ?? 'windows-1252'
}

/** The lines that are not all ASCII: the others say nothing of the encoding. */
function foreignLines(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(sampleLength, bytes.length))
  let length = 0
  for (let start = 0; start < bytes.length && length < sample.length; ) {
    const newline = bytes.indexOf(10, start)
    const line = bytes.subarray(start, newline === -1 ? bytes.length : newline + 1)
    if (line.some(byte => byte > 127)) {
      const part = line.subarray(0, sample.length - length)
      sample.set(part, length)
      length += part.length
    }
    start += line.length
  }
  return sample.subarray(0, length)
}

/** Marks that stand beside words, not within them. */
const beside = /[\u00a0«»‘’‚‹›“”„…–—€§°©®№·•]/u
const frequentCyrillic = /[оеаинтсрвл]/u

/** From −3 to 1: how much the characters beyond ASCII look like those of words. */
export function plausibility(text: string): number {
  const characters = [...text]
  let sum = 0
  let count = 0
  characters.forEach((character, index) => {
    if (character <= '~') return
    count += 1
    sum += weight(character, characters[index - 1] ?? ' ', characters[index + 1] ?? ' ')
  })
  return count === 0 ? 0 : sum / count
}

function weight(character: string, before: string, after: string): number {
  if (/[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(character)) return -3
  const letter = /[\p{L}\p{M}]/u.test(character)
  const within = /\p{L}/u.test(before) && /\p{L}/u.test(after)
  if (!letter) {
    if (/[–—]/u.test(character) && within) return 0
    if (beside.test(character)) return within && !/[’·]/u.test(character) ? -0.5 : 0.6
    return within ? -1 : -0.3
  }
  if (/[\uff61-\uff9f]/.test(character)) return -0.5
  if (mixed(character, before) || mixed(character, after)) return -1
  if (/\p{Script=Han}/u.test(character)) return latin(before) || latin(after) ? -0.5 : 0.8
  if (/\p{Lu}/u.test(character)) return /\p{Ll}/u.test(before) ? -1 : /\p{L}/u.test(after) ? 0.7 : 0.2
  if (/\p{Ll}/u.test(character) && /\p{Lu}/u.test(after)) return -0.5
  return /\p{Script=Cyrillic}/u.test(character) ? (frequentCyrillic.test(character) ? 1 : 0.6) : 0.8
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
]
const latin = (character: string) => /[a-z]/i.test(character)
const mixed = (left: string, right: string) => {
  const [one, other] = [left, right].map(character => scripts.findIndex(script => script.test(character)))
  return one !== -1 && other !== -1 && one !== other
}
