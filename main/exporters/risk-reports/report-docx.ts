import { spokenLocale } from '../../../shared/language.ts'
import type { CaseInfo } from '../../../shared/model/case-info.ts'
import type { LevelLetter } from '../../../shared/model/criteria.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import { isWebAddress } from '../html.ts'
import { type Block, docxFile, type Run, type TableCell } from '../office/docx.ts'
import { mapRows } from './map-drawing.ts'
import { across, noteAnchor, type ReportBlock, type ReportPages } from './pages.ts'

/** Anchors are bookmarks in Word, whose names hold letters, digits and underscores (ECMA-376, 17.13.6.2). */
const bookmark = (anchor: string): string => anchor.replaceAll(/[^\p{L}\p{N}]/gu, '_')

const runOf = (run: Run): Run => (run.to === undefined ? run : { ...run, to: bookmark(run.to) })

/** The paper of a briefing (briefing-style.ts): the graver the darker, and black words stand out on all of them. */
const fills: Record<LevelLetter, string> = { VL: 'FBF8F1', L: 'F6ECD8', M: 'EFD9B4', H: 'E3B88F', VH: 'D29A7C' }

function blockOf(block: ReportBlock): Block[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          kind: 'heading',
          level: block.level === 1 ? 2 : 3,
          words: block.words,
          ...(block.anchor ? { anchor: bookmark(block.anchor) } : {}),
          ...(block.pageBefore ? { pageBefore: true } : {}),
        },
      ]
    case 'paragraph':
      return [
        {
          kind: 'paragraph',
          runs: block.runs.map(runOf),
          ...(block.look === 'key' || block.look === 'facts' ? { small: true } : {}),
          ...(block.look === 'keep' || block.look === 'facts' ? { isKept: true } : {}),
        },
      ]
    case 'list':
      return block.items.map(runs => ({
        kind: 'paragraph',
        runs: [{ words: '•  ' }, ...runs.map(runOf)],
        isItem: true,
      }))
    case 'table':
      return [
        {
          kind: 'table',
          widths: block.widths,
          rows: [
            { head: true, cells: block.heads.map(words => ({ runs: [{ words }] })) },
            ...block.rows.map(row => ({
              cells: row.map(
                ({ runs, level }): TableCell => ({
                  runs: runs.map(runOf),
                  ...(level === undefined ? {} : { fill: fills[level] }),
                }),
              ),
            })),
          ],
        },
      ]
    case 'map': {
      const { impacts } = block.map.criteria
      const first = 30
      const width = (across - first) / impacts.length
      return [
        {
          kind: 'table',
          widths: [first, ...impacts.map(() => width)],
          rows: [
            ...mapRows(block.map).map(({ word, cells }) => ({
              cells: [
                { head: true, runs: [{ words: word }] },
                ...cells.map(
                  ({ level, words }): TableCell => ({
                    fill: fills[level],
                    runs: [{ words: level, bold: true }, { words: `\n${words}` }],
                  }),
                ),
              ],
            })),
            {
              cells: [
                { runs: [{ words: say('heatMap.impactAxis'), quiet: true }] },
                ...impacts.map(({ word }) => ({ head: true, runs: [{ words: word }] })),
              ],
            },
          ],
        },
      ]
    }
  }
}

const noteBlocks = ({ notes, notesInAll }: ReportPages): Block[] =>
  notes.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, words: say('riskReports.evidence') },
        ...(notesInAll > notes.length
          ? [
              {
                kind: 'paragraph' as const,
                small: true,
                runs: [{ words: say('riskReports.passagesLeftOut', { shown: notes.length, all: notesInAll }) }],
              },
            ]
          : []),
        ...notes.map(
          ({ number, quote, title, facts, address }): Block => ({
            kind: 'paragraph',
            small: true,
            anchor: bookmark(noteAnchor(number)),
            runs: [
              { words: `${number}  `, bold: true },
              { words: `${quotedWords(quote)} ` },
              { words: `${title} `, bold: true },
              { words: facts },
              ...(isWebAddress(address) ? [{ words: ' ' }, { words: address, address }] : []),
            ],
          }),
        ),
      ]

/** A report as a Word document on upright pages; the map is a table of its cells. */
export function reportDocx(
  pages: ReportPages,
  { name, analyst, marking, at }: Pick<CaseInfo, 'name' | 'analyst' | 'marking'> & { at: string },
): Iterable<Uint8Array> {
  return docxFile({
    facts: {
      title: pages.title,
      author: analyst,
      subject: say('briefing.subject', { case: name, marking }),
      created: at,
    },
    marking,
    language: spokenLocale(),
    isUpright: true,
    blocks: [
      { kind: 'heading', level: 1, words: pages.title },
      ...pages.lines.map((words): Block => ({ kind: 'paragraph', small: true, runs: [{ words, quiet: true }] })),
      ...pages.blocks.flatMap(blockOf),
      ...noteBlocks(pages),
    ],
  })
}
