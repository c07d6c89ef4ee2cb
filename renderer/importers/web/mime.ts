/** One part of a message in several (MIME, RFC 2045 and 2046). */
export type MimePart = {
  /** By lower-case name; of a header that stands twice, the first. Continued lines are one. */
  headers: Map<string, string>
  /** In lower case, without parameters. */
  type: string
  bytes(): Uint8Array<ArrayBuffer>
}

/** Bounds of what a program that saves pages writes. */
const depthLimit = 10
const mostParts = 20_000

/** A message as the parts that hold something, in order, and its own headers. */
export function readMime(bytes: Uint8Array): { headers: Map<string, string>; parts: MimePart[] } {
  const message = characters(bytes)
  const parts: MimePart[] = []
  const split = (from: number, to: number, depth: number): Map<string, string> => {
    const head = /\r?\n\r?\n|^\r?\n/g
    head.lastIndex = from
    const found = head.exec(message)
    const bodyFrom = found && found.index < to ? found.index + found[0].length : to
    const headers = headersOf(message.slice(from, Math.min(bodyFrom, to)))
    const type = headers.get('content-type') ?? 'text/plain'
    const boundary = parameter(type, 'boundary')
    if (/^multipart\//i.test(type) && boundary && depth < depthLimit) {
      for (const [start, end] of piecesBetween(message, boundary, bodyFrom, to)) split(start, end, depth + 1)
    } else if (parts.length < mostParts) {
      const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
      parts.push({
        headers,
        type: type.split(';')[0]?.trim().toLowerCase() ?? '',
        bytes: () => decoded(message.slice(bodyFrom, to), encoding),
      })
    }
    return headers
  }
  return { headers: split(0, message.length, 0), parts }
}

/** The value of a header's parameter; '' when it has none of that name. */
export const parameter = (header: string, name: string): string => {
  const found = new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;]+))`, 'i').exec(header)
  return found?.[1] ?? found?.[2] ?? ''
}

const characters = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  return pieces.join('')
}

function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name && value !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim())
  }
  return headers
}

/** Where the parts between the lines of a boundary begin and end. */
function piecesBetween(message: string, boundary: string, from: number, to: number): [number, number][] {
  const marks: { at: number; after: number; last: boolean }[] = []
  const mark = `--${boundary}`
  for (let at = message.indexOf(mark, from); at !== -1 && at < to; at = message.indexOf(mark, at + mark.length)) {
    const last = message.startsWith('--', at + mark.length)
    const lineEnd = message.indexOf('\n', at)
    if (at === from || message[at - 1] === '\n') marks.push({ at, after: lineEnd === -1 ? to : lineEnd + 1, last })
    if (last) break
  }
  return marks
    .filter(({ last }) => !last)
    .map(({ after }, index): [number, number] => {
      const end = marks[index + 1]?.at ?? to
      const before = message.slice(end - 2, end) === '\r\n' ? 2 : message[end - 1] === '\n' ? 1 : 0
      return [after, Math.max(end - before, after)]
    })
}

function decoded(body: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'base64') return bytesOf(fromBase64(body))
  if (encoding !== 'quoted-printable') return bytesOf(body)
  return bytesOf(
    body
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([\dA-F]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
  )
}

/** What is no character of base64 is left out; what is left over at the end too. */
function fromBase64(body: string): string {
  const digits = body.replace(/[^A-Za-z\d+/]/g, '')
  return atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0)))
}

const bytesOf = (characters: string) => Uint8Array.from(characters, character => character.charCodeAt(0))
