import { labels } from '../../shared/messages/labels.ts'
import { valueWords } from '../../shared/rules/words.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { positions, terms } from '../records/tables.ts'

export const list: Reading<'positions.list'> = (db, { term }) =>
  (term ? positions.all(db, 'term = ?', [term]) : positions.all(db)).map(position => ({
    ...position,
    words: valueWords(position),
  }))

export const create: Writing<'positions.create'> = (db, draft) => {
  const { ref } = terms.need(db, draft.term)
  return logged(labels.positionAdded(ref), positions.create(db, draft))
}

export const update: Writing<'positions.update'> = (db, { id, patch }) => {
  const { term } = positions.update(db, id, patch)
  return logged(labels.positionChanged(terms.need(db, term).ref), null)
}

export const remove: Writing<'positions.remove'> = (db, { id }) => {
  const { term } = positions.need(db, id)
  positions.remove(db, id)
  return logged(labels.positionRemoved(terms.need(db, term).ref), null)
}
