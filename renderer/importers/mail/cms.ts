/** The object identifiers of PKCS #7 as their bytes: 1.2.840.113549.1.7.2 (signed data) and .1 (data). */
const signedData = '2a864886f70d010702'
const plainData = '2a864886f70d010701'

/** Elements within elements beyond which no message is made so. */
const depthLimit = 20

/** An element of BER (ITU-T X.690): its tag, its content, or its parts when it is made of parts, and where it ends. */
type Element = { tag: number; content: Uint8Array; parts: Element[]; end: number }

/**
 * The bytes that a signature of S/MIME is around (RFC 5652, SignedData.encapContentInfo), read without checking it. Null
 * when there are none to read.
 */
export function signedContent(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const [kind, wrapped] = elementAt(bytes, 0, bytes.length, 0)?.parts ?? []
  if (!kind || hex(kind.content) !== signedData) return null
  const content = wrapped?.parts[0]?.parts.find(({ parts }) => parts[0] && hex(parts[0].content) === plainData)
  const octets = content?.parts[1]?.parts[0]
  return octets ? joined(octets) : null
}

function elementAt(bytes: Uint8Array, from: number, limit: number, depth: number): Element | null {
  const tag = bytes[from] ?? 0
  const first = bytes[from + 1]
  if (first === undefined || depth > depthLimit) return null
  const counted = first > 0x80 ? first - 0x80 : 0
  if (counted > 4) return null
  let start = from + 2
  let length = first < 0x80 ? first : 0
  for (let at = 0; at < counted; at += 1) length = length * 256 + (bytes[start + at] ?? 0)
  start += counted
  const open = first === 0x80
  const end = open ? limit : start + length
  if (end > limit) return null
  const parts: Element[] = []
  let at = start
  const isWhole = (tag & 0x20) === 0
  while (!isWhole && at < end && !(open && bytes[at] === 0 && bytes[at + 1] === 0)) {
    const part = elementAt(bytes, at, end, depth + 1)
    if (!part) return null
    parts.push(part)
    at = part.end
  }
  return { tag, content: bytes.subarray(start, end), parts, end: open ? at + 2 : end }
}

/** A string of octets may come in pieces. */
function joined({ content, parts }: Element): Uint8Array<ArrayBuffer> {
  if (parts.length === 0) return new Uint8Array(content)
  const pieces = parts.map(joined)
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const hex = (bytes: Uint8Array) => [...bytes.subarray(0, 32)].map(byte => byte.toString(16).padStart(2, '0')).join('')
