import type { InquiryView } from '../../../shared/contract/inquiries.ts'
import { byId } from '../../../shared/rules/groups.ts'
import {
  claimLines,
  claimName,
  consistencyLetters,
  inquiryFindings,
  mostTellingFirst,
  weightWords,
} from '../../../shared/rules/inquiry-findings.ts'
import { ifFalseWords } from '../../exporters/inquiry-csv.ts'
import { say } from '../../say.ts'
import { harmless, setRows } from '../table.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

/** `hypotheses CASE`: each inquiry with how its hypotheses stand, what each claim tells, and what the order rests on. */
export async function showHypotheses(place: Place, { file }: { file: string }): Promise<Answer> {
  await lookAt(place, file)
  const inquiries: InquiryView[] = []
  for (const { id } of await ask(place, 'inquiries.list', {}))
    inquiries.push(await ask(place, 'inquiries.read', { id }))
  const text = inquiries.map(view => inquiryText(view, place.width)).join('\n')
  return {
    document: { inquiries: inquiries.map(view => ({ ...view, findings: inquiryFindings(view) })) },
    text: text || `${say('cli.nothing')}\n`,
  }
}

/** Hypotheses are numbered in their order; the columns of the second table have these numbers for heads. */
function inquiryText(view: InquiryView, width: number): string {
  const scores = new Map(view.weighing.scores.map(score => [score.hypothesis, score]))
  const numberOf = (at: number) => `H${at + 1}`
  const hypotheses = view.hypotheses.map(({ id, name }, at) => {
    const score = scores.get(id)
    return score === undefined
      ? []
      : [numberOf(at), name, String(score.place), weightWords(score.against), weightWords(score.support)]
  })
  const claims = mostTellingFirst(claimLines(view)).map(line => [
    `${claimName(line.claim)} (${line.claim.sourceTitle || say('cli.notStated')})`,
    weightWords(line.weight.weight),
    line.weight.diagnosticity === null ? '' : weightWords(line.weight.diagnosticity),
    ifFalseWords(line),
    ...line.ratings.map(rating => (rating === null ? '·' : consistencyLetters[rating.consistency])),
  ])
  const standHeads = [say('cli.column.number'), ...(['hypothesis', 'place', 'against', 'support'] as const).map(head)]
  const claimHeads = [
    ...(['claim', 'weight', 'tells', 'ifFalse'] as const).map(head),
    ...view.hypotheses.map((_, at) => numberOf(at)),
  ]
  return [
    harmless(view.question),
    '',
    setRows(standHeads, [false, false, true, true, true], hypotheses, width),
    claims.length === 0 ? '' : setRows(claimHeads, [false, true, true, false], claims, width),
    ...findingLines(view),
    '',
  ].join('\n')
}

const head = (name: 'hypothesis' | 'claim' | 'weight' | 'tells' | 'ifFalse' | 'place' | 'against' | 'support') =>
  say(`inquiries.csv.${name}`)

function findingLines(view: InquiryView): string[] {
  const claims = byId(view.views)
  return inquiryFindings(view).map(({ kind, values, claims: about }) => {
    const named = about.flatMap(id => claims.get(id) ?? []).map(claimName)
    const sentence = say(`inquiries.finding.${kind}`, values)
    return harmless(named.length === 0 ? sentence : `${sentence} ${named.join('; ')}`)
  })
}
