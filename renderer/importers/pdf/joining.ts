import { endsSentence } from '../document/wording.ts'
import type { Part } from './paragraphs.ts'

/** What stands between the halves of a paragraph without belonging to it. */
const isAside = ({ kind, apparatus }: Part) =>
  apparatus || kind === 'footnote' || kind === 'caption' || kind === 'table'

const pageOf = (part: Part) => part.lines[0]?.page ?? 0
const lastPageOf = (part: Part) => part.lines.at(-1)?.page ?? 0

/**
 * Joins the paragraphs that go on in the next column or on the next page. What stands between the halves keeps its page:
 * notes and running feet of the first page come before the joined paragraph, what heads the second page after it.
 * `columns` are the parts of each column, in reading order.
 */
export function joinedParts(columns: readonly (readonly Part[])[]): Part[] {
  const done: Part[] = []
  for (const column of columns) {
    const first = column.slice(figureEnd(column)).find(part => !isAside(part))
    const openAt = done.findLastIndex(part => !isAside(part))
    const open = done[openAt]
    if (!first || !open || !goesOn(open, first) || !staysInOrder(done.slice(openAt + 1), open, first)) {
      done.push(...column)
      continue
    }
    const between = done.splice(openAt)
    const earlier = between.slice(1).filter(part => pageOf(part) < pageOf(first) || pageOf(part) === pageOf(open))
    const later = between.slice(1).filter(part => !earlier.includes(part))
    open.lines = [...open.lines, ...first.lines]
    open.full = first.full
    done.push(...earlier, open, ...later, ...column.filter(part => part !== first))
  }
  return done
}

/** Where a figure at the head of a column ends: its labels, which are short, and its caption. */
function figureEnd(column: readonly Part[]): number {
  const caption = column.findIndex(({ kind }) => kind === 'caption')
  const labels = column.slice(0, Math.max(caption, 0))
  return labels.every(part => isAside(part) || part.lines.every(({ words }) => words.length < 30)) ? caption + 1 : 0
}

/** The half of a paragraph that goes on ends within a sentence, and what it goes on with begins within one. */
function goesOn(open: Part, next: Part): boolean {
  const [before, after] = [open.lines.at(-1), next.lines[0]]
  if (!before || !after) return false
  if (!(open.kind === 'paragraph' || open.kind === 'list item') || next.kind !== 'paragraph') return false
  if (Math.abs(before.size - after.size) > before.size * 0.07 || before.bold !== after.bold) return false
  if (after.page - before.page > 1) return false
  if (/[\p{L}\p{M}][-‐\u00AD]$/u.test(before.words)) return /^[\p{L}]/u.test(after.words)
  if (/[.!?…:]["'”’»)\]]*$/u.test(before.words)) return false
  if (/^["'“‘«(]?[\p{Ll}]/u.test(after.words)) return true
  const runs = open.lines.length > 1 || before.words.length > 40
  return open.full && runs && !next.indented && !endsSentence(before.words)
}

/** A paragraph over three pages would swallow the edges of the second; it is left in two parts then. */
const staysInOrder = (between: readonly Part[], open: Part, next: Part) =>
  between.length === 0 || pageOf(open) === lastPageOf(open) || lastPageOf(open) === pageOf(next)
