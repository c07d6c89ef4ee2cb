import { type MatrixAxis, matrixAxis } from '../../shared/contract/matrix.ts'
import type { AsOf } from '../../shared/contract/risks.ts'
import type { PartialDate } from '../../shared/model/partial-date.ts'
import { type RecordName, recordName } from '../../shared/model/record-name.ts'
import { say } from '../say.ts'
import { dateIn, Misused, momentIn, numberIn, oneOf, parse, registerAsOf, type Values } from './argument-words.ts'
import { type ExportCommand, exportCommand } from './export-arguments.ts'

export const listed = ['sources', 'excerpts', 'terms', 'claims', 'positions', 'risks', 'notes', 'resemblances'] as const
export type Listed = (typeof listed)[number]

/** What of the matrix is shown: of today where a date is null. */
export type MatrixShown =
  | { what: 'grid'; axis: MatrixAxis; asOf: PartialDate | null }
  | { what: 'changes'; from: PartialDate; to: PartialDate | null }
  | { what: 'coverage'; asOf: PartialDate | null }
  | { what: 'term'; ref: string }

/** What of the register is shown: as it stands where the moment is null. */
export type RisksShown =
  | { what: 'register' | 'map'; asOf: AsOf }
  | { what: 'movers'; since: NonNullable<AsOf>; until: AsOf }
  | { what: 'risk'; ref: string }

const sheetKinds = ['matrix', 'terms', 'records'] as const
export type SheetKind = (typeof sheetKinds)[number]

/** Whose history: of the case, of one record, or what one command did. */
export type HistoryOf = { record: RecordName; id: string } | { tx: number } | null

/** A register that is written to a file, or read from one by a mapping of the case, if one is named. */
export type RegisterExchange = { to: string } | { from: string; mapping: string | undefined; dryRun: boolean }

/** What was asked for, checked. Paths are as typed. */
export type Command =
  | { verb: 'new' | 'conflicts' | 'hypotheses' | 'info'; file: string }
  | { verb: 'seal' | 'unseal' | 'passphrase'; file: string }
  | { verb: 'risks'; file: string; shown: RisksShown }
  | { verb: 'risks'; file: string; exchange: RegisterExchange }
  | { verb: 'check'; file: string; repair: boolean }
  | { verb: 'backup'; file: string; out: string | undefined }
  | { verb: 'restore'; file: string; backup: string }
  | { verb: 'recover'; file: string; out: string }
  | { verb: 'sample'; file: string; originals: string | undefined }
  | { verb: 'import'; file: string; files: string[] }
  | { verb: 'list'; file: string; of: Listed }
  | { verb: 'search'; file: string; query: string }
  | { verb: 'terms'; file: string; adopt: string[] }
  | {
      verb: 'read-in'
      file: string
      from: string
      as: SheetKind | undefined
      sheet: string | undefined
      preview: boolean
    }
  | { verb: 'matrix'; file: string; shown: MatrixShown }
  | { verb: 'history'; file: string; of: HistoryOf; limit: number }
  | { verb: 'as-of'; file: string; tx: number; out: string }
  | ExportCommand

export type Verb = Command['verb']

/** A command line that cannot be carried out, with a sentence that says why. */
export type Misuse = { misuse: string }

export type Asked = { command: Command; json: boolean } | { show: 'usage' | 'version' } | Misuse

/** The operands of each verb; `…` takes one or more. */
const operands: Record<Verb, string[]> = {
  new: ['CASE'],
  sample: ['CASE'],
  import: ['CASE', 'FILES…'],
  list: ['CASE', listed.join('|')],
  search: ['CASE', 'QUERY…'],
  terms: ['CASE'],
  'read-in': ['CASE', 'SHEET'],
  matrix: ['CASE'],
  conflicts: ['CASE'],
  risks: ['CASE'],
  hypotheses: ['CASE'],
  history: ['CASE'],
  'as-of': ['CASE', 'COMMAND'],
  export: ['CASE'],
  check: ['CASE'],
  backup: ['CASE'],
  restore: ['CASE', 'BACKUP'],
  recover: ['CASE'],
  seal: ['CASE'],
  unseal: ['CASE'],
  passphrase: ['CASE'],
  info: ['CASE'],
}

const general = ['json', 'help', 'version']
const own: Partial<Record<Verb, string[]>> = {
  sample: ['originals'],
  terms: ['adopt'],
  'read-in': ['as', 'sheet', 'preview'],
  matrix: ['by', 'axis', 'as-of', 'compare', 'coverage', 'term'],
  risks: ['as-of', 'recorded', 'map', 'movers', 'risk', 'export', 'import', 'mapping', 'dry-run'],
  history: ['record', 'command', 'limit'],
  'as-of': ['out'],
  export: [
    'format',
    'out',
    'briefing',
    'draft',
    'no-attachments',
    'answer',
    'check',
    'everything',
    'view',
    'as-of',
    'report',
    'risk',
    'since',
    'recorded',
  ],
  check: ['repair'],
  backup: ['out'],
  recover: ['out'],
}

/** Reads the words after `glossator`. */
export function readArguments(words: string[]): Asked {
  const verb = words.find(word => !word.startsWith('-')) ?? ''
  try {
    const { values, positionals } = parse(verb, words)
    if (values.help) return { show: 'usage' }
    if (values.version) return { show: 'version' }
    if (verb === '') throw new Misused(say('cli.noVerb'))
    if (!isVerb(verb)) throw new Misused(say('cli.unknownVerb', { verb }))
    const foreign = Object.keys(values).find(option => !general.includes(option) && !own[verb]?.includes(option))
    if (foreign) throw new Misused(say('cli.foreignOption', { verb, option: `--${foreign}` }))
    return {
      command: commandOf(verb, checkedOperands(verb, positionals.slice(1), values), values),
      json: values.json ?? false,
    }
  } catch (error) {
    if (error instanceof Misused) return { misuse: error.message }
    throw error
  }
}

const isVerb = (word: string): word is Verb => Object.hasOwn(operands, word)

function checkedOperands(verb: Verb, given: string[], { compare }: Values): string[] {
  // The second of two days to compare is an operand, which may be left out.
  const wanted = compare !== undefined && given.length > 1 ? [...operands[verb], 'DATE'] : operands[verb]
  const missing = wanted[given.length]
  if (missing !== undefined) throw new Misused(say('cli.missing', { verb, operand: missing.replace('…', '') }))
  const extra = given[wanted.length]
  if (extra !== undefined && !wanted.at(-1)?.endsWith('…'))
    throw new Misused(say('cli.tooMany', { verb, operand: extra }))
  return given
}

function commandOf(verb: Verb, [file = '', ...rest]: string[], values: Values): Command {
  switch (verb) {
    case 'sample':
      return { verb, file, originals: values.originals }
    case 'import':
      return { verb, file, files: rest }
    case 'list':
      return { verb, file, of: oneOf(verb, listed, rest[0] ?? '') }
    case 'terms':
      return { verb, file, adopt: values.adopt ?? [] }
    case 'read-in':
      return {
        verb,
        file,
        from: rest[0] ?? '',
        as: values.as === undefined ? undefined : oneOf(verb, sheetKinds, values.as),
        sheet: values.sheet,
        preview: values.preview ?? false,
      }
    case 'search':
      return { verb, file, query: rest.join(' ') }
    case 'matrix':
      return { verb, file, shown: matrixShown(values, rest[0]) }
    case 'risks':
      return registerExchange(file, values) ?? { verb, file, shown: risksShown(values) }
    case 'history':
      return { verb, file, of: historyOf(values), limit: numberIn(verb, '--limit', values.limit ?? '50', 1000) }
    case 'as-of':
      if (values.out === undefined) throw new Misused(say('cli.optionMissing', { verb, option: '-o OUT' }))
      return { verb, file, tx: numberIn(verb, 'COMMAND', rest[0] ?? ''), out: values.out }
    case 'export':
      return exportCommand(file, values)
    case 'check':
      return { verb, file, repair: values.repair ?? false }
    case 'backup':
      return { verb, file, out: values.out }
    case 'restore':
      return { verb, file, backup: rest[0] ?? '' }
    case 'recover':
      if (values.out === undefined) throw new Misused(say('cli.optionMissing', { verb, option: '-o OUT' }))
      return { verb, file, out: values.out }
    default:
      return { verb, file }
  }
}

/** One of the four at a time. `--by` is what `--axis` was called before there were three. */
function matrixShown(values: Values, to: string | undefined): MatrixShown {
  const verb = 'matrix'
  const { by, axis = by, 'as-of': asOf, compare, coverage, term } = values
  const asked = { '--axis': axis, '--compare': compare, '--coverage': coverage, '--term': term }
  const [one, other] = Object.entries(asked).flatMap(([option, value]) => (value === undefined ? [] : [option]))
  if (one !== undefined && other !== undefined) throw new Misused(say('cli.notTogether', { verb, one, other }))
  if (asOf !== undefined && (compare !== undefined || term !== undefined))
    throw new Misused(say('cli.notTogether', { verb, one: one ?? '', other: '--as-of' }))
  if (term !== undefined) return { what: 'term', ref: term }
  const day = dateIn(verb, '--as-of', asOf)
  if (coverage) return { what: 'coverage', asOf: day }
  const from = dateIn(verb, '--compare', compare)
  if (from !== null) return { what: 'changes', from, to: dateIn(verb, '--compare', to) }
  return { what: 'grid', axis: oneOf(verb, matrixAxis.options, axis ?? 'sources'), asOf: day }
}

/** One of the four at a time. */
function risksShown(values: Values): RisksShown {
  const verb = 'risks'
  const { map, movers, risk } = values
  const asked = { '--map': map, '--movers': movers, '--risk': risk }
  const [one, other] = Object.entries(asked).flatMap(([option, value]) => (value === undefined ? [] : [option]))
  if (one !== undefined && other !== undefined) throw new Misused(say('cli.notTogether', { verb, one, other }))
  const asOf = registerAsOf(verb, values)
  if (risk !== undefined && asOf !== null)
    throw new Misused(say('cli.notTogether', { verb, one: '--risk', other: '--as-of' }))
  if (risk !== undefined) return { what: 'risk', ref: risk }
  if (movers !== undefined) return { what: 'movers', since: momentIn(verb, '--movers', movers), until: asOf }
  return { what: map ? 'map' : 'register', asOf }
}

/** `--export FILE` or `--import FILE`; null where the register is only shown. */
function registerExchange(file: string, values: Values): Command | null {
  const verb = 'risks'
  const { export: to, import: from, mapping, 'dry-run': dryRun = false } = values
  if (to === undefined && from === undefined) {
    const lone = mapping === undefined ? (dryRun ? '--dry-run' : null) : '--mapping'
    if (lone !== null) throw new Misused(say('cli.optionMissing', { verb, option: '--import FILE' }))
    return null
  }
  const one = to === undefined ? '--import' : '--export'
  const shown = ['as-of', 'recorded', 'map', 'movers', 'risk'] as const
  const withImport = from === undefined ? (['mapping', 'dry-run'] as const) : []
  const other = [...shown, ...withImport].find(option => values[option] !== undefined)
  if (to !== undefined && from !== undefined)
    throw new Misused(say('cli.notTogether', { verb, one, other: '--import' }))
  if (other !== undefined) throw new Misused(say('cli.notTogether', { verb, one, other: `--${other}` }))
  if (to !== undefined) return { verb, file, exchange: { to } }
  return { verb, file, exchange: { from: from ?? '', mapping, dryRun } }
}

function historyOf({ record, command }: Values): HistoryOf {
  const verb = 'history'
  if (command !== undefined && record !== undefined) throw new Misused(say('cli.recordOrCommand'))
  if (command !== undefined) return { tx: numberIn(verb, '--command', command) }
  if (record === undefined) return null
  const [kind = '', ...id] = record.split(':')
  return { record: oneOf(verb, recordName.options, kind), id: id.join(':') }
}
