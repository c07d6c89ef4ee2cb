import type { Briefing } from '../../model/briefing.ts'
import type { BlockId, ExcerptId } from '../../model/id.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { TextRange } from '../../model/text-version.ts'
import { sentencesOf } from '../prose.ts'
import type { Known } from './facts.ts'
import { withBlock, withJudgement } from './finding.ts'
import { withWords } from './prose.ts'
import { quotationsIn } from './quotations.ts'

/** A stretch of the analyst's own words: the document of a block, or the text of one judgement. */
export type Passage = {
  block: BlockId
  /** Null in a block of prose. */
  judgement: Judgement | null
  isBottomLine: boolean
  text: string
  /** The same length as the text: the words of others and headings are blanked, so that no rule reads them. */
  own: string
  /** Those of the text and of nothing but the analyst's words. */
  sentences: readonly TextRange[]
  headings: readonly TextRange[]
  /** What is cited at which place; of a judgement all its excerpts, at its end. */
  cited: readonly { at: number; excerpt: ExcerptId | null }[]
  /** Where a record or another block is pointed to. */
  linked: readonly number[]
  /** The briefing with other words in the place of a range. */
  replaced: (briefing: Briefing, range: TextRange, words: string) => Briefing
}

const blank = (text: string, ranges: readonly TextRange[]): string => {
  let own = ''
  let at = 0
  for (const { start, end } of ranges) {
    if (start < at) continue
    own += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, '·')
    at = end
  }
  return own + text.slice(at)
}

const outside = (sentences: readonly TextRange[], ranges: readonly TextRange[]) =>
  sentences.filter(({ start, end }) => !ranges.some(range => range.start <= start && range.end >= end))

const ofJudgement = (block: BlockId, judgement: Judgement): Passage => {
  const { text } = judgement
  return {
    block,
    judgement,
    isBottomLine: false,
    text,
    own: blank(text, quotationsIn(text)),
    sentences: sentencesOf(text),
    headings: [],
    cited: judgement.excerpts.map(excerpt => ({ at: text.length, excerpt })),
    linked: [],
    replaced: (briefing, { start, end }, words) =>
      withJudgement(briefing, block, judgement.id, one => ({
        ...one,
        text: one.text.slice(0, start) + words + one.text.slice(end),
      })),
  }
}

/** All words of the briefing that an analyst wrote, in the order of the blocks. */
export const passagesOf = ({ briefing, prose }: Known): Passage[] =>
  briefing.blocks.flatMap((block): Passage[] => {
    if (block.kind === 'key judgements') return block.judgements.map(one => ofJudgement(block.id, one))
    const written = prose.get(block.id)
    if (written === undefined) return []
    const { text, words, citations, links } = written
    const headings = words.filter(({ role }) => role === 'heading')
    const others = words.filter(({ role }) => role !== 'own')
    const aside = [...others, ...quotationsIn(text)].sort((one, other) => one.start - other.start)
    return [
      {
        block: block.id,
        judgement: null,
        isBottomLine: block.kind === 'bottom line',
        text,
        own: blank(text, aside),
        sentences: outside(sentencesOf(text), others),
        headings,
        cited: citations,
        linked: links.map(({ at }) => at),
        replaced: (briefing, range, put) =>
          withBlock(briefing, block.id, one =>
            'document' in one ? { ...one, document: withWords(one.document, range, put) } : one,
          ),
      },
    ]
  })

/** The line that a place stands in: a paragraph of the document. */
export const lineAround = ({ text }: Pick<Passage, 'text'>, at: number): TextRange => {
  const end = text.indexOf('\n', at)
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end === -1 ? text.length : end }
}

/** Whether something is cited within a range or right behind it. */
export const citesIn = ({ cited, judgement }: Passage, { start, end }: TextRange): boolean =>
  judgement !== null ? judgement.excerpts.length > 0 : cited.some(({ at }) => at > start && at <= end)
