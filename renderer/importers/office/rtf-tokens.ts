/** What a reader of RTF is told, in the order of the file (Rich Text Format Specification 1.9.1). */
export type RtfListener = {
  open(): void
  close(): void
  /** A control word with its number, if it has one. */
  word(name: string, value: number | undefined): void
  /** A control symbol: `~`, `-`, `_`, `*` and the like. */
  symbol(character: string): void
  /** Bytes of text in the current code page. */
  text(bytes: Uint8Array): void
}

const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d
const hexDigit = (byte: number | undefined) => Number.parseInt(String.fromCharCode(byte ?? 0), 16)
const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39
const isLineEnd = (byte: number) => byte === 0x0a || byte === 0x0d || byte === 0

/** Reads the bytes of an RTF file. Nothing in them makes it throw; line ends of the file are no text. */
export function readRtfTokens(bytes: Uint8Array, listener: RtfListener): void {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte === openBrace) {
      listener.open()
      at += 1
    } else if (byte === closeBrace) {
      listener.close()
      at += 1
    } else if (byte === backslash) at = control(bytes, at + 1, listener)
    else if (isLineEnd(byte)) at += 1
    else {
      const start = at
      while (at < bytes.length && !isSpecial(bytes[at] ?? 0)) at += 1
      listener.text(bytes.subarray(start, at))
    }
  }
}

const isSpecial = (byte: number) => byte === backslash || byte === openBrace || byte === closeBrace || isLineEnd(byte)

/** Reads what follows a backslash, and answers where it ends. */
function control(bytes: Uint8Array, from: number, listener: RtfListener): number {
  const first = bytes[from]
  if (first === undefined) return from
  if (!isLetter(first)) {
    if (first !== 0x27) {
      listener.symbol(String.fromCharCode(first))
      return from + 1
    }
    const code = hexDigit(bytes[from + 1]) * 16 + hexDigit(bytes[from + 2])
    if (Number.isNaN(code)) return from + 1
    listener.text(Uint8Array.of(code))
    return from + 3
  }
  let at = from
  while (at < bytes.length && at - from < 40 && isLetter(bytes[at] ?? 0)) at += 1
  const name = String.fromCharCode(...bytes.subarray(from, at))
  const numberFrom = at
  if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) at += 1
  while (at < bytes.length && at - numberFrom < 12 && isDigit(bytes[at] ?? 0)) at += 1
  const value = at > numberFrom ? Number(String.fromCharCode(...bytes.subarray(numberFrom, at))) : undefined
  if (bytes[at] === 0x20) at += 1
  // Bytes of a picture, of which any may be a brace.
  if (name === 'bin') return at + Math.max(value ?? 0, 0)
  listener.word(name, value)
  return at
}
