import type { BriefingBlock } from '../../shared/model/briefing.ts'
import { emptyRichText } from '../../shared/model/rich-text.ts'

export type BriefingTemplate = 'flash' | 'brief' | 'dossier'

type Blocks = { [Kind in BriefingBlock['kind']]: Extract<BriefingBlock, { kind: Kind }> }

/** An empty heading stands for the name of the block. */
const blank: Blocks = {
  'bottom line': { kind: 'bottom line', document: emptyRichText },
  'key judgements': { kind: 'key judgements', judgements: [] },
  prose: { kind: 'prose', heading: '', document: emptyRichText },
  matrix: { kind: 'matrix', heading: '', categories: [] },
  conflicts: { kind: 'conflicts', heading: '' },
  'heat map': { kind: 'heat map', heading: '' },
  register: { kind: 'register', heading: '' },
  gaps: { kind: 'gaps', heading: '' },
  sources: { kind: 'sources', heading: '' },
  'scale key': { kind: 'scale key', heading: '' },
  endnotes: { kind: 'endnotes', heading: '' },
  'evidence annex': { kind: 'evidence annex', heading: '' },
}

const kinds: Record<BriefingTemplate, BriefingBlock['kind'][]> = {
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
    'matrix',
    'conflicts',
    'heat map',
    'register',
    'gaps',
    'scale key',
    'sources',
    'endnotes',
    'evidence annex',
  ],
}

/** The blocks of a new briefing: a flash for one decision, a brief for a meeting, a dossier for the file. */
export const templateBlocks = (template: BriefingTemplate): BriefingBlock[] =>
  kinds[template].map(kind => structuredClone(blank[kind]))
