import { valueWords } from '../../shared/rules/words.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { positions, terms } from '../records/tables.ts'
import { say } from '../say.ts'

export const list: Reading<'positions.list'> = (db, { term }) =>
  (term ? positions.all(db, 'term = ?', [term]) : positions.all(db)).map(position => ({
    ...position,
    words: valueWords(position),
  }))

export const create: Writing<'positions.create'> = (db, draft) => {
  const { ref } = terms.need(db, draft.term)
  return logged(say('log.positionAdded', { ref }), positions.create(db, draft))
}

export const update: Writing<'positions.update'> = (db, { id, patch }) => {
  const { term } = positions.update(db, id, patch)
  return logged(say('log.positionChanged', { ref: terms.need(db, term).ref }), null)
}

export const remove: Writing<'positions.remove'> = (db, { id }) => {
  const { term } = positions.need(db, id)
  positions.remove(db, id)
  return logged(say('log.positionRemoved', { ref: terms.need(db, term).ref }), null)
}
