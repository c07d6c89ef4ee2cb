import { type ImportedFile, type ImportOutcome, importOutcome } from '../../shared/contract/imports.ts'
import { say } from '../say.ts'
import { csvFile } from './csv.ts'

/** What an outcome is called. */
export const outcomeWords = (outcome: ImportOutcome): string => say(`imports.outcome.${outcome}`)

/** How many files had which outcome, in one line; outcomes that no file had are not named. */
export const importSummary = (files: readonly Pick<ImportedFile, 'outcome'>[]): string =>
  importOutcome.options
    .flatMap(outcome => {
      const count = files.filter(file => file.outcome === outcome).length
      return count === 0 ? [] : say('imports.counted', { outcome: outcomeWords(outcome), count })
    })
    .join(', ')

/** What became of each file, one line for each, as CSV. */
export const importReportCsv = (files: readonly ImportedFile[]): string =>
  csvFile([
    (['File', 'In', 'Outcome', 'Message', 'Source', 'Resembles'] as const).map(name => say(`imports.report${name}`)),
    ...files.map(({ file, within, outcome, message, source, resembles }) => [
      file,
      within,
      outcomeWords(outcome),
      message,
      source,
      resembles.join(' '),
    ]),
  ])

// A name that breaks the line, or turns the writing around, would make one entry look like another.
const inOneLine = (words: string) => words.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')

/** The same as text to read, by outcome. `title` says what was imported into; it stands in the first line. */
export const importReportText = (title: string, when: string, files: readonly ImportedFile[]): string => {
  const parts = importOutcome.options.flatMap(outcome => {
    const those = files.filter(file => file.outcome === outcome)
    if (those.length === 0) return []
    const lines = those.flatMap(({ file, within, message, resembles }) => [
      within === '' ? file : say('imports.reportWithin', { file, within }),
      ...[message, ...resembles].filter(words => words !== '').map(words => `    ${words}`),
    ])
    return [
      [
        say('imports.counted', { outcome: outcomeWords(outcome), count: those.length }),
        '',
        ...lines.map(inOneLine),
      ].join('\n'),
    ]
  })
  return `${[[inOneLine(title), when, importSummary(files)].join('\n'), ...parts].join('\n\n')}\n`
}
