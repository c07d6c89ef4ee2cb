import type { Claim } from '../../../../shared/model/claim.ts'
import type { LineageId } from '../../../../shared/model/id.ts'
import type { Term } from '../../../../shared/model/term.ts'
import type { TypedValue } from '../../../../shared/model/typed-value.ts'
import type { DatedClaim } from '../../../../shared/rules/verdict.ts'
import { claimWith, day, idOf } from '../../../support/records.ts'

/** What one of two claims says. Without another day it speaks of 11 March 2025; `asOf: ''` leaves it undated. */
export type Says = Partial<Omit<Claim, 'asOf' | 'lineage' | 'party'>> & {
  asOf?: string
  published?: string
  party?: 'US' | 'Ukraine'
  /** The origin that the claim relays, and the one that its source relays. */
  relays?: 'wire' | 'leak'
  sourceRelays?: 'wire' | 'leak'
}

/** `conflict value: 10 points`: the relation, the kind where there is one, and the size where there is one. */
export type Pair = [name: string, one: Says, other: Says, verdict: string, term?: Partial<Term>]

export const percent = (low: number, high = low): TypedValue => ({ type: 'percent', low, high })
export const dollars = (low: number, high = low): TypedValue => ({ type: 'money', low, high, currency: 'USD' })
export const euros = (low: number): TypedValue => ({ type: 'money', low, high: low, currency: 'EUR' })
export const quantity = (low: number, unit: string): TypedValue => ({ type: 'quantity', low, high: low, unit })
export const lasting = (
  low: number,
  unit: Extract<TypedValue, { type: 'duration' }>['unit'],
  high = low,
): TypedValue => ({ type: 'duration', low, high, unit })
export const on = (date: string): TypedValue => ({ type: 'date', date: day(date) })
export const holds = (answer: boolean): TypedValue => ({ type: 'boolean', holds: answer })
export const option = (words: string): TypedValue => ({ type: 'one-of', option: words })
export const listed = (...options: string[]): TypedValue => ({ type: 'many-of', options })
export const text = (words: string): TypedValue => ({ type: 'text', text: words })
export const clause = (words: string): TypedValue => ({ type: 'clause', text: words })

const lineageOf = (relayed: 'wire' | 'leak' | undefined): LineageId | null =>
  relayed === undefined ? null : idOf<LineageId>(relayed === 'wire' ? 801 : 802)

/** The claim of a source of the same number. `rename` gives every id another number. */
export const asDated = (says: Says, number: number, rename = (id: number) => id): DatedClaim => {
  const { asOf = '2025-03-11', published, party, relays, sourceRelays, ...more } = says
  return {
    claim: claimWith(rename(number), {
      ...more,
      source: idOf(rename(500 + number)),
      asOf: asOf === '' ? null : day(asOf),
      party: party === undefined ? null : idOf(rename(party === 'US' ? 901 : 902)),
      lineage: lineageOf(relays),
    }),
    date: published === undefined ? null : day(published),
    lineage: lineageOf(sourceRelays),
  }
}
