import { unzipSync, type Zippable, zipSync } from 'fflate'
import { randomFrom } from '../../bench/corpus.ts'
import type { Format } from './seeds.ts'

type Random = () => number

const below = (random: Random, limit: number) => Math.floor(random() * limit)
const oneOf = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[below(random, values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from')
  return value
}
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
const bytesOf = (words: string) => new Uint8Array(Buffer.from(words))

/** How often a piece is put in at once: mostly once, now and then as often as it takes to nest too deep. */
const times = (random: Random) => oneOf(random, [1, 1, 1, 1, 1, 2, 3, 5, 30, 30, 300, random() < 0.1 ? 5_000 : 1])

type Mutation = (bytes: Uint8Array, random: Random, format: Format) => Uint8Array

const flip: Mutation = (bytes, random) => {
  const changed = bytes.slice()
  for (let count = 1 + below(random, 8); count > 0; count -= 1) {
    const at = below(random, changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << below(random, 8))
  }
  return changed
}
const overwrite: Mutation = (bytes, random) => {
  const changed = bytes.slice()
  const at = below(random, changed.length)
  const value = oneOf(random, [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x3c, 0x0a])
  changed.fill(value, at, at + oneOf(random, [1, 2, 4, 8, 64]))
  return changed
}
const cutOut: Mutation = (bytes, random) => {
  const at = below(random, bytes.length)
  return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, oneOf(random, [4, 64, bytes.length]))))
}
const cutOff: Mutation = (bytes, random) => bytes.slice(0, below(random, bytes.length))
const repeat: Mutation = (bytes, random) => {
  const [at, length] = [below(random, bytes.length), 1 + below(random, 200)]
  const piece = bytes.subarray(at, at + length)
  return joined(bytes.subarray(0, at), ...Array.from({ length: times(random) }, () => piece), bytes.subarray(at))
}
const splice: Mutation = (bytes, random, { seeds }) => {
  const other = oneOf(random, seeds)
  return joined(bytes.subarray(0, below(random, bytes.length)), other.subarray(below(random, other.length)))
}
const insertWords: Mutation = (bytes, random, { words }) => {
  const at = below(random, bytes.length + 1)
  return joined(bytes.subarray(0, at), bytesOf(oneOf(random, words).repeat(times(random))), bytes.subarray(at))
}
const insertNoise: Mutation = (bytes, random) => {
  const at = below(random, bytes.length + 1)
  const noise = Uint8Array.from({ length: 1 + below(random, 40) }, () => below(random, 256))
  return joined(bytes.subarray(0, at), noise, bytes.subarray(at))
}
/** Numbers are lengths, places and counts: these are the ones that were not thought of. */
const spoilNumber: Mutation = (bytes, random) => {
  const text = Buffer.from(bytes).toString('latin1')
  const numbers = [...text.matchAll(/\d+/g)]
  if (numbers.length === 0) return flip(bytes, random, { ending: '', seeds: [], words: [] })
  const chosen = oneOf(random, numbers)
  const other = oneOf(random, [
    '0',
    '-1',
    '1',
    '65536',
    '2147483648',
    '4294967295',
    '99999999999999999999',
    '1e9',
    '0.5',
  ])
  return new Uint8Array(
    Buffer.from(text.slice(0, chosen.index) + other + text.slice(chosen.index + chosen[0].length), 'latin1'),
  )
}

const onBytes: readonly Mutation[] = [
  flip,
  overwrite,
  cutOut,
  cutOff,
  repeat,
  splice,
  insertWords,
  insertWords,
  insertNoise,
  spoilNumber,
]

/** Opens an archive, spoils one of its files or its list of files, and closes it again, so that what is within is reached. */
const withinArchive: Mutation = (bytes, random, format) => {
  let entries: Record<string, Uint8Array>
  try {
    // A spoiled size is believed by this library, which is why the importers have their own.
    entries = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 4_000_000 })
  } catch {
    return flip(bytes, random, format)
  }
  const names = Object.keys(entries)
  if (names.length === 0) return flip(bytes, random, format)
  const name = oneOf(random, names)
  const content = entries[name] ?? new Uint8Array()
  let spoiled: Zippable = { ...entries }
  switch (below(random, 9)) {
    case 0:
      delete spoiled[name]
      break
    case 1: {
      const names = [`../${name}`, `/${name}`, `${name}\0`, name.toUpperCase(), `${'a/'.repeat(300)}b`, 'constructor']
      spoiled = Object.fromEntries([...Object.entries(entries), [oneOf(random, names), content]])
      break
    }
    case 2:
      spoiled[name] = new Uint8Array()
      break
    case 3:
      // A bomb, small enough to try often.
      spoiled[name] = [joined(content, new Uint8Array(1_500_000)), { level: 1 }]
      break
    case 4:
      spoiled[name] = entries[oneOf(random, names)] ?? content
      break
    default:
      spoiled[name] = content.length === 0 ? content : oneOf(random, onBytes)(content, random, format)
  }
  return zipSync(spoiled, { level: oneOf(random, [0, 1]) as 0 | 1 })
}

const isArchive = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** The mutant of a format with this number: the same number is always the same mutant. */
export const mutantOf = (format: Format, number: number): Uint8Array<ArrayBuffer> => {
  const random = randomFrom(number * 7919 + format.ending.length)
  let bytes: Uint8Array = oneOf(random, format.seeds)
  for (let count = oneOf(random, [1, 1, 2, 3, 6]); count > 0 && bytes.length > 0; count -= 1) {
    const mutation = isArchive(bytes) && random() < 0.93 ? withinArchive : oneOf(random, onBytes)
    bytes = mutation(bytes, random, format)
  }
  // Within the patience of a test: that large files are refused is tried elsewhere.
  return new Uint8Array(bytes.subarray(0, 8_000_000))
}
