/** A marked-content section that a page's content has: `mcid` names it on its page (ISO 32000-1, 14.7.4.2). */
export type MarkedSection = {
  mcid: number
  /** The strings of its words as they stand in the content, glyph by glyph; equal ones show equal words. */
  glyphs: string
  /** True where it paints more than words. */
  paints: boolean
}

/** A step that begins, ends or shows something; all others are passed over. */
type Step = {
  operator: string
  /** Where its first operand begins. */
  start: number
  /** Where the operator itself begins, and where it ends. */
  at: number
  end: number
}

/** The content of a page, read once for all that is asked of it: its bytes as characters, and its steps. */
export type PageContent = { text: string; steps: readonly Step[] }

const textOperators = new Set(['Tj', 'TJ', "'", '"'])
const pathOperators = new Set(['m', 're'])
const pathEnds = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n'])
const paintOperators = new Set(['Do', 'sh', 'EI'])
const told = new Set([
  ...['BDC', 'BMC', 'EMC', 'BT', 'ET'],
  ...[...textOperators, ...pathOperators, ...pathEnds, ...paintOperators],
])
const longestTold = 3

/** What ends a word: white space and delimiters (ISO 32000-1, 7.2.2); and what a number begins with. */
const [space, delimiter, digit] = [1, 2, 3]
const classes = new Uint8Array(256)
for (const character of '\0\t\n\f\r ') classes[character.charCodeAt(0)] = space
for (const character of '()<>[]{}/%') classes[character.charCodeAt(0)] = delimiter
for (const character of '0123456789+-.') classes[character.charCodeAt(0)] = digit
const classAt = (text: string, at: number): number => classes[text.charCodeAt(at)] ?? 0

/** Reads the steps of a content stream (ISO 32000-1, 7.8.2). Of an image within the content only its end is told. */
export function pageContent(content: Uint8Array): PageContent {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  const steps: Step[] = []
  let start = -1
  let depth = 0
  for (let at = 0; at < text.length; ) {
    const character = text.charCodeAt(at)
    const kind = classes[character]
    if (kind === space) {
      at += 1
      continue
    }
    const begun = at
    if (kind !== delimiter) {
      at += 1
      while (at < text.length && classAt(text, at) !== space && classAt(text, at) !== delimiter) at += 1
      if (depth === 0 && kind !== digit) {
        const operator = at - begun <= longestTold ? text.slice(begun, at) : ''
        if (operator === 'ID') {
          const image = text.indexOf('EI', at)
          if (image < 0) break
          at = image + 2
          steps.push({ operator: 'EI', start: start < 0 ? begun : start, at: begun, end: at })
        } else if (told.has(operator)) steps.push({ operator, start: start < 0 ? begun : start, at: begun, end: at })
        start = -1
        continue
      }
    } else if (character === 37) {
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1
      continue
    } else if (character === 40) at = afterString(text, at)
    else if (character === 47) {
      at += 1
      while (at < text.length && classAt(text, at) !== space && classAt(text, at) !== delimiter) at += 1
    } else if (character === 60 && text.charCodeAt(at + 1) !== 60) at = text.indexOf('>', at) + 1
    else if (character === 60 || character === 62) {
      depth += character === 60 ? 1 : -1
      at += 2
    } else {
      if (character === 91 || character === 93) depth += character === 91 ? 1 : -1
      at += 1
    }
    if (at <= begun) break
    if (start < 0) start = begun
  }
  return { text, steps }
}

function afterString(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (character === 92) at += 1
    else if (character === 40) depth += 1
    else if (character === 41) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return text.length
}

const mcidIn = (text: string, { operator, start, at }: Step): number | null => {
  if (operator !== 'BDC') return null
  const found = /\/MCID\s+(\d+)/.exec(text.slice(start, at))
  return found ? Number(found[1]) : null
}

/** What stands in every marked-content section of a page. */
export function markedSections({ text, steps }: PageContent): MarkedSection[] {
  const sections: MarkedSection[] = []
  const open: (MarkedSection | null)[] = []
  for (const step of steps) {
    const { operator, start, at } = step
    if (operator === 'BDC' || operator === 'BMC') {
      const mcid = mcidIn(text, step)
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
    if (textOperators.has(operator)) inside.glyphs += text.slice(start, at).trim()
    else if (paintOperators.has(operator) || (pathEnds.has(operator) && operator !== 'n')) inside.paints = true
  }
  return sections
}

/**
 * The content with everything marked that says nothing: what stands in no section (the furniture of the page: its
 * marking, its number, backgrounds), and the sections that are no longer part of the structure. The page looks as before.
 * Held by test/main/exporters/pdf/marked-content.test.ts.
 */
export function withArtifacts({ text, steps }: PageContent, dropped: ReadonlySet<number>): Uint8Array {
  let made = ''
  let kept = 0
  const put = (at: number, words: string, until = at) => {
    made += text.slice(kept, at) + words
    kept = until
  }
  let inside = 0
  const open: boolean[] = []
  let path = -1
  let textFrom = -1
  let shows = false
  for (const step of steps) {
    const { operator, start, end } = step
    if (operator === 'BDC' || operator === 'BMC') {
      const mcid = mcidIn(text, step)
      if (mcid !== null && dropped.has(mcid)) put(start, '/Artifact BMC', end)
      const counts = mcid !== null || (operator === 'BMC' && text.slice(start, step.at).includes('/Artifact'))
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
      put(start, '/Artifact BMC\n')
      put(end, '\nEMC')
    }
  }
  return Buffer.from(made + text.slice(kept), 'latin1')
}
