import { spokenLocale } from '../../../shared/language.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { isWebAddress } from '../html.ts'
import { type Block, docxFile, type Run, type TableCell, type TableRow } from '../office/docx.ts'
import { asOfWords, type ExportedCase, viewName } from './exported-case.ts'
import {
  type MatrixPages,
  matrixPages,
  type PageCell,
  type PageTable,
  type PageView,
  sourceLines,
} from './page-tables.ts'

/** Millimetres of a landscape page between its margins, and what the terms and the position take of it. */
const across = 267
const termWidth = 46
const positionWidth = 50

const noteAnchor = (number: number) => `note${number}`

const runsOf = ({ words, signs, notes = [], beneath, look }: PageCell): Run[] => [
  { words, ...(look === 'strong' ? { bold: true } : {}), ...(look === 'quiet' ? { quiet: true } : {}) },
  ...(signs ? [{ words: ` ${signs}` }] : []),
  ...notes.flatMap((number, index): Run[] => [
    { words: index === 0 ? ' ' : ', ', raised: true },
    { words: String(number), raised: true, to: noteAnchor(number) },
  ]),
  ...(beneath ? [{ words: `\n${beneath}`, quiet: true }] : []),
]

function tableBlocks({ caption, head, rows, isLast }: PageTable, view: PageView): Block[] {
  const hasPosition = isLast && view !== 'coverage'
  const columns = head.length - (hasPosition ? 1 : 0)
  const rest = across - termWidth - (hasPosition ? positionWidth : 0)
  const width = Math.min(view === 'coverage' ? 9 : 44, rest / Math.max(1, columns))
  const widths = [termWidth, ...Array.from({ length: columns }, () => width), ...(hasPosition ? [positionWidth] : [])]
  const lines = rows.map(
    (row): TableRow =>
      'group' in row
        ? { group: true, cells: [{ runs: [{ words: row.group }], wide: widths.length }] }
        : {
            cells: [
              { head: true, runs: [{ words: `${row.name.ref} ${row.name.words}` }] },
              ...row.cells.map((cell): TableCell => ({ runs: runsOf(cell) })),
            ],
          },
  )
  return [
    { kind: 'heading', level: 2, words: caption },
    {
      kind: 'table',
      widths,
      rows: [
        {
          head: true,
          cells: [{ runs: [{ words: say('briefing.term') }] }, ...head.map(cell => ({ runs: runsOf(cell) }))],
        },
        ...lines,
      ],
    },
  ]
}

const noteBlocks = ({ notes, notesInAll }: MatrixPages): Block[] =>
  notes.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, words: say('export.evidenceHead') },
        ...(notesInAll > notes.length
          ? [
              {
                kind: 'paragraph' as const,
                small: true,
                runs: [{ words: say('export.evidenceLeftOut', { shown: notes.length, all: notesInAll }) }],
              },
            ]
          : []),
        ...notes.map(
          ({ number, quote, ref, title, facts, address }): Block => ({
            kind: 'paragraph',
            small: true,
            anchor: noteAnchor(number),
            runs: [
              { words: `${number}  `, bold: true },
              { words: `${quotedWords(quote)} ` },
              { words: `${ref} `, bold: true },
              { words: [title, facts].filter(Boolean).join(', ') },
              ...(isWebAddress(address) ? [{ words: ' ' }, { words: address, address }] : []),
            ],
          }),
        ),
      ]

/** A view as a Word document on landscape pages, its evidence at the end, each cell linked to it. */
export function matrixDocx(exported: ExportedCase, view: PageView): Iterable<Uint8Array> {
  const { records, asked } = exported
  const pages = matrixPages(exported, view)
  const small = (words: string): Block => ({ kind: 'paragraph', small: true, runs: [{ words, quiet: true }] })
  const listed = (head: string, lines: readonly { ref: string; words: string }[]): Block[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, words: head },
          ...lines.map(
            ({ ref, words }): Block => ({
              kind: 'paragraph',
              small: true,
              runs: [{ words: `${ref}  `, bold: true }, { words }],
            }),
          ),
        ]
  return docxFile({
    facts: {
      title: pages.title,
      author: records.analyst,
      subject: [records.marking, asOfWords(asked.asOf)].filter(Boolean).join(', '),
      created: asked.at,
    },
    marking: records.marking,
    language: spokenLocale(),
    blocks: [
      { kind: 'heading', level: 1, words: pages.title },
      ...[...pages.sentences, ...pages.key].map(small),
      ...pages.tables.flatMap(table => tableBlocks(table, view)),
      ...listed(
        say('export.gapsHead'),
        pages.gaps.map(({ ref, name, sentence }) => ({ ref, words: `${name}: ${sentence}` })),
      ),
      ...(view === 'coverage'
        ? listed(
            viewName('sources'),
            sourceLines(exported).map(({ ref, title, facts }) => ({ ref, words: `${title}, ${facts}` })),
          )
        : []),
      ...noteBlocks(pages),
    ],
  })
}
