import { charactersOf } from '../../../../renderer/importers/text/encodings.ts'

/** An encoder: the bytes of characters, or null when the encoding lacks one of them. */
export type Encoder = (text: string) => Uint8Array | null

const tables = new Map<string, Map<string, number[]>>()

/** The reverse of what the decoder makes of every byte and every pair of bytes. */
function tableOf(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, number[]>()
  const add = (...bytes: number[]) => {
    const text = charactersOf(encoding, new Uint8Array(bytes))
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes)
  }
  for (let byte = 0; byte < 256; byte += 1) add(byte)
  if (wideTables.has(encoding)) {
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail)
  }
  tables.set(encoding, table)
  return table
}

const wideTables = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr'])

const units = (text: string, width: 2 | 4, littleEndian: boolean) => {
  const values =
    width === 2
      ? [...Array(text.length).keys()].map(at => text.charCodeAt(at))
      : [...text].map(one => one.codePointAt(0) ?? 0)
  const view = new DataView(new ArrayBuffer(values.length * width))
  values.forEach((value, at) => {
    if (width === 2) view.setUint16(at * 2, value, littleEndian)
    else view.setUint32(at * 4, value, littleEndian)
  })
  return new Uint8Array(view.buffer)
}

/** The encoder of an encoding by its name in lower case. */
export const encoderOf = (encoding: string): Encoder => {
  if (encoding === 'utf-8') return text => new TextEncoder().encode(text)
  const wide = /^utf-(16|32)(le|be)$/.exec(encoding)
  if (wide) return text => units(text, wide[1] === '16' ? 2 : 4, wide[2] === 'le')
  if (encoding === 'iso-2022-jp') return iso2022Jp
  return text => {
    const table = tableOf(encoding)
    const bytes = [...text].map(character => table.get(character))
    return bytes.every(found => found !== undefined) ? new Uint8Array(bytes.flat()) : null
  }
}

const iso2022Jp: Encoder = text => {
  const table = tableOf('euc-jp')
  const found = [...text].map(character => table.get(character))
  if (found.some(bytes => bytes === undefined || bytes.length > 2)) return null
  const escapes = { 1: [0x1b, 0x28, 0x42], 2: [0x1b, 0x24, 0x42] }
  let width: 1 | 2 = 1
  const encoded = [...found, [0x0a]].flatMap((bytes = []) => {
    const change = bytes.length === width ? [] : escapes[bytes.length === 2 ? 2 : 1]
    width = bytes.length === 2 ? 2 : 1
    return [...change, ...bytes.map(byte => byte & 0x7f)]
  })
  return new Uint8Array(encoded.slice(0, -1))
}
