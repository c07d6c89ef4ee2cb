import { logged, type Reading, type Writing } from '../operation.ts'
import { redetect } from '../records/detection.ts'
import { nextRef, nextSequence } from '../records/refs.ts'
import { terms } from '../records/tables.ts'
import { say } from '../say.ts'

export const list: Reading<'terms.list'> = db => terms.all(db)

export const create: Writing<'terms.create'> = (db, draft) => {
  const ref = nextRef(db, 'term', 'T')
  return logged(say('log.termAdded', { ref }), terms.create(db, { ...draft, ref, sequence: nextSequence(db, 'term') }))
}

export const update: Writing<'terms.update'> = (db, { id, patch }) => {
  const { ref } = terms.update(db, id, patch)
  redetect(db, [id])
  return logged(say('log.termChanged', { ref }), null)
}

/** Its claims, positions and conflicts go with it. */
export const remove: Writing<'terms.remove'> = (db, { id }) => {
  const { ref } = terms.need(db, id)
  terms.remove(db, id)
  return logged(say('log.termRemoved', { ref }), null)
}
