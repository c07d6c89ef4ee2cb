import * as z from 'zod'
import { catalogueTerm } from '../model/catalogue.ts'
import { partyId, termId } from '../model/id.ts'
import { party } from '../model/party.ts'
import { line } from '../model/record.ts'
import { term } from '../model/term.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})

export const termOperations = {
  'terms.list': read(nothing, z.array(term), ['term']),
  /** The starter catalogue, each entry with the term of the case that asks it already. */
  'terms.catalogue': read(nothing, z.array(catalogueTerm.extend({ term: termId.nullable() })), ['term']),
  /** The ref and the sequence are given by the case. */
  'terms.create': write(
    term.omit({ id: true, ref: true, sequence: true, created: true, updated: true }).strict(),
    term,
  ),
  /** Takes entries of the catalogue into the case, by key and in its order. What the case asks already is not taken twice. */
  'terms.adopt': write(
    z.strictObject({ keys: z.array(line).min(1).max(1_000) }),
    z.object({ added: z.array(termId), known: z.array(termId) }),
  ),
  'terms.update': write(
    z.strictObject({
      id: termId,
      patch: term.omit({ id: true, ref: true, created: true, updated: true }).partial().strict(),
    }),
    z.null(),
  ),
  /** Puts terms in the order named, in the places that they hold together now: those not named stay where they are. */
  'terms.order': write(z.strictObject({ ids: z.array(termId).min(1).max(10_000) }), z.null()),
  /** Gives a category another name; where terms have that one already, both become one. Answers how many terms it took along. */
  'terms.renameCategory': write(z.strictObject({ from: line.min(1), to: line.min(1) }), z.int()),
  /** Makes a term that asks the same, behind the one it is a copy of and without claims. */
  'terms.duplicate': write(z.strictObject({ id: termId }), term),
  'terms.remove': write(z.strictObject({ id: termId }), z.null()),
  'parties.list': read(nothing, z.array(party), ['party']),
  'parties.create': write(party.pick({ name: true, shortName: true }).strict(), party),
  'parties.update': write(
    z.strictObject({ id: partyId, patch: party.pick({ name: true, shortName: true }).partial().strict() }),
    z.null(),
  ),
  'parties.remove': write(z.strictObject({ id: partyId }), z.null()),
}
