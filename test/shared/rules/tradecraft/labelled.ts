import type { Briefing } from '../../../../shared/model/briefing.ts'
import type { LikelihoodWord } from '../../../../shared/model/grades.ts'
import type { ExcerptId } from '../../../../shared/model/id.ts'
import type { RichText, RichTextNode } from '../../../../shared/model/rich-text.ts'
import type { RuleId } from '../../../../shared/rules/tradecraft/catalogue.ts'
import type { BriefingFacts } from '../../../../shared/rules/tradecraft.ts'
import { blockWith, briefingWith, day, icdScales, idOf, judgementWith, sourceWith } from '../../../support/records.ts'

/** A sentence in a place of a briefing that is sound in all else, and the rules that a marker would strike it for. */
export type LabelledSentence = { words: string; briefing: Briefing; raises: readonly RuleId[] }

const cited: ExcerptId[] = [idOf(1), idOf(2)]

const citation = (excerpt: ExcerptId): RichTextNode => ({ type: 'citation', attrs: { excerpt } })

export const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
export const text = (words: string): RichTextNode => ({ type: 'text', text: words })
export const document = (...content: RichTextNode[]): RichText => ({ type: 'doc', content })

const around = (block: Briefing['blocks'][number], more: Partial<Briefing> = {}): Briefing =>
  briefingWith({
    blocks: [
      blockWith('bottom line', { document: document(paragraph(text('Ask for the text.'))) }),
      ...(block.kind === 'key judgements'
        ? []
        : [
            blockWith('key judgements', {
              judgements: [judgementWith({ text: 'The text was likely amended.', excerpts: cited })],
            }),
          ]),
      block,
      blockWith('sources'),
      blockWith('scale key'),
    ],
    ...more,
  })

/** In a paragraph that cites its passages at the end. */
export const prose = (words: string, ...raises: RuleId[]): LabelledSentence => ({
  words,
  briefing: around(blockWith('prose', { document: document(paragraph(text(words), ...cited.map(citation))) })),
  raises,
})

/** In a paragraph that cites nothing. */
export const bare = (words: string, ...raises: RuleId[]): LabelledSentence => ({
  words,
  briefing: around(blockWith('prose', { document: document(paragraph(text(words))) })),
  raises,
})

/** As the heading of a section. */
export const heading = (words: string, ...raises: RuleId[]): LabelledSentence => ({
  words,
  briefing: around(blockWith('prose', { heading: words, document: document(paragraph(text('Talks went on.'))) })),
  raises,
})

/** As a key judgement with its marked likelihood and two passages. */
export const judged = (likelihood: LikelihoodWord | null, words: string, ...raises: RuleId[]): LabelledSentence => ({
  words,
  briefing: around(
    blockWith('key judgements', {
      judgements: [
        judgementWith({
          text: words,
          likelihood,
          confidence: likelihood === null ? null : 'moderate',
          confidenceBasis: likelihood === null ? '' : 'Both articles say so.',
          excerpts: cited,
        }),
      ],
    }),
  ),
  raises,
})

export const passage = (number: number, source: number, exact: string): BriefingFacts['excerpts'][number] => ({
  id: idOf(number),
  source: idOf(source),
  exact,
  state: 'exact',
  credibility: null,
})

/** Two articles and three passages, the third of which nobody cites. */
export const facts: BriefingFacts = {
  case: { analyst: 'An Analyst', marking: 'TLP:AMBER', scheme: null },
  sources: [1, 2].map(number => sourceWith(number, { published: day('2025-03-14') })),
  excerpts: [
    passage(
      1,
      1,
      'The parties agreed to establish a jointly managed reconstruction fund, into which Ukraine will contribute 50 percent of future revenues.',
    ),
    passage(2, 2, 'No contract was signed in Jeddah, and officials said work on the text goes on.'),
    passage(3, 2, 'A ceasefire of thirty days was accepted without preconditions.'),
  ],
  relations: [],
  terms: [],
  claims: [],
  positions: [],
  conflicts: [],
  risks: [],
  notes: [],
  criteria: icdScales,
}
