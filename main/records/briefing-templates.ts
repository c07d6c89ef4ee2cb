import type { FirstTemplate } from '../../shared/contract/briefings.ts'
import type { BlockKind, BriefingBlock } from '../../shared/model/briefing-block.ts'
import { blockId } from '../../shared/model/id.ts'
import { blankBlock } from '../../shared/rules/briefing/blank-block.ts'
import { newId } from './new-id.ts'

const kinds: Record<FirstTemplate, BlockKind[]> = {
  flash: ['bottom line', 'key judgements', 'scale key', 'sources', 'endnotes'],
  brief: [
    'bottom line',
    'key judgements',
    'prose',
    'matrix',
    'conflicts',
    'heat map',
    'scale key',
    'sources',
    'endnotes',
  ],
  dossier: [
    'bottom line',
    'key judgements',
    'prose',
    'timeline',
    'matrix',
    'conflicts',
    'heat map',
    'register',
    'movers',
    'indicators',
    'gaps',
    'scale key',
    'sources',
    'changes',
    'endnotes',
    'evidence annex',
  ],
}

/** The blocks of a new briefing: a flash for one decision, a brief for a meeting, a dossier for the file. */
export const templateBlocks = (template: FirstTemplate): BriefingBlock[] =>
  kinds[template].map(kind => blankBlock(kind, blockId.parse(newId())))
