import path from 'node:path'
import type { OutputOf } from '../../../shared/contract.ts'
import { Refused } from '../../../shared/outcome.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { fileNameOf } from '../../save-as.ts'
import { say } from '../../say.ts'
import type { ExportCommand, ExportedBriefing } from '../export-arguments.ts'
import type { ExportHost } from '../host.ts'
import { headlessHost } from '../print.ts'
import { type Answer, ask, lookAt, type Place } from '../verb.ts'

type Finding = OutputOf<'briefings.check'>[number]
type Listed = OutputOf<'briefings.list'>[number]
type BriefingCommand = Extract<ExportCommand, { briefing: unknown }>

const isOpen = ({ severity, answer }: Finding) => severity === 'error' && answer === null

/** `export CASE --check`: what the tradecraft check finds; the exit status is 1 while an error is open. */
export async function checkBriefing(
  place: Place,
  { file, check }: Extract<ExportCommand, { check: unknown }>,
): Promise<Answer> {
  await lookAt(place, file)
  const { id, title } = await chosen(place, check.name)
  const findings = await ask(place, 'briefings.check', { id })
  const open = findings.filter(isOpen).length
  const lines = findings.map(finding =>
    say('cli.finding', {
      state: finding.answer === null ? finding.severity : 'answered',
      rule: finding.rule,
      sentence: finding.sentence,
    }),
  )
  return {
    document: { case: path.resolve(file), briefing: title, findings, open },
    text: `${[...lines, say('cli.findings', { count: findings.length, open })].join('\n')}\n`,
    failed: open > 0,
  }
}

/** Where the briefing goes: named, or beside the caller under its own title. The case is open. */
export const placeOf = async (place: Place, { out, format, briefing }: BriefingCommand): Promise<string> =>
  out ?? fileNameOf((await chosen(place, briefing.name)).title, format)

/** Answers what is to be answered and exports; while an error is left, it is named with its rule and nothing is answered. */
export async function exportBriefing(
  place: Place,
  { format, briefing }: BriefingCommand,
  host: ExportHost,
): Promise<OutputOf<'briefings.export'>> {
  const { id, title } = await chosen(place, briefing.name)
  const answers = answersTo(await ask(place, 'briefings.check', { id }), briefing.answers)
  const wanted = { id, format, issue: !briefing.isDraft, attachments: briefing.attachments }
  const printing = format === 'pdf' ? await headlessHost() : null
  try {
    if (printing !== null) {
      place.progress(say('cli.printing', { title }))
      host.printWith(printing)
    }
    for (const answer of answers) await ask(place, 'briefings.answer', { id, ...answer })
    return await ask(place, 'briefings.export', wanted)
  } finally {
    await printing?.close()
  }
}

/** The findings that the reasons given are for. Throws `Refused` for a rule with none, and while an error is left. */
function answersTo(findings: readonly Finding[], reasons: ExportedBriefing['answers']) {
  const answers = reasons.flatMap(({ rule, reason }) => {
    const found = findings.filter(finding => finding.rule === rule && finding.answer === null)
    if (found.length === 0) throw new Refused(say('cli.nothingToAnswer', { rule }), 'invalid')
    return found.map(({ key }) => ({ finding: key, reason }))
  })
  const rules = new Set(reasons.map(({ rule }) => rule))
  const open = findings.filter(finding => isOpen(finding) && !rules.has(finding.rule))
  if (open.length === 0) return answers
  const lines = open.map(({ rule, sentence }) => say('cli.finding', { state: 'error', rule, sentence }))
  throw new Refused(`${say('cli.openErrors', { count: open.length })}\n${lines.join('\n')}`)
}

async function chosen(place: Place, name: string | undefined): Promise<Listed> {
  const briefings = await ask(place, 'briefings.list', {})
  const titles = briefings.map(({ title }) => quotedWords(title)).join(', ')
  const [first, second] = briefings
  if (!first) throw new Refused(say('cli.noBriefing'))
  if (name === undefined && second) throw new Refused(say('cli.whichBriefing', { titles }))
  const found = name === undefined ? first : briefings.find(({ id, title }) => title === name || id === name)
  if (!found) throw new Refused(say('cli.briefingUnknown', { name: name ?? '', titles }))
  return found
}
