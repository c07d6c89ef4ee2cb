import type { InquiryView } from '../../shared/contract/inquiries.ts'
import type { HypothesisScore } from '../../shared/rules/competing-hypotheses.ts'
import {
  type ClaimLine,
  claimLines,
  consistencyLetters,
  mostTellingFirst,
  weightWords,
} from '../../shared/rules/inquiry-findings.ts'
import { say } from '../say.ts'
import { csvFile } from './csv.ts'

const factColumns = ['claim', 'term', 'source', 'grade', 'origin', 'weight', 'tells', 'ifFalse'] as const

/** What would be, were the claim false; nothing where all would stay as it is. */
export const ifFalseWords = ({ weight }: ClaimLine): string =>
  weight.decides ? say('inquiries.csv.decides') : weight.turns ? say('inquiries.csv.turns') : ''

const factsOf = (line: ClaimLine): string[] => {
  const { claim, weight } = line
  return [
    claim.words,
    `${claim.termRef} ${claim.termName}`,
    claim.sourceTitle || say('cli.notStated'),
    `${claim.sourceReliability}${claim.credibility}`,
    claim.lineageName,
    weightWords(weight.weight),
    weight.diagnosticity === null ? '' : weightWords(weight.diagnosticity),
    ifFalseWords(line),
  ]
}

const scoreRows: readonly (readonly [
  'place' | 'against' | 'support' | 'unrated',
  (score: HypothesisScore) => string,
])[] = [
  ['place', ({ place }) => String(place)],
  ['against', ({ against }) => weightWords(against)],
  ['support', ({ support }) => weightWords(support)],
  ['unrated', ({ unrated }) => String(unrated)],
]

/**
 * The table of an inquiry as CSV: a row for each claim, most telling first, with a column of letters and one of reasons
 * for each hypothesis; then how the hypotheses stand, a row for each figure, its name in the first column.
 */
export const inquiryCsv = (view: InquiryView): string =>
  csvFile([
    [
      ...factColumns.map(name => say(`inquiries.csv.${name}`)),
      ...view.hypotheses.flatMap(({ name }) => [name, say('inquiries.csv.reason', { name })]),
    ],
    ...mostTellingFirst(claimLines(view)).map(line => [
      ...factsOf(line),
      ...line.ratings.flatMap(rating =>
        rating === null ? ['', ''] : [consistencyLetters[rating.consistency], rating.reason],
      ),
    ]),
    ...scoreRows.map(([name, words]) => [
      say(`inquiries.csv.${name}`),
      ...factColumns.slice(1).map(() => ''),
      ...view.weighing.scores.flatMap(score => [words(score), '']),
    ]),
  ])
