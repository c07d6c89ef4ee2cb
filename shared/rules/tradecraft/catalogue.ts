/** Where a rule comes from. The tradecraft standards are those of ICD 203 (2 January 2015), D.6.e, by their numbers. */
export type RuleSource =
  | 'standard 1'
  | 'standard 2'
  | 'standard 3'
  | 'standard 4'
  | 'standard 5'
  | 'standard 6'
  | 'timeliness'
  | 'citations'
  | 'statement'
  | 'marking'
  | 'house'

type Rule = { severity: 'error' | 'warning'; about: RuleFamily; source: RuleSource }

/** What a rule looks at. */
export type RuleFamily = 'frame' | 'wording' | 'sourcing' | 'judgement' | 'record' | 'marking' | 'reference'

/**
 * Every rule of the tradecraft check by its id. An error must be mended or answered before an export, a warning may
 * stand. Names, explanations and sentences stand in shared/messages/tradecraft.ts under the same ids.
 */
export const tradecraftRules = {
  'bottom-line': { severity: 'error', about: 'frame', source: 'standard 5' },
  'key-judgements': { severity: 'warning', about: 'frame', source: 'standard 3' },
  'cut-off': { severity: 'warning', about: 'frame', source: 'timeliness' },
  'future-cut-off': { severity: 'warning', about: 'frame', source: 'timeliness' },
  author: { severity: 'warning', about: 'frame', source: 'house' },
  'scale-key': { severity: 'warning', about: 'frame', source: 'standard 2' },
  'source-list': { severity: 'warning', about: 'frame', source: 'statement' },
  'empty-block': { severity: 'warning', about: 'frame', source: 'house' },

  'likelihood-with-confidence': { severity: 'error', about: 'wording', source: 'standard 2' },
  'off-scale': { severity: 'warning', about: 'wording', source: 'standard 2' },
  'two-likelihoods': { severity: 'warning', about: 'wording', source: 'standard 2' },
  'false-precision': { severity: 'warning', about: 'wording', source: 'standard 2' },
  'heading-likelihood': { severity: 'warning', about: 'wording', source: 'standard 2' },
  certainty: { severity: 'warning', about: 'wording', source: 'standard 2' },

  'vague-attribution': { severity: 'warning', about: 'sourcing', source: 'standard 1' },
  'uncited-judgement': { severity: 'warning', about: 'sourcing', source: 'citations' },
  misquote: { severity: 'error', about: 'sourcing', source: 'citations' },
  'uncited-quote': { severity: 'warning', about: 'sourcing', source: 'citations' },
  'missing-passage': { severity: 'error', about: 'sourcing', source: 'citations' },
  'quote-drift': { severity: 'error', about: 'sourcing', source: 'citations' },
  'quote-lost': { severity: 'error', about: 'sourcing', source: 'citations' },
  'after-cut-off': { severity: 'warning', about: 'sourcing', source: 'timeliness' },
  'source-statement': { severity: 'warning', about: 'sourcing', source: 'statement' },

  'no-evidence': { severity: 'error', about: 'judgement', source: 'citations' },
  'one-origin': { severity: 'warning', about: 'judgement', source: 'standard 1' },
  'circular-reporting': { severity: 'warning', about: 'judgement', source: 'standard 1' },
  'high-confidence': { severity: 'error', about: 'judgement', source: 'standard 2' },
  'other-likelihood': { severity: 'error', about: 'judgement', source: 'standard 2' },
  'no-likelihood': { severity: 'warning', about: 'judgement', source: 'standard 2' },
  forecast: { severity: 'warning', about: 'judgement', source: 'standard 2' },
  'no-horizon': { severity: 'warning', about: 'judgement', source: 'standard 2' },
  'no-confidence': { severity: 'warning', about: 'judgement', source: 'standard 2' },
  'confidence-basis': { severity: 'warning', about: 'judgement', source: 'standard 2' },
  'no-alternative': { severity: 'warning', about: 'judgement', source: 'standard 4' },

  figure: { severity: 'warning', about: 'record', source: 'standard 6' },
  'open-conflict': { severity: 'warning', about: 'record', source: 'standard 1' },
  'stale-position': { severity: 'warning', about: 'record', source: 'timeliness' },
  'unsupported-claims': { severity: 'warning', about: 'record', source: 'citations' },

  'marking-above': { severity: 'error', about: 'marking', source: 'marking' },
  'unknown-marking': { severity: 'error', about: 'marking', source: 'marking' },

  'lost-reference': { severity: 'warning', about: 'reference', source: 'house' },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof tradecraftRules

/** Whether an id is that of a rule of this version: answers outlive rules. */
export const isRule = (id: string): id is RuleId => Object.hasOwn(tradecraftRules, id)
