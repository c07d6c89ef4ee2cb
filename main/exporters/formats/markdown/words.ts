import { type Child, childrenOf, type Html, isWebAddress, join, textOf } from '../../html.ts'
import { classesOf } from '../sheet-looks.ts'

/** How words are set apart; each is a pair of signs around them. */
type Marks = Readonly<{ bold?: boolean; italic?: boolean; struck?: boolean; code?: boolean; address?: string }>
type Piece = { kind: 'words'; words: string; marks: Marks } | { kind: 'note'; label: string } | { kind: 'break' }

/** Where the links of a document lead: to a heading by its slug, to a note by its label, or nowhere. */
export type Targets = { slug(anchor: string): string | null; note(anchor: string): string | null }

/** The words of pieces in one line of Markdown (GitHub Flavored Markdown), or in several with hard breaks. */
export function lineOf(pieces: readonly Child[], targets: Targets, { inTable = false } = {}): string {
  return written(gathered(pieces, {}, targets), inTable)
}

function gathered(pieces: readonly Child[], marks: Marks, targets: Targets): Piece[] {
  return childrenOf(join(...pieces)).flatMap((piece): Piece[] =>
    typeof piece === 'string' ? [{ kind: 'words', words: piece, marks }] : ofElement(piece, marks, targets),
  )
}

function ofElement(element: Html, marks: Marks, targets: Targets): Piece[] {
  const { tag, children, attributes } = element
  const within = (more: Marks) => gathered(children, { ...marks, ...more }, targets)
  switch (tag) {
    case 'br':
      return [{ kind: 'break' }]
    case 'svg': {
      const words = String(attributes['aria-label'] ?? '')
      return words === '' ? [] : [{ kind: 'words', words: `(${words})`, marks }]
    }
    case 'b':
    case 'strong':
      return within({ bold: true })
    case 'em':
    case 'cite':
      return within({ italic: true })
    case 's':
      return within({ struck: true })
    case 'code':
      return within({ code: true })
    case 'sup':
      // Notes stand side by side without the commas that keep their numbers apart on paper.
      return classesOf(element).includes('cite')
        ? within({}).filter(piece => piece.kind !== 'words' || /[^,\s]/.test(piece.words))
        : within({})
    case 'a':
      return linked(element, marks, targets)
    case 'span':
      // A key to drawn signs, which are words here.
      if (classesOf(element).includes('legend')) return []
      return classesOf(element).includes('column-date') || classesOf(element).includes('column-title')
        ? [{ kind: 'break' }, ...within({})]
        : within(classesOf(element).includes('quote') ? { italic: true } : {})
    default:
      return within({})
  }
}

function linked({ attributes, children }: Html, marks: Marks, targets: Targets): Piece[] {
  const href = String(attributes.href ?? '')
  if (isWebAddress(href)) return gathered(children, { ...marks, address: href }, targets)
  const anchor = href.slice(1)
  const label = targets.note(anchor)
  // Words that lead to a note stay words; a number alone is the note's own sign.
  if (label !== null)
    return textOf(join(...children)).trim() === label ? [{ kind: 'note', label }] : gathered(children, marks, targets)
  const slug = targets.slug(anchor)
  return gathered(children, slug === null ? marks : { ...marks, address: `#${slug}` }, targets)
}

const same = (left: Marks, right: Marks) =>
  left.bold === right.bold &&
  left.italic === right.italic &&
  left.struck === right.struck &&
  left.code === right.code &&
  left.address === right.address

/** White space as a browser sets it, across pieces; runs set alike are one. */
function flowed(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let isSpaced = true
  for (const piece of pieces) {
    if (piece.kind !== 'words') {
      out.push(piece)
      isSpaced = piece.kind === 'break'
      continue
    }
    let words = piece.words.replace(/[ \t\r\n\f]+/g, ' ')
    if (isSpaced) words = words.replace(/^ /, '')
    if (words === '') continue
    isSpaced = words.endsWith(' ')
    const last = out.at(-1)
    if (last?.kind === 'words' && same(last.marks, piece.marks)) last.words += words
    else out.push({ ...piece, words })
  }
  return out
}

/** Signs that would mean something anywhere in a line. */
const special = /[\\`*_[\]<>&|~$]/g

/** Words as they are, whatever signs they hold. */
export const escaped = (words: string): string =>
  words
    .replace(special, '\\$&')
    // Addresses and mail addresses would become links of their own, with what follows them.
    .replace(/\b(https?|ftp):\/\//gi, '$1\\://')
    .replace(/\bwww\./gi, match => `${match.slice(0, 3)}\\.`)
    .replace(/@/g, '\\@')

/** Signs that would mean something at the start of a line. */
export const atStart = (line: string): string =>
  line
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|-{2,}|={2,}|:(?=-))/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')

const isPunctuation = (sign: string) => /[\p{P}\p{S}]/u.test(sign)
const isSpace = (sign: string) => sign === '' || /\s/.test(sign)

/** True where signs of emphasis open before `next` and close after `last` (CommonMark 0.31, 6.2: flanking). */
const canHold = (before: string, next: string, last: string, after: string) =>
  !(isPunctuation(next) && !isSpace(before) && !isPunctuation(before)) &&
  !(isPunctuation(last) && !isSpace(after) && !isPunctuation(after))

function written(pieces: readonly Piece[], inTable: boolean): string {
  const parts = flowed(pieces)
  let out = ''
  parts.forEach((piece, index) => {
    if (piece.kind === 'note') out += `[^${piece.label}]`
    else if (piece.kind === 'break')
      out = out === '' || out.endsWith('\n') ? out : inTable ? `${out.trimEnd()} · ` : `${out.trimEnd()}\\\n`
    else out += setApart(piece.words, piece.marks, out, parts[index + 1], inTable)
  })
  return out.replace(/\\\n$/, '').trim()
}

const lastOf = (text: string) => [...text.slice(-2)].at(-1) ?? ''

function setApart(words: string, marks: Marks, before: string, next: Piece | undefined, inTable: boolean): string {
  const [, lead = '', core = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
  if (core === '') return words
  const following =
    tail !== ''
      ? ' '
      : next === undefined || next.kind === 'break'
        ? ''
        : next.kind === 'note'
          ? '['
          : (next.words[0] ?? '')
  const ahead = lead !== '' ? ' ' : lastOf(before)
  let inner = marks.code ? codeSpan(core, inTable) : escaped(core)
  const [first = ''] = inner
  const signs = [marks.italic && '*', marks.bold && '**', marks.struck && '~~'].filter(sign => typeof sign === 'string')
  if (
    signs.length > 0 &&
    !/[*~]$/.test(ahead) &&
    !/^[*_~]/.test(following) &&
    canHold(ahead, first, lastOf(inner), following)
  )
    inner = `${signs.join('')}${inner}${[...signs].reverse().join('')}`
  if (marks.address !== undefined) inner = `[${inner}](${destination(marks.address)})`
  return `${lead}${inner}${tail}`
}

function codeSpan(words: string, inTable: boolean): string {
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(words) ? ' ' : ''
  const inside = inTable ? words.replaceAll('|', '\\|') : words
  return `${fence}${pad}${inside}${pad}${fence}`
}

const destination = (address: string) =>
  address.startsWith('#')
    ? address
    : `<${address.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('\\', '%5C').replaceAll('|', '%7C')}>`
