import { z } from 'zod'
import { partyId, termId } from '../model/id.ts'
import { party } from '../model/party.ts'
import { term } from '../model/term.ts'
import { read, write } from './operation.ts'

const nothing = z.strictObject({})

export const termOperations = {
  'terms.list': read(nothing, z.array(term), ['term']),
  /** The ref and the sequence are given by the case. */
  'terms.create': write(
    term.omit({ id: true, ref: true, sequence: true, created: true, updated: true }).strict(),
    term,
  ),
  'terms.update': write(
    z.strictObject({
      id: termId,
      patch: term.omit({ id: true, ref: true, created: true, updated: true }).partial().strict(),
    }),
    z.null(),
  ),
  'terms.remove': write(z.strictObject({ id: termId }), z.null()),
  'parties.list': read(nothing, z.array(party), ['party']),
  'parties.create': write(party.pick({ name: true, shortName: true }).strict(), party),
  'parties.update': write(
    z.strictObject({ id: partyId, patch: party.pick({ name: true, shortName: true }).partial().strict() }),
    z.null(),
  ),
  'parties.remove': write(z.strictObject({ id: partyId }), z.null()),
}
