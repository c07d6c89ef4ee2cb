import type { BlockId, JudgementId } from '../../../shared/model/id.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'

/** A part of the briefing: its cover, or a block. */
export type Part = BlockId | 'cover'

/** What to bring before the analyst; a new object asks again. */
export type Aim = {
  part: Part
  judgement: JudgementId | null
  /** A stretch of the block's own words, UTF-16 code units of its plain text. */
  range: TextRange | null
  /** Opens it among the blocks, and takes the keyboard there. */
  edit: boolean
  /** Brings it into view among the pages. */
  show: boolean
}
