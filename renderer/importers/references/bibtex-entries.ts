/** An entry of a BibTeX file: its type and the names of its fields in lower case, the values as they are written. */
export type BibtexEntry = { type: string; key: string; fields: Map<string, string> }

/** The entries of a file, and the lines on which one begins that could not be read. */
export type BibtexFile = { entries: BibtexEntry[]; broken: number[] }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Characters of a value beyond which it is none. */
const longestValue = 200_000

/** Broken entries after which the rest is not tried: each may have been read to its end in vain. */
const mostBroken = 1_000

class Broken extends Error {}

/**
 * Parses BibTeX as BibTeX and biber do (O. Patashnik, "BibTeXing"; what stands outside of entries is a comment): strings,
 * numbers, macros, values joined with `#`. What an entry lacks it takes from the one that it refers to. An entry that
 * breaks off is left out, and the next one is read.
 */
export function bibtexEntries(text: string): BibtexFile {
  const macros = new Map(months.map((month, at) => [month, String(at + 1)]))
  const file: BibtexFile = { entries: [], broken: [] }
  const start = /@\s*([a-z][\w-]*)\s*([{(])/gi
  for (let found = start.exec(text); found && file.broken.length < mostBroken; found = start.exec(text)) {
    const [, name = '', open = ''] = found
    const type = name.toLowerCase()
    const scanner = scannerAt(text, start.lastIndex, open === '{' ? '}' : ')', macros)
    try {
      if (type === 'comment') scanner.skipBalanced()
      else if (type === 'preamble') scanner.value()
      else if (type === 'string') for (const [macro, value] of scanner.fields()) macros.set(macro, value)
      else file.entries.push({ type, key: scanner.key(), fields: scanner.fields() })
      start.lastIndex = scanner.position()
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      file.broken.push(lineAt(text, found.index))
    }
  }
  return { ...file, entries: file.entries.map(entry => inherited(entry, file.entries)) }
}

const lineAt = (text: string, position: number) => text.slice(0, position).split('\n').length

/** The title of a book is the book title of its chapters. */
function inherited(entry: BibtexEntry, all: readonly BibtexEntry[]): BibtexEntry {
  const named = entry.fields.get('crossref')?.trim().toLowerCase()
  const parent = named ? all.find(one => one !== entry && one.key.toLowerCase() === named) : undefined
  if (!parent) return entry
  const fields = new Map(entry.fields)
  for (const [name, value] of parent.fields) {
    const own = name === 'title' ? 'booktitle' : name
    if (!fields.has(own) && own !== 'subtitle') fields.set(own, value)
  }
  return { ...entry, fields }
}

function scannerAt(text: string, from: number, close: string, macros: ReadonlyMap<string, string>) {
  let at = from
  const take = (shape: RegExp): string => {
    shape.lastIndex = at
    const found = shape.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const space = () => take(/\s*(?:%[^\n]*\n\s*)*/y)

  /** To the closing sign, over braces within; the sign is taken and not given. */
  const upTo = (end: string): string => {
    const start = at
    for (let depth = 0; at < text.length && at - start < longestValue; at += 1) {
      const character = text[at] ?? ''
      if (depth === 0 && character === end) {
        at += 1
        return text.slice(start, at - 1)
      }
      if (character === '{') depth += 1
      else if (character === '}') depth -= 1
      // A backslash hides a quotation mark and no brace.
      else if (character === '\\' && text[at + 1] === '"') at += end === '"' && depth === 0 ? 0 : 1
      if (depth < 0) break
    }
    throw new Broken()
  }

  const piece = (): string => {
    space()
    if (text[at] === '{') {
      at += 1
      return upTo('}')
    }
    if (text[at] === '"') {
      at += 1
      return upTo('"')
    }
    const word = take(/[^\s{}()"#,=%@]+/y)
    if (word === '') throw new Broken()
    return macros.get(word.toLowerCase()) ?? word
  }

  const value = (): string => {
    const pieces = [piece()]
    for (space(); text[at] === '#'; space()) {
      at += 1
      pieces.push(piece())
    }
    // Strings that are made of themselves double with each line.
    if (pieces.reduce((length, { length: own }) => length + own, 0) > longestValue) throw new Broken()
    return pieces.join('')
  }

  const fields = (): Map<string, string> => {
    const all = new Map<string, string>()
    for (;;) {
      take(/[\s,]*(?:%[^\n]*\n[\s,]*)*/y)
      if (text[at] === close) {
        at += 1
        return all
      }
      const name = take(/[^\s{}()"#,=%@]+/y).toLowerCase()
      space()
      if (name === '' || text[at] !== '=') throw new Broken()
      at += 1
      const own = value()
      if (!all.has(name)) all.set(name, own)
      space()
      if (text[at] !== ',' && text[at] !== close) throw new Broken()
    }
  }

  return {
    value,
    fields,
    key: () => {
      space()
      return take(/[^,\s{}]*(?=\s*[,})])/y)
    },
    skipBalanced: () => {
      upTo(close)
    },
    position: () => at,
  }
}
