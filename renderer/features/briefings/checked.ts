import { createContext } from 'react'
import type { TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { BriefingId } from '../../../shared/model/id.ts'

/** The briefing that is being composed, and what the tradecraft check found in it. */
export type Checked = { id: BriefingId; findings: readonly TradecraftFinding[] }

export const CheckedBriefing = createContext<Checked | null>(null)
