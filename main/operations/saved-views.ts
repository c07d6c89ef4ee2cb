import { logged, type Reading, type Writing } from '../operation.ts'
import { savedViews } from '../records/tables.ts'
import { say } from '../say.ts'

export const list: Reading<'savedViews.list'> = (db, { screen }) => savedViews.all(db, 'screen = ?', [screen])

export const create: Writing<'savedViews.create'> = (db, draft) => {
  const sequence = savedViews.count(db, 'screen = ?', [draft.screen])
  return logged(say('log.viewAdded', { title: draft.name }), savedViews.create(db, { ...draft, sequence }))
}

export const update: Writing<'savedViews.update'> = (db, { id, patch }) =>
  logged(say('log.viewChanged', { title: savedViews.update(db, id, patch).name }), null)

export const remove: Writing<'savedViews.remove'> = (db, { id }) => {
  const { name } = savedViews.need(db, id)
  savedViews.remove(db, id)
  return logged(say('log.viewRemoved', { title: name }), null)
}
