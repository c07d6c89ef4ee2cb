import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { AsOf } from '../../shared/contract/risks.ts'
import { type PartialDate, partialDate } from '../../shared/model/partial-date.ts'
import { say } from '../say.ts'

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  originals: { type: 'string' },
  by: { type: 'string' },
  axis: { type: 'string' },
  compare: { type: 'string' },
  coverage: { type: 'boolean' },
  term: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string', short: 'o' },
  briefing: { type: 'string' },
  draft: { type: 'boolean' },
  'no-attachments': { type: 'boolean' },
  answer: { type: 'string', multiple: true },
  check: { type: 'boolean' },
  view: { type: 'string' },
  everything: { type: 'string' },
  'as-of': { type: 'string' },
  recorded: { type: 'string' },
  map: { type: 'boolean' },
  movers: { type: 'string' },
  risk: { type: 'string' },
  report: { type: 'string' },
  since: { type: 'string' },
  repair: { type: 'boolean' },
  record: { type: 'string' },
  command: { type: 'string' },
  limit: { type: 'string' },
  adopt: { type: 'string', multiple: true },
  as: { type: 'string' },
  sheet: { type: 'string' },
  preview: { type: 'boolean' },
  export: { type: 'string' },
  import: { type: 'string' },
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const satisfies ParseArgsConfig['options']

/** A command line that cannot be carried out; the message says why. */
export class Misused extends Error {}

export function parse(verb: string, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Misused(say('cli.badOption', { verb, reason: error instanceof Error ? error.message : String(error) }))
  }
}

export type Values = ReturnType<typeof parse>['values']

const isInstant = (given: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(given)
const isDay = (given: string) => /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(`${given}T00:00:00Z`))

/** A day by which things are dated, or an instant by which they were recorded. */
export function momentIn(verb: string, what: string, given: string): NonNullable<AsOf> {
  if (isInstant(given)) return { recorded: given }
  if (!isDay(given)) throw new Misused(say('cli.notAMoment', { verb, what, given }))
  return { dated: given }
}

/** By `--as-of` what is dated by a day, by `--recorded` what the register said at its end, or at an instant. */
export function registerAsOf(verb: string, { 'as-of': dated, recorded }: Values): AsOf {
  if (dated !== undefined && recorded !== undefined)
    throw new Misused(say('cli.notTogether', { verb, one: '--as-of', other: '--recorded' }))
  if (dated !== undefined) return momentIn(verb, '--as-of', dated)
  if (recorded === undefined) return null
  const moment = momentIn(verb, '--recorded', recorded)
  return 'dated' in moment ? { recorded: `${moment.dated}T23:59:59.999Z` } : moment
}

export function dateIn(verb: string, what: string, given: string | undefined): PartialDate | null {
  if (given === undefined) return null
  const { data } = partialDate.safeParse(given)
  if (data === undefined) throw new Misused(say('cli.notADate', { verb, what, given }))
  return data
}

export function numberIn(verb: string, what: string, given: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = /^\d+$/.test(given) ? Number(given) : 0
  if (number < 1 || number > most) throw new Misused(say('cli.notANumber', { verb, what, given }))
  return number
}

export function oneOf<Word extends string>(verb: string, allowed: readonly Word[], given: string): Word {
  const word = allowed.find(known => known === given)
  if (word === undefined) throw new Misused(say('cli.notOneOf', { verb, given, allowed: allowed.join(', ') }))
  return word
}
