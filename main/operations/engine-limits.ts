import { done } from '../../shared/outcome.ts'
import { degradedSentences } from '../exporters/pdf/engine.ts'
import type { AtDesk } from '../operation.ts'

/** Known before anything is printed: it follows from the engine alone. */
export const limits: AtDesk<'briefings.limits'> = async ({ host }) =>
  done({ degraded: degradedSentences(await host.engine()) })
