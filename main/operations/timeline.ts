import type { Reading } from '../operation.ts'

export const read: Reading<'timeline.read'> = () => {
  throw new Error('not built yet')
}
