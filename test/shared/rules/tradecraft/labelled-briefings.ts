import type { Briefing } from '../../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../../shared/model/briefing-block.ts'
import type { Claim } from '../../../../shared/model/claim.ts'
import type { ExcerptId } from '../../../../shared/model/id.ts'
import type { Judgement } from '../../../../shared/model/judgement.ts'
import type { PartialDate } from '../../../../shared/model/partial-date.ts'
import type { TypedValue } from '../../../../shared/model/typed-value.ts'
import type { RuleId } from '../../../../shared/rules/tradecraft/catalogue.ts'
import type { BriefingFacts } from '../../../../shared/rules/tradecraft.ts'
import {
  blockWith,
  briefingWith,
  claimWith,
  conflictWith,
  day,
  idOf,
  judgementWith,
  positionWith,
  sourceWith,
  termWith,
} from '../../../support/records.ts'
import { facts as articles, document, paragraph, passage, text } from './labelled.ts'

/** A small briefing with the records it is made from, and the rules that a marker would strike it for. */
export type LabelledBriefing = {
  name: string
  briefing: Briefing
  facts: BriefingFacts
  today: PartialDate | null
  raises: readonly RuleId[]
}

const percent = (share: number): TypedValue => ({ type: 'percent', low: share, high: share })
const excerpts = (...numbers: number[]): ExcerptId[] => numbers.map(number => idOf(number))
const cite = (number: number) => ({ type: 'citation', attrs: { excerpt: idOf<ExcerptId>(number) } })

/** Two articles of good standing that say the same of one term, assessed accordingly. */
const sound: BriefingFacts = {
  ...articles,
  sources: [
    sourceWith(1, { published: day('2025-03-14'), reliability: 'B' }),
    sourceWith(2, { published: day('2025-03-12'), reliability: 'B' }),
  ],
  terms: [termWith(1, { importance: 'medium' })],
  claims: [
    claimWith(1, { value: percent(50), source: idOf(1), credibility: 2 }),
    claimWith(2, { value: percent(50), source: idOf(2), credibility: 2 }),
  ],
  positions: [positionWith(1, { value: percent(50), validAt: day('2025-03-20') })],
}

const opening = blockWith('bottom line', {
  document: document(paragraph(text('Ask for the text before offering money.'), cite(1))),
})
const judgements = (...list: Partial<Judgement>[]) =>
  blockWith('key judgements', {
    judgements: list.map((one, at) =>
      judgementWith({
        id: idOf(at + 1),
        text: 'A share of 50% was likely agreed.',
        confidenceBasis: 'Two articles say so.',
        excerpts: excerpts(1, 2),
        ...one,
      }),
    ),
  })
const rest: BriefingBlock[] = [blockWith('matrix'), blockWith('sources'), blockWith('scale key')]

const labelled = (
  name: string,
  raises: readonly RuleId[],
  briefing: Partial<Briefing>,
  facts: Partial<BriefingFacts> = {},
  today: PartialDate | null = day('2025-05-20'),
): LabelledBriefing => ({
  name,
  raises,
  today,
  briefing: briefingWith({ blocks: [opening, judgements({}), ...rest], ...briefing }),
  facts: { ...sound, ...facts },
})

const blocks = (...list: BriefingBlock[]): Partial<Briefing> => ({ blocks: [...list, ...rest] })
const changed = (number: number, more: Partial<BriefingFacts['excerpts'][number]>): BriefingFacts['excerpts'] =>
  sound.excerpts.map(one => (one.id === idOf(number) ? { ...one, ...more } : one))
const claims = (...more: Partial<Claim>[]): Claim[] =>
  sound.claims.map((claim, at) => ({ ...claim, ...(more[at] ?? {}) }))
const reference = (attrs: Record<string, unknown>, type: 'mention' | 'crossReference') =>
  blockWith('prose', { document: document(paragraph(text('As told in '), { type, attrs }, text('.'), cite(1))) })

export const labelledBriefings: readonly LabelledBriefing[] = [
  labelled('a sound brief', [], {}),
  labelled('a sound brief with prose, marks and references', [], {
    marking: 'TLP:AMBER',
    blocks: [
      opening,
      judgements({ marking: 'TLP:GREEN' }),
      reference({ block: blockWith('matrix').id }, 'crossReference'),
      ...rest,
    ],
  }),
  labelled('a bare sheet', ['bottom-line', 'key-judgements', 'cut-off', 'author'], {
    author: '',
    cutOff: null,
    blocks: [blockWith('matrix')],
  }),
  labelled('a flash without apparatus', ['scale-key', 'source-list'], { blocks: [opening, judgements({})] }),
  labelled(
    'an empty bottom line and an empty section',
    ['bottom-line', 'empty-block'],
    blocks(blockWith('bottom line'), judgements({}), blockWith('prose', { heading: 'Outlook' })),
  ),
  labelled(
    'filters that nothing passes',
    ['empty-block'],
    blocks(opening, judgements({}), blockWith('register', { categories: ['Weather'] })),
  ),
  labelled('a cut-off to come, and none kept', ['future-cut-off'], { cutOff: day('2025-06-30') }),
  labelled('a cut-off that the sources pass', ['after-cut-off'], { cutOff: day('2025-03-13') }),
  labelled('a cut-off on the day of the newest source', [], { cutOff: day('2025-03-14') }),
  labelled('no evidence', ['no-evidence'], blocks(opening, judgements({ excerpts: [] }))),
  labelled(
    'one origin under two names, and one article',
    ['one-origin'],
    blocks(opening, judgements({ confidenceBasis: 'Both relay one agency.' }, { excerpts: excerpts(1) })),
    { sources: sound.sources.map(one => ({ ...one, lineage: idOf(800) })) },
  ),
  labelled(
    'three articles that are two origins, counted as three',
    ['circular-reporting'],
    blocks(opening, judgements({ excerpts: excerpts(1, 2, 4), confidenceBasis: 'Three articles say so.' })),
    {
      sources: [...sound.sources.map(one => ({ ...one, lineage: idOf<never>(800) })), sourceWith(3)],
      excerpts: [...sound.excerpts, passage(4, 3, 'Half of the revenue goes to it.')],
    },
  ),
  labelled(
    'three articles that are two origins, and said to be',
    [],
    blocks(opening, judgements({ excerpts: excerpts(1, 2, 4), confidenceBasis: 'Three articles, two origins.' })),
    {
      sources: [...sound.sources.map(one => ({ ...one, lineage: idOf<never>(800) })), sourceWith(3)],
      excerpts: [...sound.excerpts, passage(4, 3, 'Half of the revenue goes to it.')],
    },
  ),
  labelled(
    'one article relays the other, told as independent',
    ['circular-reporting'],
    blocks(opening, judgements({ confidenceBasis: 'Two independent articles say so.' })),
    { relations: [{ from: idOf(1), to: idOf(2), kind: 'relays' }] },
  ),
  labelled('high confidence on two good sources', [], blocks(opening, judgements({ confidence: 'high' }))),
  labelled(
    'high confidence on one origin',
    ['high-confidence'],
    blocks(opening, judgements({ confidence: 'high', excerpts: excerpts(1) })),
  ),
  labelled('high confidence on poor grades', ['high-confidence'], blocks(opening, judgements({ confidence: 'high' })), {
    claims: claims({ credibility: 5 }, { credibility: 4 }),
  }),
  labelled(
    'a likelihood alone, and a confidence without basis',
    ['no-confidence', 'confidence-basis'],
    blocks(opening, judgements({ confidence: null, confidenceBasis: '' }, { confidenceBasis: '' })),
  ),
  labelled(
    'a judgement of weight without another reading',
    ['no-alternative'],
    {},
    { terms: [termWith(1, { importance: 'high' })] },
  ),
  labelled(
    'a judgement of weight with another reading',
    [],
    blocks(opening, judgements({ alternative: 'The figure may be left over from the first draft.' })),
    { terms: [termWith(1, { importance: 'high' })] },
  ),
  labelled(
    'an open conflict under a judgement',
    ['open-conflict', 'no-alternative'],
    {},
    { conflicts: [conflictWith(1)] },
  ),
  labelled('a resolved conflict under a judgement', [], {}, { conflicts: [conflictWith(1, { state: 'resolved' })] }),
  labelled(
    'another figure than assessed',
    ['figure'],
    blocks(opening, judgements({ text: 'A share of 40% was likely agreed.' })),
  ),
  labelled(
    'a newer article that nobody has read for the term',
    ['stale-position'],
    {},
    { sources: [...sound.sources, sourceWith(3, { published: day('2025-04-20') })] },
  ),
  labelled(
    'claims that quote nothing',
    ['unsupported-claims'],
    {},
    { claims: [...sound.claims, claimWith(3, { source: idOf(2), value: percent(50), evidence: [] })] },
  ),
  labelled(
    'a passage that is gone',
    ['missing-passage'],
    blocks(opening, judgements({ excerpts: excerpts(1, 2, 77) })),
  ),
  labelled(
    'a quote that drifted, and one that is lost',
    ['quote-drift', 'quote-lost'],
    {},
    {
      excerpts: changed(1, { state: 'changed' }).map(one => (one.id === idOf(2) ? { ...one, state: 'lost' } : one)),
    },
  ),
  labelled('a quote that moved', [], {}, { excerpts: changed(1, { state: 'moved' }) }),
  labelled(
    'a portion above the whole',
    ['marking-above'],
    blocks(opening, judgements({ marking: 'TLP:RED' }, { marking: 'TLP:CLEAR' })),
  ),
  labelled('markings that nobody knows', ['unknown-marking'], {
    marking: 'SECRET',
    blocks: [opening, { ...judgements({}), marking: 'EYES ONLY' }, ...rest],
  }),
  labelled(
    'the markings of the house',
    [],
    { marking: 'SECRET' },
    {
      case: {
        analyst: '',
        marking: 'SECRET',
        scheme: {
          name: 'House',
          levels: [
            { name: 'OPEN', handling: '' },
            { name: 'SECRET', handling: '' },
          ],
        },
      },
    },
  ),
  labelled(
    'a reference to a section that is gone',
    ['lost-reference'],
    blocks(opening, judgements({}), reference({ block: idOf(444) }, 'crossReference')),
  ),
  labelled(
    'a mention of a risk that is gone',
    ['lost-reference'],
    blocks(opening, judgements({}), reference({ record: 'risk', id: idOf(5) }, 'mention')),
  ),
  labelled(
    'a mention of a term that is there',
    [],
    blocks(opening, judgements({}), reference({ record: 'term', id: idOf(1) }, 'mention')),
  ),
  labelled('a source statement that counts three', ['source-statement'], {
    blocks: [
      opening,
      judgements({}),
      blockWith('sources', { statement: document(paragraph(text('It rests on three press articles.'))) }),
      blockWith('scale key'),
    ],
  }),
  labelled('a source statement that counts right', [], {
    blocks: [
      opening,
      judgements({}),
      blockWith('sources', { statement: document(paragraph(text('It rests on two press articles of 2025.'))) }),
      blockWith('scale key'),
    ],
  }),
]
