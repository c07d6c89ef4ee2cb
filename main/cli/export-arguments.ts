import { type BriefingFormat, briefingFormat } from '../../shared/contract/briefings.ts'
import { type ExportView, exportView, type MatrixFormat, matrixFormat } from '../../shared/contract/exports.ts'
import {
  type RiskReportFormat,
  type RiskReportKind,
  riskReportFormat,
  riskReportKind,
} from '../../shared/contract/risk-reports.ts'
import type { AsOf } from '../../shared/contract/risks.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import { say } from '../say.ts'
import { dateIn, Misused, momentIn, oneOf, registerAsOf, type Values } from './argument-words.ts'

const exportFormats = ['pdf', 'csv', 'json', 'excerpts', 'w3c', 'xlsx', 'docx', 'html', 'md'] as const

/** Which report of the register, and of which risk or moments. */
export type ExportedReport = { kind: RiskReportKind; risk: string | null; since: AsOf; asOf: AsOf }

/** Which view of the matrix is exported, and of which day; null: all views, and today. */
export type ExportedMatrix = { view: ExportView | null; asOf: PartialDate | null }

/** Which briefing, by its title or id (undefined: the only one), and how it goes out. */
export type ExportedBriefing = {
  name: string | undefined
  isDraft: boolean
  attachments: boolean
  /** Why open findings of a rule may stand. */
  answers: { rule: string; reason: string }[]
}

/** What is exported, and where to; a briefing without a place goes beside the caller under its own title. */
export type ExportCommand =
  | { verb: 'export'; file: string; format: Plain; out: string }
  | { verb: 'export'; file: string; format: MatrixFormat; out: string; matrix: ExportedMatrix }
  | { verb: 'export'; file: string; format: RiskReportFormat; out: string; report: ExportedReport }
  | { verb: 'export'; file: string; format: BriefingFormat; out: string | undefined; briefing: ExportedBriefing }
  | { verb: 'export'; file: string; check: Pick<ExportedBriefing, 'name'> }
  | { verb: 'export'; file: string; everything: string }
const plain = ['csv', 'json', 'excerpts', 'w3c'] as const
type Plain = (typeof plain)[number]

const verb = 'export'
const missing = (option: string) => new Misused(say('cli.optionMissing', { verb, option }))
const ofBriefings = ['briefing', 'draft', 'no-attachments', 'answer', 'check'] as const
const ofReports = ['risk', 'since', 'recorded'] as const
const ofMatrices = ['view', 'as-of'] as const

type Option = (typeof ofBriefings | typeof ofReports | typeof ofMatrices)[number]

/** The first of these options that was given. */
const given = (values: Values, options: readonly Option[]): Option | undefined =>
  options.find(option => values[option] !== undefined)

/** Reads what follows `export CASE`. @throws Misused */
export function exportCommand(file: string, values: Values): ExportCommand {
  const { format, out, report } = values
  if (values.check) return checked(file, values)
  if (values.everything !== undefined) return everythingOf(file, values.everything, values)
  if (format === undefined) throw missing('--format')
  const briefing = given(values, ofBriefings)
  if (report !== undefined) return reportOf(file, oneOf(verb, riskReportKind.options, report), values)
  const known = oneOf(verb, exportFormats, format)
  const alone = given(values, ofReports)
  if (alone !== undefined) throw new Misused(say('cli.onlyReport', { option: `--${alone}` }))
  const ofMatrix = given(values, ofMatrices)
  if (briefing !== undefined && ofMatrix !== undefined)
    throw new Misused(say('cli.notTogether', { verb, one: `--${briefing}`, other: `--${ofMatrix}` }))
  // A Word document without a briefing is the matrix; a page, a PDF or Markdown without a view is a briefing.
  const isBriefing = briefing !== undefined || known === 'html' || known === 'md' || (known === 'pdf' && !ofMatrix)
  if (isBriefing) return briefingOf(file, known, values)
  if (out === undefined) throw missing('-o OUT')
  const matrix = matrixFormat.safeParse(known).data
  const isMatrix = known === 'xlsx' || known === 'docx' || ofMatrix !== undefined
  if (!isMatrix) return { verb, file, format: oneOf(verb, plain, known), out }
  if (matrix === undefined) throw new Misused(say('cli.noView', { format: known }))
  const view = values.view === undefined ? null : oneOf(verb, exportView.options, values.view)
  return { verb, file, format: matrix, out, matrix: { view, asOf: dateIn(verb, '--as-of', values['as-of']) } }
}

function checked(file: string, values: Values): ExportCommand {
  const other = given(values, [...ofReports, ...ofMatrices, 'draft', 'no-attachments', 'answer'])
  if (other !== undefined) throw new Misused(say('cli.notTogether', { verb, one: '--check', other: `--${other}` }))
  return { verb, file, check: { name: values.briefing } }
}

function everythingOf(file: string, everything: string, values: Values): ExportCommand {
  const other = (['format', 'out', 'report', ...ofReports, ...ofMatrices, ...ofBriefings] as const).find(
    option => values[option] !== undefined,
  )
  if (other !== undefined) throw new Misused(say('cli.notTogether', { verb, one: '--everything', other: `--${other}` }))
  return { verb, file, everything }
}

function briefingOf(file: string, known: string, values: Values): ExportCommand {
  const { out, briefing: name } = values
  const format = briefingFormat.safeParse(known).data
  if (format === undefined) throw new Misused(say('cli.briefingFormats'))
  if (out === undefined && name === undefined) throw missing('-o OUT')
  const answers = (values.answer ?? []).map(answer => {
    const [rule = '', ...reason] = answer.split('=')
    const words = reason.join('=').trim()
    if (rule.trim() === '' || words === '') throw new Misused(say('cli.answerForm', { answer }))
    return { rule: rule.trim(), reason: words }
  })
  const attachments = values['no-attachments'] !== true
  return { verb, file, format, out, briefing: { name, isDraft: values.draft ?? false, attachments, answers } }
}

function reportOf(file: string, kind: RiskReportKind, values: Values): ExportCommand {
  const { format = '', out, risk, since } = values
  if (out === undefined) throw missing('-o OUT')
  const foreign = given(values, ['view', ...ofBriefings])
  if (foreign !== undefined) throw new Misused(say('cli.notTogether', { verb, one: '--report', other: `--${foreign}` }))
  if (kind === 'dossier' && risk === undefined)
    throw new Misused(say('cli.optionMissing', { verb, option: '--risk REF' }))
  const report = {
    kind,
    risk: risk ?? null,
    since: since === undefined ? null : momentIn(verb, '--since', since),
    asOf: registerAsOf(verb, values),
  }
  return { verb, file, format: oneOf(verb, riskReportFormat.options, format), out, report }
}
