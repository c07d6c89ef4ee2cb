import type { TradecraftFinding } from '../../contract/briefings.ts'
import type { Briefing } from '../../model/briefing.ts'
import type { BriefingBlock } from '../../model/briefing-block.ts'
import type { BlockId, JudgementId } from '../../model/id.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { TextRange } from '../../model/text-version.ts'
import { clipped, type SentenceKey, sentence } from '../sentence.ts'
import { type RuleId, tradecraftRules } from './catalogue.ts'

/** What a quick fix needs that is not in the briefing: ids for what it adds. */
export type NewIds = { block: () => BlockId; judgement: () => JudgementId }

/** What a quick fix would do, in words, and the briefing once it is done. */
export type Mend = { words: string; mended: (briefing: Briefing, ids: NewIds) => Briefing }

/** A finding as a rule makes it: before answers are looked up, and with its fix as a function. */
export type Found = Omit<TradecraftFinding, 'fix' | 'answer'> & { mend: Mend | null }

type Where = { block?: BlockId | null; judgement?: JudgementId | null; range?: TextRange | null | undefined }

const longestKey = 1_000

/** Where the sentence has a key of its own, it is `tradecraft.found.RULE.variant`. */
export const found = (
  rule: RuleId,
  values: Readonly<Record<string, string>> = {},
  { block = null, judgement = null, range = null }: Where = {},
  mend: Mend | null = null,
  variant = '',
): Found => {
  const told = variant === '' ? rule : `${rule}.${variant}`
  const words = sentence(`tradecraft.found.${told}` as SentenceKey, values)
  return {
    // The range is no part of it: what is written before the words does not take an answer away.
    key: clipped([rule, block ?? '', judgement ?? '', words].join(' '), longestKey),
    rule,
    severity: tradecraftRules[rule].severity,
    sentence: words,
    place: { block, judgement, range },
    mend,
  }
}

/** Words as a finding quotes them: without the stop at their end, as its own sentence has one. */
export const short = (words: string): string => clipped(words.replace(/[.\s]+$/, ''), 120)

export const distinct = <Item>(items: Iterable<Item>): Item[] => [...new Set(items)]

/** The briefing with one block made anew. */
export const withBlock = (
  briefing: Briefing,
  id: BlockId,
  change: (block: BriefingBlock) => BriefingBlock,
): Briefing => ({ ...briefing, blocks: briefing.blocks.map(block => (block.id === id ? change(block) : block)) })

/** The briefing with one judgement of a block made anew. */
export const withJudgement = (
  briefing: Briefing,
  id: BlockId,
  judgement: JudgementId,
  change: (judgement: Judgement) => Judgement,
): Briefing =>
  withBlock(briefing, id, block =>
    block.kind === 'key judgements'
      ? { ...block, judgements: block.judgements.map(one => (one.id === judgement ? change(one) : one)) }
      : block,
  )
