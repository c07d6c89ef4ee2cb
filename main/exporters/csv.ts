import type { CaseDocument } from '../../shared/model/case-document.ts'
import { matrixView } from '../../shared/rules/matrix.ts'
import { partialDateWords } from '../../shared/rules/words.ts'
import { say } from '../say.ts'

const byteOrderMark = '\ufeff'
const formulaStart = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/**
 * One field as RFC 4180 has it, always quoted. Text that a spreadsheet would run as a formula gets an apostrophe in
 * front (OWASP, CSV injection): the words of a case come from anywhere.
 */
export const csvField = (text: string): string =>
  `"${(formulaStart.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => `${row.map(csvField).join(',')}\r\n`).join('')

/** Rows as a CSV file (RFC 4180) in UTF-8 with a byte order mark, which spreadsheets need to see that it is UTF-8. */
export const csvFile = (rows: readonly (readonly string[])[]): string => byteOrderMark + csvLines(rows)

/** The matrix as CSV: a row for each term; for each source what it reports and the stage; the assessed position last. */
export function csvOf(document: CaseDocument): string {
  const { columns, rows } = matrixView(document, 'sources')
  const head = [
    ...(['ref', 'category', 'term', 'question'] as const).map(name => say(`briefing.csv.${name}`)),
    ...columns.flatMap(({ title, date, grade }, index) => {
      const facts = [date === null ? say('briefing.undated') : partialDateWords(date), grade]
      return [`S${index + 1} ${title} (${facts.join(', ')})`, say('briefing.csv.stage', { source: `S${index + 1}` })]
    }),
    say('briefing.ourPosition'),
    say('briefing.csv.likelihood'),
    say('briefing.csv.confidence'),
    say('briefing.csv.open'),
  ]
  const lines = rows.map(({ term, cells, position }) => [
    term.ref,
    term.category,
    term.name,
    term.question,
    ...cells.flatMap(({ state, words, stage }) => [
      state === 'unread' ? say('briefing.unread') : state === 'silent' ? say('briefing.silent') : words.join('; '),
      stage ?? '',
    ]),
    position?.words ?? '',
    position?.position.likelihood ?? '',
    position?.position.confidence ?? '',
    String(new Set(cells.flatMap(({ openConflicts }) => openConflicts)).size),
  ])
  return csvFile([head, ...lines])
}
