import type { BlockKind, BriefingBlock } from '../../model/briefing-block.ts'
import type { BlockId, JudgementId } from '../../model/id.ts'
import type { Judgement } from '../../model/judgement.ts'
import { emptyRichText } from '../../model/rich-text.ts'

type Blank = { [Kind in BlockKind]: Omit<Extract<BriefingBlock, { kind: Kind }>, 'id' | 'heading' | 'marking'> }

const blank: Blank = {
  'bottom line': { kind: 'bottom line', document: emptyRichText },
  'key judgements': { kind: 'key judgements', judgements: [] },
  prose: { kind: 'prose', document: emptyRichText },
  matrix: { kind: 'matrix', caption: '', categories: [], axis: 'sources', asOf: null },
  conflicts: { kind: 'conflicts', categories: [], states: [], differences: true },
  'heat map': { kind: 'heat map', caption: '', categories: [], arrows: true },
  register: { kind: 'register', caption: '', categories: [], form: 'full', most: null },
  movers: { kind: 'movers', categories: [], since: null },
  timeline: { kind: 'timeline', caption: '', categories: [], from: null, to: null },
  indicators: { kind: 'indicators', caption: '', categories: [], states: [] },
  gaps: { kind: 'gaps', caption: '', categories: [] },
  sources: { kind: 'sources', statement: null, scope: 'all' },
  'scale key': { kind: 'scale key' },
  endnotes: { kind: 'endnotes', style: 'descriptor' },
  'evidence annex': { kind: 'evidence annex' },
  changes: { kind: 'changes' },
}

/** A new part of a briefing: it shows all there is, under the name of its kind, marked as the whole. */
export const blankBlock = <Kind extends BlockKind>(kind: Kind, id: BlockId): Extract<BriefingBlock, { kind: Kind }> =>
  ({ ...blank[kind], id, heading: '', marking: '' }) as unknown as Extract<BriefingBlock, { kind: Kind }>

/** A new judgement: its words alone. */
export const blankJudgement = (id: JudgementId, text: string): Judgement => ({
  id,
  text,
  likelihood: null,
  confidence: null,
  confidenceBasis: '',
  alternative: '',
  marking: '',
  excerpts: [],
})
