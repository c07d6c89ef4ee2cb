import { z } from 'zod'
import { marking } from './briefing.ts'
import { instant, line } from './record.ts'

/** What the case says of itself: one row. */
export const caseInfo = z.object({ name: line.min(1), analyst: line, marking, created: instant })
export type CaseInfo = z.infer<typeof caseInfo>
