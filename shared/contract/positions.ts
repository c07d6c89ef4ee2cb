import { z } from 'zod'
import { positionId, termId } from '../model/id.ts'
import { position } from '../model/position.ts'
import { line } from '../model/record.ts'
import { read, write } from './operation.ts'

export const positionOperations = {
  'positions.list': read(z.strictObject({ term: termId.optional() }), z.array(position.extend({ words: line })), [
    'position',
    'term',
  ]),
  'positions.create': write(position.omit({ id: true, created: true, updated: true }).strict(), position),
  'positions.update': write(
    z.strictObject({
      id: positionId,
      patch: position.omit({ id: true, created: true, updated: true }).partial().strict(),
    }),
    z.null(),
  ),
  'positions.remove': write(z.strictObject({ id: positionId }), z.null()),
}
