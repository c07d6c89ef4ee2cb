import type { Briefing } from '../../model/briefing.ts'
import type { BlockKind, BriefingBlock } from '../../model/briefing-block.ts'
import { comparePartialDates, daySpan, type PartialDate } from '../../model/partial-date.ts'
import { blankBlock } from '../briefing/blank-block.ts'
import { likelihoodsIn } from '../likelihood-words.ts'
import { sentence } from '../sentence.ts'
import { judgementsOf } from '../unsupported.ts'
import { partialDateWords } from '../words.ts'
import type { Known } from './facts.ts'
import { type Found, found, type Mend } from './finding.ts'

const kindName = (kind: BlockKind) => kind.charAt(0).toUpperCase() + kind.slice(1)

/** Adds a block: a bottom line at the head, judgements behind it, what explains the rest at the foot before the annexes. */
const adding = (kind: BlockKind): Mend => ({
  words: sentence('tradecraft.fix.addBlock', { name: kindName(kind) }),
  mended: (briefing, ids) => {
    const { blocks } = briefing
    const orEnd = (at: number) => (at === -1 ? blocks.length : at)
    const foot = orEnd(blocks.findIndex(block => ['endnotes', 'evidence annex', 'changes'].includes(block.kind)))
    const behindFirst = orEnd(blocks.findIndex(block => block.kind !== 'bottom line'))
    const at = kind === 'bottom line' ? 0 : kind === 'key judgements' ? behindFirst : foot
    return { ...briefing, blocks: blocks.toSpliced(at, 0, blankBlock(kind, ids.block())) }
  },
})

const opening = (briefing: Briefing) => briefing.blocks.find(block => block.kind === 'bottom line')

/** The newest day on which something cited was published; of the whole case where nothing is cited. */
export const newestSource = ({ cited, excerpts, sources, facts }: Known): PartialDate | null => {
  const used = [...cited].flatMap(id => sources.get(excerpts.get(id)?.source ?? ('' as never)) ?? [])
  const dates = (used.length > 0 ? used : facts.sources).flatMap(({ published }) => published ?? [])
  return dates.sort((one, other) => comparePartialDates(one, other)).at(-1) ?? null
}

export const cutOffAt = (date: PartialDate | null): Mend | null =>
  date === null
    ? null
    : {
        words: sentence('tradecraft.fix.cutOff', { date: partialDateWords(date) }),
        mended: briefing => ({ ...briefing, cutOff: date }),
      }

/** What is missing from the briefing as a whole. */
export const frame = (known: Known): Found[] => {
  const { briefing, facts, today, prose } = known
  const has = (kind: BlockKind) => briefing.blocks.some(block => block.kind === kind)
  const bottomLine = briefing.blocks.some(
    block => block.kind === 'bottom line' && prose.get(block.id)?.text.trim() !== '',
  )
  const judgements = judgementsOf(briefing)
  const estimates = judgements.some(
    judgement => judgement.likelihood !== null || likelihoodsIn(judgement.text, facts.criteria).length > 0,
  )
  const cites = judgements.some(judgement => judgement.excerpts.length > 0)
  const empty = opening(briefing)
  const { analyst } = facts.case
  const sign: Mend | null =
    analyst.trim() === ''
      ? null
      : {
          words: sentence('tradecraft.fix.author', { name: analyst }),
          mended: one => ({ ...one, author: analyst }),
        }
  const late = today !== null && briefing.cutOff !== null && daySpan(briefing.cutOff).first > daySpan(today).last
  return [
    ...(bottomLine
      ? []
      : [found('bottom-line', {}, { block: empty?.id ?? null }, empty ? null : adding('bottom line'))]),
    ...(judgements.length > 0
      ? []
      : [found('key-judgements', {}, {}, has('key judgements') ? null : adding('key judgements'))]),
    ...(briefing.cutOff ? [] : [found('cut-off', {}, {}, cutOffAt(newestSource(known)))]),
    ...(late && briefing.cutOff !== null
      ? [found('future-cut-off', { cutOff: partialDateWords(briefing.cutOff) }, {}, cutOffAt(today))]
      : []),
    ...(briefing.author.trim() === '' ? [found('author', {}, {}, sign)] : []),
    ...(estimates && !has('scale key') ? [found('scale-key', {}, {}, adding('scale key'))] : []),
    ...(cites && !has('sources') ? [found('source-list', {}, {}, adding('sources'))] : []),
  ]
}

const categoriesOf = (block: BriefingBlock, { facts }: Known): ReadonlySet<string> | null => {
  if (!('categories' in block) || block.categories.length === 0) return null
  const ofRisks = ['heat map', 'register', 'movers', 'indicators'].includes(block.kind)
  return new Set(ofRisks ? facts.risks.map(({ category }) => category) : facts.terms.map(({ category }) => category))
}

/** Blocks that would be printed with nothing in them: prose without words, and filters that nothing passes. */
export const emptyBlocks = (known: Known): Found[] =>
  known.briefing.blocks.flatMap(block => {
    const name = block.heading === '' ? kindName(block.kind) : block.heading
    const removing: Mend = {
      words: sentence('tradecraft.fix.removeBlock', { name }),
      mended: briefing => ({ ...briefing, blocks: briefing.blocks.filter(({ id }) => id !== block.id) }),
    }
    const there = categoriesOf(block, known)
    if (there !== null && 'categories' in block && !block.categories.some(one => there.has(one)))
      return [found('empty-block', { name }, { block: block.id }, removing, 'filter')]
    const noWords = block.kind === 'prose' && known.prose.get(block.id)?.text === ''
    const none =
      block.kind === 'key judgements' && block.judgements.length === 0 && judgementsOf(known.briefing).length > 0
    return noWords || none ? [found('empty-block', { name }, { block: block.id }, removing)] : []
  })
