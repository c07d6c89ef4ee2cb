import type { MessageKey } from '../../shared/messages.ts'
import { say } from '../say.ts'

/** A column of a printed table: the catalogue's word for it, and whether it holds figures. */
export type Column = { head: MessageKey; figures?: boolean }

const gap = '  '
const narrowest = 6

/** Words of a document may hold control characters and marks that turn the writing around, and a terminal would obey them. */
export const harmless = (words: string): string => words.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ').trim()

/**
 * Sets rows in columns that fit the width of the terminal (in characters). Nothing is cut off: long cells go on in the
 * next line. An empty table is one word that says so.
 */
export function table(columns: Column[], rows: string[][], width: number): string {
  if (rows.length === 0) return `${say('cli.nothing')}\n`
  return setRows(
    columns.map(({ head }) => say(head)),
    columns.map(({ figures = false }) => figures),
    rows,
    width,
  )
}

/** The same with heads that are words of the case. */
export function setRows(heads: string[], figures: boolean[], rows: string[][], width: number): string {
  const cells = [heads, ...rows].map(row => heads.map((_, column) => harmless(row[column] ?? '')))
  const widths = fitted(
    heads.map((_, column) => cells.reduce((widest, row) => Math.max(widest, length(row[column] ?? '')), 0)),
    width,
  )
  const lines = cells.map(row => setRow(row, widths, figures))
  const rule = widths.map(columns => '─'.repeat(columns)).join(gap)
  const [head = '', ...body] = lines
  const apart = body.some(line => line.includes('\n')) ? '\n\n' : '\n'
  return `${head}\n${rule}\n${body.join(apart)}\n`
}

const length = (words: string) => [...words].length

/** Takes from the widest column until the table fits. */
function fitted(widths: number[], width: number): number[] {
  const fit = [...widths]
  const room = width - gap.length * (widths.length - 1)
  for (let excess = fit.reduce((sum, value) => sum + value, 0) - room; excess > 0; excess -= 1) {
    const widest = fit.indexOf(Math.max(...fit))
    if ((fit[widest] ?? 0) <= narrowest) break
    fit[widest] = (fit[widest] ?? 0) - 1
  }
  return fit
}

function setRow(row: string[], widths: number[], figures: boolean[]): string {
  const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? narrowest))
  const height = Math.max(...wrapped.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, column) => pad(lines[line] ?? '', widths[column] ?? 0, figures[column] ?? false))
      .join(gap)
      .trimEnd(),
  ).join('\n')
}

const pad = (words: string, width: number, right: boolean) => {
  const space = ' '.repeat(Math.max(width - length(words), 0))
  return right ? space + words : words + space
}

/** Breaks words into lines of at most `width` characters, within a word only when it is longer than a line. */
export function wrap(words: string, width: number): string[] {
  const lines: string[] = []
  let line: string[] = []
  const flush = () => {
    if (line.length > 0) lines.push(line.join(''))
    line = []
  }
  for (const word of words.split(' ')) {
    let rest = [...word]
    if (line.length > 0 && line.length + 1 + rest.length > width) flush()
    if (line.length > 0) line.push(' ')
    for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width).join(''))
    line.push(...rest)
  }
  flush()
  return lines.length > 0 ? lines : ['']
}
