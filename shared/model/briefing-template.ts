import * as z from 'zod'
import { briefingBlock } from './briefing-block.ts'
import { briefingTemplateId } from './id.ts'
import { line, stamps } from './record.ts'

/** The plan of a briefing under a name of its own: its blocks with their filters and headings, without judgements. */
export const briefingTemplate = z.object({
  id: briefingTemplateId,
  name: line.min(1),
  numbered: z.boolean(),
  contents: z.boolean(),
  blocks: z.array(briefingBlock),
  ...stamps,
})
export type BriefingTemplate = z.infer<typeof briefingTemplate>
