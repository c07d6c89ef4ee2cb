import { describe, expect, test } from 'vitest'
import { tradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import type { Judgement } from '../../../shared/model/judgement.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import type { TypedValue } from '../../../shared/model/typed-value.ts'
import { likelihoodsIn } from '../../../shared/rules/likelihood-words.ts'
import { type BriefingFacts, checkBriefing } from '../../../shared/rules/tradecraft.ts'
import {
  blockWith,
  briefingWith,
  claimWith,
  conflictWith,
  day,
  icdScales,
  idOf,
  judgementWith,
  positionWith,
  sourceWith,
  termWith,
} from '../../support/records.ts'

const percent = (share: number): TypedValue => ({ type: 'percent', low: share, high: share })
const prose = (words: string, ...cited: string[]): RichText => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: words }, ...cited.map(excerpt => ({ type: 'citation', attrs: { excerpt } }))],
    },
  ],
})
const bottomLine = (words = 'A fuller text comes first.', ...cited: string[]): BriefingBlock =>
  blockWith('bottom line', { document: prose(words, ...cited) })
const judgements = (...list: Partial<Judgement>[]): BriefingBlock =>
  blockWith('key judgements', {
    judgements: list.map(one => judgementWith({ text: 'A fuller text will likely follow by June.', ...one })),
  })
const matrix = (...categories: string[]): BriefingBlock => blockWith('matrix', { categories })
const rest: BriefingBlock[] = [blockWith('sources'), blockWith('scale key')]

const excerpt = (number: number, source: number): BriefingFacts['excerpts'][number] => ({
  id: idOf(number),
  source: idOf(source),
  exact: `passage ${number}`,
  state: 'exact',
  credibility: null,
})
const facts = (more: Partial<BriefingFacts> = {}): BriefingFacts => ({
  case: { analyst: 'An Analyst', marking: 'TLP:AMBER', scheme: null },
  relations: [],
  risks: [],
  notes: [],
  sources: [sourceWith(1, { published: day('2025-03-14') }), sourceWith(2, { published: day('2025-03-12') })],
  excerpts: [excerpt(1, 1), excerpt(2, 2)],
  terms: [termWith(1)],
  claims: [
    claimWith(1, { value: percent(50), source: idOf(1) }),
    claimWith(2, { value: percent(50), source: idOf(2) }),
  ],
  positions: [positionWith(1, { value: percent(50), validAt: day('2025-03-20') })],
  conflicts: [],
  criteria: icdScales,
  ...more,
})
const both = [idOf<Judgement['excerpts'][number]>(1), idOf<Judgement['excerpts'][number]>(2)]
const sound = { excerpts: both }
const blocks = (...list: BriefingBlock[]) => briefingWith({ blocks: [...list, ...rest] })
const rules = (briefing: Briefing, more: Partial<BriefingFacts> = {}) =>
  checkBriefing(briefing, facts(more)).map(finding => finding.rule)

test('a sound briefing has no finding', () => {
  expect(checkBriefing(blocks(bottomLine(), judgements(sound), matrix()), facts())).toEqual([])
})

test.each<[string, Briefing, string[]]>([
  ['no bottom line', blocks(judgements(sound)), ['bottom-line']],
  ['an empty bottom line', blocks(bottomLine(' '), judgements(sound)), ['bottom-line']],
  ['no judgement', blocks(bottomLine()), ['key-judgements']],
  ['no cut-off', { ...blocks(bottomLine(), judgements(sound)), cutOff: null }, ['cut-off']],
  ['no author', { ...blocks(bottomLine(), judgements(sound)), author: ' ' }, ['author']],
  [
    'neither scale key nor source list',
    briefingWith({ blocks: [bottomLine(), judgements(sound)] }),
    ['scale-key', 'source-list'],
  ],
])('%s', (_, briefing, expected) => {
  expect(rules(briefing)).toEqual(expected)
})

test.each<[string, Partial<Judgement>, string[]]>([
  ['no passage', { excerpts: [] }, ['no-evidence']],
  ['one origin', { excerpts: [idOf(1)] }, ['one-origin']],
  ['a passage that is gone', { excerpts: [...both, idOf(77)] }, ['missing-passage']],
  ['a confidence without its basis', { ...sound, confidenceBasis: '' }, ['confidence-basis']],
  ['a marked likelihood that the text leaves out', { ...sound, text: 'A fuller text follows.' }, ['no-likelihood']],
  [
    'a marked likelihood and a word of certainty',
    { ...sound, text: 'A fuller text will follow by June.' },
    ['certainty'],
  ],
  [
    'a marked likelihood that the text contradicts',
    { ...sound, text: 'A text will very likely follow by June.' },
    ['other-likelihood'],
  ],
  [
    'likelihood and confidence in one sentence',
    { ...sound, text: 'We judge with high confidence that a text will likely follow by June.' },
    ['likelihood-with-confidence'],
  ],
  [
    'likelihood and confidence in two sentences',
    { ...sound, text: 'A text will likely follow by June. We have high confidence in this.' },
    [],
  ],
  [
    'two likelihoods in one sentence',
    { ...sound, text: 'A text will likely follow by June but is unlikely to be signed.' },
    ['two-likelihoods'],
  ],
  [
    'two likelihoods in two sentences',
    { ...sound, text: 'A text will likely follow by June. It is unlikely to be signed.' },
    [],
  ],
  ['a word of the other row', { ...sound, likelihood: null, text: 'A text is probable.' }, ['off-scale']],
  ['a vague phrase', { ...sound, likelihood: null, text: 'A text could possibly follow.' }, ['off-scale']],
  ['another intensity', { ...sound, likelihood: null, text: 'A text is highly likely.' }, ['off-scale']],
  ['no estimate at all', { ...sound, likelihood: null, text: 'Talks broke off in May.' }, []],
  ['another figure than assessed', { ...sound, text: 'A share of 40% will likely be agreed by June.' }, ['figure']],
  ['the assessed figure', { ...sound, text: 'A share of 50% will likely be agreed by June.' }, []],
  ['the range of the likelihood itself', { ...sound, text: 'A share will likely (55–80 %) be agreed by June.' }, []],
  ['a figure of another type', { ...sound, text: 'A sum of $10 million will likely be agreed by June.' }, []],
])('a judgement with %s', (_, judgement, expected) => {
  expect(rules(blocks(bottomLine(), judgements(judgement)))).toEqual(expected)
})

describe('against the facts', () => {
  const briefing = blocks(bottomLine(), judgements(sound))

  test.each<[string, Partial<BriefingFacts>, string[]]>([
    [
      'two sources of one lineage are one origin',
      { sources: [1, 2].map(at => sourceWith(at, { lineage: idOf(800) })) },
      ['one-origin'],
    ],
    ['a claim in an open conflict', { conflicts: [conflictWith(1)] }, ['no-alternative', 'open-conflict']],
    ['a claim in a resolved conflict', { conflicts: [conflictWith(1, { state: 'resolved' })] }, []],
    ['a changed passage', { excerpts: [{ ...excerpt(1, 1), state: 'changed' }, excerpt(2, 2)] }, ['quote-drift']],
    ['a lost passage', { excerpts: [{ ...excerpt(1, 1), state: 'lost' }, excerpt(2, 2)] }, ['quote-lost']],
    ['an ambiguous passage', { excerpts: [{ ...excerpt(1, 1), state: 'ambiguous' }, excerpt(2, 2)] }, ['quote-lost']],
    ['a moved passage', { excerpts: [{ ...excerpt(1, 1), state: 'moved' }, excerpt(2, 2)] }, []],
    [
      'a source younger than the cut-off',
      { sources: [sourceWith(1, { published: day('2025-05-11') }), sourceWith(2)] },
      ['after-cut-off'],
    ],
    [
      'a position older than an unread source',
      { sources: [sourceWith(1), sourceWith(2), sourceWith(3, { published: day('2025-04-01') })] },
      ['stale-position'],
    ],
    [
      'a case with another scale',
      {
        criteria: {
          likelihoods: [
            { word: 'realistic possibility', low: 0, high: 50 },
            { word: 'likely', low: 50, high: 100 },
          ],
        },
      },
      [],
    ],
  ])('%s', (_, more, expected) => {
    expect(rules(briefing, more)).toEqual(expected)
  })

  test('unsupported claims of the terms that the matrix shows are counted once', () => {
    const claims = [
      ...facts().claims,
      claimWith(3, { value: percent(50), source: idOf(2), evidence: [] }),
      claimWith(4, { value: percent(50), source: idOf(2), evidence: [] }),
      claimWith(5, { polarity: 'silent', source: idOf(2), evidence: [] }),
    ]
    const found = checkBriefing(blocks(bottomLine(), judgements(sound), matrix('Money')), facts({ claims }))
    expect(found).toMatchObject([
      {
        rule: 'unsupported-claims',
        severity: 'warning',
        place: { block: matrix().id, judgement: null, range: null },
        sentence: 'Claims in the matrix that quote no passage: 2, the first on T-01 Term 1.',
      },
    ])
    const others = [...facts().terms, termWith(2, { category: 'Other' })]
    expect(rules(blocks(bottomLine(), judgements(sound), matrix('Other')), { claims, terms: others })).toEqual([])
  })

  test('prose and bottom line are held to the same wording and their citations to the same care', () => {
    const block = bottomLine('We have moderate confidence that it is unlikely. Perhaps not.', idOf(77))
    expect(rules(blocks(block, judgements(sound)))).toEqual([
      'likelihood-with-confidence',
      'off-scale',
      'missing-passage',
    ])
  })

  test('findings fit the contract, name their block, and stand once', () => {
    const found = checkBriefing(blocks(bottomLine(), judgements({ excerpts: [] }, { excerpts: [] })), facts())
    expect(found).toHaveLength(1)
    expect(tradecraftFinding.safeParse(found[0]).success).toBe(true)
    expect(found[0]).toMatchObject({ place: { block: judgements().id, judgement: idOf(1) }, severity: 'error' })
    expect(found[0]?.sentence).toContain('“A fuller text will likely follow by June”')
  })
})

test.each<[string, string[]]>([
  ['It is very unlikely, not merely unlikely.', ['very unlikely', 'unlikely']],
  ['Likely so; LIKELY.', ['likely', 'likely']],
  ['The likelihood of an unlikeable, likeable text', []],
  ['almost certainly', ['almost certain']],
  ['a roughly even\nchance', ['roughly even chance']],
  ['Talks in May were certain to fail.', []],
])('likelihood words of %j', (text, words) => {
  const uses = likelihoodsIn(text, icdScales)
  expect(uses.map(use => use.word)).toEqual(words)
  expect(uses.every(use => use.onScale)).toBe(true)
})
