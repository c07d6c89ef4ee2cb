import type { BlockKind, BriefingBlock } from '../../../shared/model/briefing-block.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { plainText } from '../../../shared/rules/rich-text.ts'
import { clipped } from '../../../shared/rules/sentence.ts'
import { nameOf as named } from '../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'

const longestWords = 120

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const kindName = (kind: BlockKind): string => capitalised(named('block', kind))

/** The heading that is printed over a block of this kind where the analyst gave none. */
export const draftedHeading = (kind: BlockKind): string => say(`briefing.block.${kind}`)

/** What a block is called among the blocks, as on its page: its heading, or the one that is drafted. */
export const nameOf = (block: Pick<BriefingBlock, 'heading' | 'kind'>): string =>
  block.heading === '' ? draftedHeading(block.kind) : block.heading

const ownWords = (document: RichText): string => {
  const words = clipped(plainText(document), longestWords)
  return words === '' ? say('briefings.sum.nothingWritten') : words
}

const someOf = (chosen: readonly string[], all: string): string => (chosen.length === 0 ? all : chosen.join(', '))

const categoriesOf = ({ categories }: { categories: readonly string[] }): string =>
  someOf(categories, say('briefings.sum.allCategories'))

const stretchOf = (from: PartialDate | null, to: PartialDate | null): string =>
  from === null && to === null
    ? say('briefings.sum.allDates')
    : [
        from === null ? '' : say('briefings.sum.from', { date: partialDateWords(from) }),
        to === null ? '' : say('briefings.sum.to', { date: partialDateWords(to) }),
      ]
        .filter(words => words !== '')
        .join(' ')

const filtersOf = (block: BriefingBlock): string[] => {
  switch (block.kind) {
    case 'bottom line':
    case 'prose':
      return [ownWords(block.document)]
    case 'key judgements': {
      const without = block.judgements.filter(({ excerpts }) => excerpts.length === 0).length
      return [say('briefings.sum.judgements', { count: block.judgements.length, without })]
    }
    case 'matrix':
      return [
        say(`briefings.sum.axis.${block.axis}`),
        categoriesOf(block),
        block.asOf === null ? '' : say('briefings.sum.asOf', { date: partialDateWords(block.asOf) }),
      ]
    case 'conflicts':
      return [
        someOf(block.states, say('briefings.sum.allStates')),
        categoriesOf(block),
        block.differences ? say('briefings.sum.differences') : '',
      ]
    case 'heat map':
      return [categoriesOf(block), block.arrows ? say('briefings.sum.arrows') : '']
    case 'register':
      return [
        say(`briefings.sum.${block.form}`),
        block.most === null ? '' : say('briefings.sum.most', { count: block.most }),
        categoriesOf(block),
      ]
    case 'movers':
      return [
        block.since === null
          ? say('briefings.sum.sinceEdition')
          : say('briefings.sum.since', { date: partialDateWords(block.since) }),
        categoriesOf(block),
      ]
    case 'timeline':
      return [stretchOf(block.from, block.to), categoriesOf(block)]
    case 'indicators':
      return [someOf(block.states, say('briefings.sum.allStates')), categoriesOf(block)]
    case 'gaps':
      return [categoriesOf(block)]
    case 'sources':
      return [
        say(`briefings.sum.${block.scope}`),
        say(block.statement === null ? 'briefings.sum.drafted' : 'briefings.sum.edited'),
      ]
    case 'endnotes':
      return [say(`briefings.sum.${block.style}`)]
    case 'scale key':
    case 'evidence annex':
    case 'changes':
      return [say(`briefings.about.${block.kind}`)]
  }
}

/** What a shut block shows, in one line: its kind where the heading does not say it, its marking, and its filters or first words. */
export const summaryOf = (block: BriefingBlock): string =>
  [nameOf(block) === kindName(block.kind) ? '' : kindName(block.kind), block.marking, ...filtersOf(block)]
    .filter(words => words !== '')
    .join(' · ')
