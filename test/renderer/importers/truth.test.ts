import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { SourceDraft, TextBlock } from '../../../shared/model/text-version.ts'
import { type TruthBlock, type TruthDocument, truthDocuments } from '../../fixtures/truth/documents.ts'
import { truthWorkbook } from '../../fixtures/truth/workbook.ts'
import { agreementOf } from '../../support/word-agreement.ts'
import { cells, draftFrom, faults } from './imports.ts'

const folder = path.resolve(import.meta.dirname, '../../fixtures/truth')
const drafts = new Map<string, Promise<SourceDraft>>()
const draftOf = (name: string) => {
  const draft = drafts.get(name) ?? draftFrom(name, readFileSync(path.join(folder, name)))
  drafts.set(name, draft)
  return draft
}

const note = /\{note: ([^}]*)\}/g

type LeftOut = 'notes' | 'numbers of lists' | 'heads of tables' | 'tables' | 'headings'

/** The words of a document as it is read: numbers of notes in their places, the notes behind the text. */
function truthText({ blocks }: TruthDocument, leftOut: readonly LeftOut[]): string {
  const notes: string[] = []
  let number = 0
  const words = blocks.map(block => {
    if (block.kind === 'table')
      return block.rows
        .slice(leftOut.includes('heads of tables') ? 1 : 0)
        .flat()
        .join(' ')
    const label = block.kind === 'list item' && !leftOut.includes('numbers of lists') ? block.label : ''
    const text = block.words.replace(note, (_, own: string) => {
      number += 1
      notes.push(`${number} ${own}`)
      return ` ${number} `
    })
    return `${label} ${text}`
  })
  return [...words, ...(leftOut.includes('notes') ? [] : notes)].join('\n')
}

/** The words of a draft without what is set apart, its notes behind the text. */
function readText({ text, blocks }: SourceDraft): string {
  const shown = blocks.filter(({ apparatus }) => !apparatus)
  const words = ({ start, end }: TextBlock) => text.slice(start, end)
  const isNote = ({ kind }: TextBlock) => kind === 'footnote'
  return [...shown.filter(block => !isNote(block)), ...shown.filter(isNote)].map(words).join('\n')
}

const bare = (words: string) =>
  words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const headingsOf = ({ blocks }: TruthDocument) =>
  blocks.flatMap((block: TruthBlock) =>
    block.kind === 'heading' ? [{ level: block.level, words: bare(block.words) }] : [],
  )

/** How many of the headings are found, at their level and at any. */
function headingsFound(document: TruthDocument, { text, blocks }: SourceDraft) {
  const found = blocks
    .filter(({ kind, apparatus }) => kind === 'heading' && !apparatus)
    .map(({ start, end, level }) => ({ level, words: bare(text.slice(start, end)) }))
  const headings = headingsOf(document)
  const isFound = (words: string) => found.some(one => one.words === words)
  return {
    of: headings.length,
    found: headings.filter(({ words }) => isFound(words)).length,
    atLevel: headings.filter(({ words, level }) => found.some(one => one.words === words && one.level === level))
      .length,
    wrong: found.filter(({ words }) => !headings.some(one => one.words === words)).length,
  }
}

function tablesFound({ blocks }: TruthDocument, draft: SourceDraft): number {
  const tables = blocks.flatMap(block => (block.kind === 'table' ? [block.rows] : []))
  const read = draft.blocks.filter(({ kind }) => kind === 'table').map(block => JSON.stringify(cells(draft, block)))
  return tables.filter(rows => read.includes(JSON.stringify(rows))).length
}

type Floor = { words: number; headings: 'at level' | 'found'; leftOut: LeftOut[] }

/** What each format has to reach, and what LibreOffice itself leaves out of it. */
const floors: Record<string, Floor> = {
  docx: { words: 0.995, headings: 'at level', leftOut: [] },
  odt: { words: 0.995, headings: 'at level', leftOut: [] },
  rtf: { words: 0.995, headings: 'at level', leftOut: [] },
  epub: { words: 0.995, headings: 'found', leftOut: ['headings', 'numbers of lists', 'heads of tables', 'tables'] },
  html: { words: 0.995, headings: 'at level', leftOut: [] },
  pdf: { words: 0.995, headings: 'at level', leftOut: [] },
  txt: { words: 0.995, headings: 'found', leftOut: ['headings', 'tables', 'notes'] },
}

const figures: Record<string, string | number>[] = []
afterAll(() => {
  console.table(figures)
})

describe.each(Object.entries(floors))('%s', (format, floor) => {
  test.each(truthDocuments)('the text of $name is the text that was written', async document => {
    const draft = await draftOf(`${document.name}.${format}`)
    expect(faults(draft)).toEqual([])
    const agreement = agreementOf(truthText(document, floor.leftOut), readText(draft))
    const headings = headingsFound(document, draft)
    const tables = document.blocks.filter(({ kind }) => kind === 'table').length
    figures.push({
      format,
      document: document.name,
      'words %': Number((agreement * 100).toFixed(2)),
      headings: `${headings.found}/${headings.of}`,
      'at their level': `${headings.atLevel}/${headings.of}`,
      'headings that are none': headings.wrong,
      tables: `${tablesFound(document, draft)}/${tables}`,
      notes: draft.blocks.filter(({ kind }) => kind === 'footnote').length,
      pages: draft.pages.length,
    })
    expect.soft(agreement).toBeGreaterThanOrEqual(floor.words)
    if (!floor.leftOut.includes('headings')) expect.soft(headings.found).toBe(headings.of)
    if (floor.headings === 'at level') expect.soft(headings.atLevel).toBe(headings.of)
    if (format !== 'txt') expect.soft(headings.wrong).toBe(0)
    if (!floor.leftOut.includes('tables')) expect.soft(tablesFound(document, draft)).toBe(tables)
  })
})

describe.each(['docx', 'odt', 'rtf'])('%s', format => {
  test.each(truthDocuments)('the structure of $name', async document => {
    const { text, blocks } = await draftOf(`${document.name}.${format}`)
    const notes = document.blocks.flatMap(block => ('words' in block ? [...block.words.matchAll(note)] : []))
    expect(blocks.filter(({ kind }) => kind === 'footnote').map(({ start, end }) => text.slice(start, end))).toEqual(
      notes.map(([, words], index) => `[${index + 1}] ${words}`),
    )
    const items = document.blocks.filter(block => block.kind === 'list item')
    expect(
      blocks
        .filter(({ kind }) => kind === 'list item')
        .map(({ start, end, level }) => ({ level, words: text.slice(start, end) })),
    ).toEqual(items.map(({ level, label, words }) => ({ level, words: `${label} ${words}`.trim() })))
    for (const kind of ['title', 'quotation', 'caption'] as const) {
      expect(
        blocks.filter(block => block.kind === kind && !block.apparatus).map(({ start, end }) => text.slice(start, end)),
      ).toEqual(document.blocks.flatMap(block => (block.kind === kind ? [block.words] : [])))
    }
    const head = blocks.filter(({ start, end }) => text.slice(start, end) === document.head)
    expect(head.map(({ apparatus }) => apparatus)).toEqual([true])
  })

  test.each(truthDocuments)('what $name states of itself', async document => {
    const { bibliography, statements } = await draftOf(`${document.name}.${format}`)
    expect(bibliography).toMatchObject({
      title: document.title,
      authors: [document.author],
      published: document.created,
    })
    expect(statements.find(({ field, origin }) => field === 'authors' && origin === 'document properties')?.value).toBe(
      document.author,
    )
  })
})

test('a workbook shows what its cells show', async () => {
  const draft = await draftOf('figures.xlsx')
  const tables = draft.blocks.filter(({ kind }) => kind === 'table').map(block => cells(draft, block))
  expect(tables).toHaveLength(truthWorkbook.sheets.length)
  truthWorkbook.sheets.forEach(({ rows }, index) => {
    const columns = rows[0]?.length ?? 0
    const shown = rows.map(row => {
      // Cells that a merged cell covers are empty.
      const cellsOfRow = row.flatMap(cell =>
        cell ? [cell.shown, ...Array<string>((cell.span ?? 1) - 1).fill('')] : [],
      )
      return Array.from({ length: columns }, (_, column) => cellsOfRow[column] ?? '')
    })
    expect(tables[index]).toEqual(shown)
  })
  expect(draft.warnings).toEqual(['The sheet “Not for print” is hidden in the file.'])
})
