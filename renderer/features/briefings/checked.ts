import { createContext } from 'react'
import type { TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { BlockId, BriefingId } from '../../../shared/model/id.ts'

/** The briefing that is being composed, what the tradecraft check found in it, and how its pages show one of its blocks. */
export type Checked = { id: BriefingId; findings: readonly TradecraftFinding[]; show: (block: BlockId) => void }

export const CheckedBriefing = createContext<Checked | null>(null)
