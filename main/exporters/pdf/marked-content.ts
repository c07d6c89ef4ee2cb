/** A marked-content section that a page's content has: `mcid` names it on its page (ISO 32000-1, 14.7.4.2). */
export type MarkedSection = {
  mcid: number
  /** The strings of its words as they stand in the content, glyph by glyph; equal ones show equal words. */
  glyphs: string
  /** True where it paints more than words. */
  paints: boolean
}

type Step = {
  operator: string
  /** Where its first operand begins. */
  start: number
  /** Where the operator itself begins, and where it ends. */
  at: number
  end: number
}

const isSpace = (byte: number) => byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0
const isDelimiter = (byte: number) =>
  // ( ) < > [ ] { } / %
  byte === 40 ||
  byte === 41 ||
  byte === 60 ||
  byte === 62 ||
  byte === 91 ||
  byte === 93 ||
  byte === 123 ||
  byte === 125 ||
  byte === 47 ||
  byte === 37
const isNumber = (byte: number) => (byte >= 48 && byte <= 57) || byte === 45 || byte === 46 || byte === 43

/** The steps of a content stream one by one (ISO 32000-1, 7.8.2). Of an image within the content only its end is told. */
function* stepsOf(content: Uint8Array): Generator<Step> {
  let start = -1
  let depth = 0
  for (let at = 0; at < content.length; ) {
    const byte = content[at] ?? 0
    if (isSpace(byte)) {
      at += 1
      continue
    }
    const begun = at
    if (byte === 40) at = afterString(content, at)
    else if (byte === 60 && content[at + 1] !== 60) at = content.indexOf(62, at) + 1
    else if (byte === 37) {
      while (at < content.length && content[at] !== 10 && content[at] !== 13) at += 1
      continue
    } else if (byte === 60 || byte === 62) {
      depth += byte === 60 ? 1 : -1
      at += 2
    } else if (byte === 91 || byte === 93) {
      depth += byte === 91 ? 1 : -1
      at += 1
    } else {
      at += 1
      while (at < content.length && !isSpace(content[at] ?? 0) && !isDelimiter(content[at] ?? 0)) at += 1
      if (depth === 0 && byte !== 47 && !isNumber(byte)) {
        const operator = Buffer.from(content.buffer, content.byteOffset + begun, at - begun).toString('latin1')
        if (operator === 'ID') {
          at = Buffer.from(content.buffer, content.byteOffset, content.byteLength).indexOf('EI', at) + 2
          if (at < 2) return
        }
        yield { operator: operator === 'ID' ? 'EI' : operator, start: start < 0 ? begun : start, at: begun, end: at }
        start = -1
        continue
      }
    }
    if (at <= begun) return
    if (start < 0) start = begun
  }
}

function afterString(content: Uint8Array, open: number): number {
  let depth = 0
  for (let at = open; at < content.length; at += 1) {
    const byte = content[at]
    if (byte === 92) at += 1
    else if (byte === 40) depth += 1
    else if (byte === 41) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return content.length
}

const words = (content: Uint8Array, from: number, to: number): string =>
  Buffer.from(content.buffer, content.byteOffset + from, to - from).toString('latin1')

const mcidIn = (content: Uint8Array, { operator, start, at }: Step): number | null => {
  if (operator !== 'BDC') return null
  const found = /\/MCID\s+(\d+)/.exec(words(content, start, at))
  return found ? Number(found[1]) : null
}

const textOperators = new Set(['Tj', 'TJ', "'", '"'])
const pathOperators = new Set(['m', 're'])
const pathEnds = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n'])
const paintOperators = new Set(['Do', 'sh', 'EI'])

/** What stands in every marked-content section of a page. */
export function markedSections(content: Uint8Array): MarkedSection[] {
  const sections: MarkedSection[] = []
  const open: (MarkedSection | null)[] = []
  for (const step of stepsOf(content)) {
    const { operator, start, at } = step
    if (operator === 'BDC' || operator === 'BMC') {
      const mcid = mcidIn(content, step)
      const section = mcid === null ? null : { mcid, glyphs: '', paints: false }
      if (section) sections.push(section)
      open.push(section)
      continue
    }
    if (operator === 'EMC') {
      open.pop()
      continue
    }
    const inside = open.findLast(section => section !== null)
    if (!inside) continue
    if (textOperators.has(operator)) inside.glyphs += words(content, start, at).trim()
    else if (paintOperators.has(operator) || (pathEnds.has(operator) && operator !== 'n')) inside.paints = true
  }
  return sections
}

/**
 * The content with everything marked that says nothing: what stands in no section (the furniture of the page: its
 * marking, its number, backgrounds), and the sections that are no longer part of the structure. The page looks as before.
 * Held by test/main/exporters/pdf/marked-content.test.ts.
 */
export function withArtifacts(content: Uint8Array, dropped: ReadonlySet<number>): Uint8Array {
  const parts: Uint8Array[] = []
  let kept = 0
  const put = (at: number, text: string, until = at) => {
    parts.push(content.subarray(kept, at), Buffer.from(text, 'latin1'))
    kept = until
  }
  let inside = 0
  const open: boolean[] = []
  let path = -1
  let textFrom = -1
  let shows = false
  for (const step of stepsOf(content)) {
    const { operator, start, end } = step
    if (operator === 'BDC' || operator === 'BMC') {
      const mcid = mcidIn(content, step)
      if (mcid !== null && dropped.has(mcid)) put(start, '/Artifact BMC', end)
      const counts = mcid !== null || (operator === 'BMC' && words(content, start, step.at).includes('/Artifact'))
      open.push(counts)
      if (counts) inside += 1
    } else if (operator === 'EMC') {
      if (open.pop()) inside -= 1
    } else if (inside > 0) {
      path = -1
      textFrom = -1
    } else if (operator === 'BT') {
      textFrom = start
      shows = false
    } else if (textOperators.has(operator)) shows = true
    else if (operator === 'ET') {
      if (shows && textFrom >= 0) {
        put(textFrom, '/Artifact BMC\n')
        put(end, '\nEMC')
      }
      textFrom = -1
    } else if (pathOperators.has(operator) && path < 0) path = start
    else if (pathEnds.has(operator)) {
      if (operator !== 'n' && path >= 0) {
        put(path, '/Artifact BMC\n')
        put(end, '\nEMC')
      }
      path = -1
    } else if (paintOperators.has(operator) && textFrom < 0) {
      put(operator === 'EI' ? start : start, '/Artifact BMC\n')
      put(end, '\nEMC')
    }
  }
  parts.push(content.subarray(kept))
  return Buffer.concat(parts)
}
