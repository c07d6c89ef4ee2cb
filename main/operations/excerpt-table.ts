import type { AtDesk, Reading } from '../operation.ts'

const missing = (): never => {
  throw new Error('not built yet')
}

export const find: Reading<'excerpts.find'> = missing
export const findIds: Reading<'excerpts.findIds'> = missing
export const cooccurrence: Reading<'excerpts.cooccurrence'> = missing
export const save: AtDesk<'excerpts.save'> = missing
