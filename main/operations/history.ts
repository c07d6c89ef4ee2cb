import type { AtDesk, Reading } from '../operation.ts'
import { latestTransactions } from '../records/log.ts'

export const list: Reading<'history.list'> = (db, { limit }) => latestTransactions(db, limit)

export const undo: AtDesk<'history.undo'> = desk => desk.needCase().undo()

export const redo: AtDesk<'history.redo'> = desk => desk.needCase().redo()
