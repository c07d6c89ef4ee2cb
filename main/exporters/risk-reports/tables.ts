import type { AssessmentView } from '../../../shared/contract/risks.ts'
import { rangeWords } from '../../../shared/rules/register/mover-words.ts'
import { say } from '../../say.ts'
import { impactWord } from '../figures.ts'
import { capitalised } from '../wording.ts'
import { cell, dayWords, headCell, levelCell, quiet, type ReportBlock, riskAnchor } from './pages.ts'
import type { ReportRisk } from './report-records.ts'

/** The word of a likelihood and its own range, which may be wider or narrower than the word's. */
export const likelihoodOf = (
  score: Pick<AssessmentView, 'likelihoodWord' | 'likelihoodLow' | 'likelihoodHigh'>,
): string => `${capitalised(score.likelihoodWord)}, ${rangeWords(score)}`

/** A line for each risk; the ref leads to where it is told in full. */
export const rankedTable = (risks: readonly ReportRisk[], told: ReadonlySet<string>): ReportBlock => ({
  kind: 'table',
  widths: [12, 51, 12, 30, 20, 22, 19],
  heads: (['ref', 'risk', 'level', 'likelihood', 'impact', 'strength', 'trend'] as const).map(head =>
    say(`briefing.register.${head}`),
  ),
  rows: risks.map(({ view, row }) => {
    const score = view.current ?? view.inherent
    const also = [
      view.status,
      view.category,
      view.kind === 'opportunity' ? say('riskReports.opportunity') : '',
      view.owner,
      row.due === null ? '' : `${say('riskReports.due').toLowerCase()} ${dayWords(row.due)}`,
      row.beyondAppetite ? say('riskReports.beyond') : '',
    ].filter(Boolean)
    return [
      cell({ words: view.ref, bold: true, ...(told.has(view.ref) ? { to: riskAnchor(view.ref) } : {}) }),
      headCell(
        view.title,
        ...(view.unsupported ? [{ words: ` ${say('briefing.unsupportedSign')}`, bold: true }] : []),
        quiet(`\n${also.join(' · ')}`),
      ),
      levelCell(score?.level ?? null),
      cell(score === null ? say('briefing.notScored') : likelihoodOf(score)),
      cell(score === null ? '' : impactWord(score)),
      cell(score === null ? '' : capitalised(score.strength)),
      cell(say(`briefing.trend.${view.trend}`)),
    ]
  }),
})
