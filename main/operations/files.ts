import { done } from '../../shared/outcome.ts'
import { addSlice, dropSlices } from '../arrivals.ts'
import type { AtDesk } from '../operation.ts'

export const add: AtDesk<'files.add'> = (desk, { upload, bytes }) =>
  done({ upload: addSlice(desk.needCase(), upload, bytes) })

export const drop: AtDesk<'files.drop'> = (desk, { upload }) => {
  dropSlices(desk.needCase(), upload)
  return done(null)
}
