import { importBytes } from '../../../renderer/importers/index.ts'
import { type SourceDraft, sourceDraft, type TextBlock } from '../../../shared/model/text-version.ts'

/** Imports characters or bytes as a file of that name. */
export const importedFrom = (fileName: string, content: string | Uint8Array) =>
  importBytes(fileName, typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content))

/** Imports characters as a file of that name and insists on a draft that the door of the workbench would take. */
export async function draftFrom(fileName: string, content: string | Uint8Array): Promise<SourceDraft> {
  const imported = await importedFrom(fileName, content)
  if ('refusal' in imported) throw new Error(imported.refusal)
  if ('references' in imported) throw new Error('a list of references')
  return sourceDraft.parse(imported.draft)
}

export const refusalOf = async (fileName: string, content: string | Uint8Array): Promise<string> => {
  const imported = await importedFrom(fileName, content)
  return 'refusal' in imported ? imported.refusal : ''
}

/** Each block as `kind: words`, with `*` before what is set apart. */
export const outline = ({ text, blocks }: SourceDraft): string[] =>
  blocks.map(({ kind, level, start, end, apparatus }) => {
    const depth = level === undefined ? '' : ` ${level}`
    return `${apparatus ? '*' : ''}${kind}${depth}: ${text.slice(start, end)}`
  })

export const cells = ({ text }: SourceDraft, block: TextBlock | undefined): string[][] =>
  (block?.rows ?? []).map(row => row.map(({ start, end }) => text.slice(start, end)))

/** What is wrong with the blocks of a draft: out of order, overlapping, outside the text, or words that lie in none. */
export function faults({ text, blocks }: SourceDraft): string[] {
  const found: string[] = []
  let position = 0
  for (const { start, end, rows = [] } of blocks) {
    if (start < position) found.push(`block at ${start} overlaps the one before`)
    if (end <= start || end > text.length) found.push(`block at ${start} ends at ${end}`)
    if (text.slice(position, start).trim() !== '') found.push(`words before ${start} lie in no block`)
    for (const cell of rows.flat()) {
      if (cell.start < start || cell.end > end || cell.end < cell.start)
        found.push(`cell at ${cell.start} leaves its table`)
    }
    position = end
  }
  if (text.slice(position).trim() !== '') found.push(`words after ${position} lie in no block`)
  return found
}
