import { done } from '../../shared/outcome.ts'
import type { AtDesk } from '../operation.ts'

export const cancel: AtDesk<'task.cancel'> = (desk, { task }) => {
  desk.tasks.cancel(task)
  return done(null)
}
