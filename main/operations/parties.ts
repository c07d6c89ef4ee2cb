import { logged, type Reading, type Writing } from '../operation.ts'
import { redetect, termsOf } from '../records/detection.ts'
import { nextSequence } from '../records/refs.ts'
import { parties } from '../records/tables.ts'
import { say } from '../say.ts'

export const list: Reading<'parties.list'> = db => parties.all(db)

export const create: Writing<'parties.create'> = (db, draft) => {
  const party = parties.create(db, { ...draft, sequence: nextSequence(db, 'party') })
  return logged(say('log.partyAdded', { title: draft.name }), party)
}

export const update: Writing<'parties.update'> = (db, { id, patch }) => {
  const { name } = parties.update(db, id, patch)
  return logged(say('log.partyChanged', { title: name }), null)
}

/** Claims of the party stay, as nobody's position; its own assessed positions go with it. */
export const remove: Writing<'parties.remove'> = (db, { id }) => {
  const { name } = parties.need(db, id)
  const touched = termsOf(db, 'party = ?', [id])
  parties.remove(db, id)
  redetect(db, touched)
  return logged(say('log.partyRemoved', { title: name }), null)
}
