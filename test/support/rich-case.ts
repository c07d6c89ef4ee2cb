import type { BriefingBlock } from '../../shared/model/briefing-block.ts'
import type { Claim, Stage } from '../../shared/model/claim.ts'
import type { ExcerptId } from '../../shared/model/id.ts'
import type { RichText, RichTextNode } from '../../shared/model/rich-text.ts'
import type { Term } from '../../shared/model/term.ts'
import { caseBuilder } from './case-document.ts'
import { blockWith, day, idOf, judgementWith } from './records.ts'

/** What a source says of a term: its words and the stage · null: read, and silent · undefined: not yet read. */
type Report = readonly [sentence: string, raw: string, stage?: Stage] | null | undefined

const categories: [string, [string, readonly Report[]][]][] = [
  [
    'Instrument',
    [
      [
        'Signed',
        [
          ['Officials in both capitals spoke of a text that was ready but for a few lines.', 'near', 'text agreed'],
          ['The delegations left the hall without putting their names to anything.', 'not signed', 'proposed'],
          [
            'An agreement in principle was read out to the press on the steps of the customs house.',
            'agreed',
            'agreed in principle',
          ],
          null,
          [
            'The two ministers signed the accord in the harbour master’s office on 28 May.',
            'signed on 28 May 2025',
            'signed',
          ],
        ],
      ],
      [
        'Ratification by both parliaments',
        [
          undefined,
          null,
          null,
          [
            'The assembly of Aldova must still vote, the note says, and no day has been set.',
            'vote pending',
            'proposed',
          ],
          ['Ratification is foreseen before the end of the year.', 'by the end of 2025', 'proposed'],
        ],
      ],
      [
        'Term of the accord',
        [
          ['The draft runs for fifteen years.', '15 years', 'proposed'],
          null,
          ['It is to run for twenty years and then lapse.', '20 years', 'agreed in principle'],
          null,
          ['Its term is twenty years, with two renewals of five.', '20 years, renewable', 'signed'],
        ],
      ],
    ],
  ],
  [
    'Revenue',
    [
      [
        'Share of transit fees to the fund',
        [
          ['Forty per cent of the fees would go into a common fund.', '40 % of fees', 'proposed'],
          null,
          ['Half of all future transit fees will be paid into the fund.', '50 % of future fees', 'agreed in principle'],
          [
            'The note of the ministry gives fifty per cent of net fees from new berths only.',
            '50 % of net fees, new berths only',
            'text agreed',
          ],
          ['Half of the fees from new berths goes to the fund.', '50 % from new berths', 'signed'],
        ],
      ],
      [
        'Size of the first instalment',
        [
          ['Two billion euros had been asked for and later dropped.', '€ 2 billion demanded', 'withdrawn'],
          ['The union side named a figure of one and a half billion.', '€ 1.5 billion', 'proposed'],
          null,
          undefined,
          ['No instalment is named in the published text.', 'none named', 'signed'],
        ],
      ],
      [
        'Who audits the fund',
        [
          undefined,
          null,
          ['An auditor from a third country will be named by both.', 'third-country auditor', 'agreed in principle'],
          undefined,
          ['The court of auditors of the union audits it alone.', 'court of auditors of the union', 'signed'],
        ],
      ],
      [
        'Past aid counted as debt',
        [
          ['Aldova refused to have earlier aid counted as a loan.', 'refused', 'rejected'],
          ['Earlier aid is not mentioned as a debt, a delegate said.', 'not a debt', 'proposed'],
          null,
          null,
          ['The text says in so many words that earlier aid is no debt.', 'no debt', 'signed'],
        ],
      ],
    ],
  ],
  [
    'Access',
    [
      [
        'Vessels allowed through',
        [
          ['All merchant vessels of the union would pass.', 'all merchant vessels', 'proposed'],
          null,
          [
            'Merchant and research vessels will pass, but no naval ones.',
            'merchant and research, no naval',
            'agreed in principle',
          ],
          [
            'Only vessels under thirty thousand tonnes may pass before the dredging is done.',
            'under 30,000 t until dredged',
            'text agreed',
          ],
          [
            'All merchant vessels pass; naval vessels need leave thirty days ahead.',
            'merchant; naval with leave',
            'signed',
          ],
        ],
      ],
      [
        'Night passage',
        [
          null,
          ['Passage by night stays closed, the pilots’ guild was told.', 'closed at night', 'proposed'],
          ['Pilots will be on duty around the clock.', 'open at all hours', 'agreed in principle'],
          null,
          ['The night passage opens once the beacons are lit.', 'once beacons are lit', 'signed'],
        ],
      ],
      [
        'Exclusive berths',
        [
          undefined,
          null,
          ['Three berths are kept for the union.', '3 berths', 'agreed in principle'],
          ['Four berths are listed in the annex.', '4 berths', 'text agreed'],
          ['The annex lists four berths.', '4 berths', 'signed'],
        ],
      ],
    ],
  ],
  [
    'Security',
    [
      [
        'Pause in the boarding of vessels',
        [
          null,
          ['A pause of thirty days in all boarding was on the table.', '30 days, all vessels', 'proposed'],
          [
            'The pause covers fishing vessels and prisoners’ families only.',
            'fishing vessels only',
            'agreed in principle',
          ],
          null,
          undefined,
        ],
      ],
      [
        'Guarantee against blockade',
        [
          ['Aldova insisted on a written guarantee.', 'demanded', 'proposed'],
          ['No guarantee was offered.', 'none offered', 'proposed'],
          null,
          null,
          ['The accord holds no guarantee, only a clause on consultation.', 'consultation only', 'signed'],
        ],
      ],
      [
        'Monitoring mission',
        [
          undefined,
          undefined,
          ['A joint mission of forty observers is to be set up.', '40 observers', 'agreed in principle'],
          ['The mission will have sixty observers, half from each side.', '60 observers', 'text agreed'],
          null,
        ],
      ],
    ],
  ],
  [
    'Environment',
    [
      [
        'Dredging of the channel',
        [
          null,
          null,
          ['Dredging begins in the autumn.', 'autumn 2025', 'agreed in principle'],
          ['Dredging may not begin before the spawning season ends in March.', 'not before March 2026', 'text agreed'],
          ['Works start in spring.', 'spring 2026', 'signed'],
        ],
      ],
      [
        'Liability for spills',
        [
          undefined,
          null,
          null,
          ['Each owner is liable for its own vessels without a limit.', 'owner, unlimited', 'text agreed'],
          ['Liability is limited to ninety million for each spill.', '90 million a spill', 'signed'],
        ],
      ],
    ],
  ],
  ['Law', [['Seat of arbitration', [undefined, null, null, undefined, undefined]]]],
]

const titles = [
  {
    title: 'Strait talks close to a deal, envoys say',
    publisher: 'The Harbour Gazette',
    authors: ['Ilse Brandt'],
    published: day('2025-02-24'),
    reliability: 'B' as const,
    reliabilityReason: 'A paper of record with a correspondent in the hall; two of its earlier reports were confirmed.',
  },
  {
    title: 'No signature in Port Saray: the delegations go home',
    publisher: '',
    authors: [],
    published: day('2025-03-14'),
    reliability: 'C' as const,
    reliabilityReason: 'Names no author and no publisher, but its account of the day agrees with others.',
  },
  {
    title: 'A breakthrough on the customs house steps? What was announced, and what was not',
    publisher: 'Transit Monitor',
    authors: ['D. Varga', 'L. Cho'],
    published: day('2025-03'),
    reliability: 'C' as const,
    reliabilityReason: 'A specialised newsletter; close to the union side.',
  },
  {
    title: 'Note on the state of the text',
    publisher: 'Ministry of Waterways of Aldova',
    authors: [],
    published: null,
    publishedStated: '05.04.2025',
    publishedReadings: [day('2025-04-05'), day('2025-05-04')],
    kind: 'official document' as const,
    reliability: 'B' as const,
    reliabilityReason: 'An official paper; it argues for one side but has been exact on figures.',
  },
  {
    title: 'The Kerma accord: what the signed text means for the strait',
    publisher: 'Institute for Straits',
    authors: ['Anneke Þórsdóttir-Łukasiewicz'],
    published: day('2025-05-30'),
    url: 'https://example.org/kerma/accord?view=full&lang=en',
    kind: 'analysis' as const,
    reliability: 'D' as const,
    reliabilityReason: 'Clear about what it has read, but takes a side and cites nobody.',
  },
]
const asOf = ['2025-02-24', '2025-03-14', '2025-03-11', '2025-04', '2025-05-28'].map(day)

const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: 'paragraph', content })
const text = (words: string): RichTextNode => ({ type: 'text', text: words })
const citation = (excerpt: ExcerptId): RichTextNode => ({ type: 'citation', attrs: { excerpt } })
const doc = (...content: RichTextNode[]): RichText => ({ type: 'doc', content })

/** A whole invented case: five sources, sixteen terms, conflicts, twelve risks, and one briefing with every kind of block. */
export function richCase() {
  const build = caseBuilder()
  const [aldova, union] = [build.party('Republic of Aldova', 'Aldova'), build.party('Kerma Union', 'Union')]
  const wire = build.lineage('Statement read out at the customs house, 11 March 2025')
  const reports = categories.flatMap(([, terms]) => terms.map(([, each]) => each))
  const sources = titles.map((some, index) => {
    const sentences = reports.flatMap(each => each[index]?.[0] ?? [])
    const body = Array.from({ length: Math.ceil(sentences.length / 3) }, (_, part) =>
      sentences.slice(part * 3, part * 3 + 3).join(' '),
    )
    const closing =
      'Observers on both shores warned that a text is not yet a practice, and that the pilots will decide more than the ministers.'
    return build.source([some.title, ...body, closing].join('\n\n'), some)
  })
  const claims = new Map<string, Claim>()
  const terms = new Map<string, Term>()
  for (const [category, list] of categories) {
    for (const [name, row] of list) {
      const term = build.term(name, {
        category,
        question: `What was agreed on “${name.toLowerCase()}”?`,
        importance: 'high',
      })
      terms.set(name, term)
      row.forEach((report, index) => {
        const source = sources[index]
        if (report === undefined || source === undefined) return
        if (report === null) {
          build.claim(term, source, { polarity: 'silent' })
          return
        }
        const [sentence, raw, stage = null] = report
        const excerpt = build.excerpt(source, sentence, { credibility: 2 })
        const claim = build.claim(term, source, {
          raw,
          stage,
          asOf: asOf[index] ?? null,
          credibility: index === 4 ? 4 : 3,
          party: index % 2 === 0 ? union.id : aldova.id,
          assertedBy: index === 2 ? 'the spokesman of the Union' : '',
          lineage: index === 2 ? wire.id : null,
          evidence: name === 'Liability for spills' && index === 4 ? [] : [{ excerpt: excerpt.id, role: 'supports' }],
        })
        claims.set(`${name} ${index}`, claim)
      })
    }
  }
  const claim = (name: string, source: number): Claim => {
    const found = claims.get(`${name} ${source}`)
    if (!found) throw new Error(`no claim on ${name} in source ${source}`)
    return found
  }
  const term = (name: string): Term => {
    const found = terms.get(name)
    if (!found) throw new Error(`no term ${name}`)
    return found
  }
  const cited = (name: string, source: number): ExcerptId => {
    const evidence = claim(name, source).evidence[0]
    if (!evidence) throw new Error(`no evidence on ${name} in source ${source}`)
    return evidence.excerpt
  }

  const risks = riskList.map(([title, category, likelihood, impact, evidence], index) => {
    const [name, source] = evidence
    const risk = build.risk(title, {
      category,
      cause: `The text leaves open who acts first, and the two sides read the clause on ${name.toLowerCase()} differently.`,
      event: `${title} within the first year of the accord.`,
      consequence: 'Fees fall behind what the fund was promised, and the accord loses its friends in both parliaments.',
      owner: index % 3 === 0 ? 'Straits desk' : 'Legal desk',
      status: index % 4 === 0 ? 'treating' : 'open',
      strategy: index % 3 === 1 ? 'share' : 'reduce likelihood',
      proximity: 'within six months',
      nextReview: day('2025-09-01'),
      terms: [{ term: term(name).id, effect: 'bears on' }],
      evidence:
        index === 11
          ? []
          : [
              { excerpt: cited(name, source), role: 'indicates' },
              { excerpt: cited('Signed', 4), role: 'mitigates' },
            ],
      actions:
        index === 11
          ? []
          : [
              {
                id: build.newId(),
                text: 'Ask both registries for the annex as it was initialled.',
                owner: 'Legal desk',
                due: day('2025-07'),
                status: 'planned',
                effect: 'one reading of the annex',
              },
            ],
      indicators:
        index === 11
          ? []
          : [
              {
                id: build.newId(),
                statement: 'Fewer than ten passages a week',
                direction: 'raises',
                threshold: 'two weeks running',
                changed: '2025-04-02T09:00:00.000Z',
                state: index % 3 === 0 ? 'emerging' : 'not seen',
                excerpts: index % 3 === 0 ? [cited('Night passage', 1)] : [],
              },
            ],
    })
    const excerpts = index === 11 ? [] : [cited(name, source)]
    build.assessment(risk, Math.min(6, likelihood + 1), Math.min(4, impact + (index % 2)), {
      kind: 'inherent',
      date: day('2025-03-20'),
      excerpts,
    })
    build.assessment(risk, likelihood, impact, {
      date: day('2025-04-02'),
      created: '2025-04-02T09:00:00.000Z',
      excerpts,
    })
    build.assessment(risk, likelihood, impact, {
      date: day('2025-06-01'),
      likelihoodLow: [1, 5, 20, 40, 45, 75, 90][likelihood] ?? 1,
      likelihoodHigh: [8, 30, 45, 60, 80, 95, 99][likelihood] ?? 99,
      reason:
        'The signed text settles the wording but not who pays for the beacons; the range is wide because two sources relay one statement.',
      strength: index % 2 === 0 ? 'low' : 'moderate',
      excerpts,
    })
    if (index % 2 === 0)
      build.assessment(risk, Math.max(0, likelihood - 2), Math.max(0, impact - 1), { kind: 'target', excerpts: [] })
    return risk
  })

  build.conflict(term('Signed'), [claim('Signed', 2), claim('Signed', 1)], {
    kind: 'stage',
    size: 'two stages',
    reason:
      'Both speak of the same three days in March; an agreement cannot have been read out and not have been reached.',
    state: 'resolved',
    resolution: 'both right on different bases',
    rationale:
      'The statement announced principles; what went unsigned was the contract. The two speak of different papers.',
    decidedBy: 'M. Okafor',
    decidedAt: '2025-06-01T10:00:00.000Z',
    evidence: [cited('Signed', 4)],
    risks: risks.slice(0, 2).map(({ id }) => id),
  })
  build.conflict(
    term('Pause in the boarding of vessels'),
    [claim('Pause in the boarding of vessels', 2), claim('Pause in the boarding of vessels', 1)],
    {
      kind: 'scope',
      reason: 'A pause for all vessels and a pause for fishing vessels alone cannot both have been on the table.',
      risks: risks.slice(2, 3).map(({ id }) => id),
    },
  )
  build.conflict(term('Monitoring mission'), [claim('Monitoring mission', 2), claim('Monitoring mission', 3)], {
    size: '20 observers',
    reason: 'Forty and sixty observers at overlapping dates differ by more than the tolerance.',
  })
  build.conflict(
    term('Share of transit fees to the fund'),
    [0, 2, 3, 4].map(source => claim('Share of transit fees to the fund', source)),
    {
      kind: 'basis',
      reason: 'Four sources give a share of four different bases.',
      state: 'resolved',
      resolution: 'superseded in time',
      rationale: 'The signed text counts; the earlier figures were bids.',
      decidedBy: 'M. Okafor',
      decidedAt: '2025-06-01T10:05:00.000Z',
      evidence: [cited('Share of transit fees to the fund', 4)],
    },
  )
  for (const [name, source] of [
    ['Signed', 4],
    ['Term of the accord', 4],
    ['Share of transit fees to the fund', 4],
    ['Vessels allowed through', 4],
    ['Past aid counted as debt', 4],
    ['Exclusive berths', 3],
  ] as const) {
    const { raw, stage } = claim(name, source)
    build.position(term(name), {
      raw,
      stage,
      likelihood: 'likely',
      confidence: 'moderate',
      rationale: 'The signed text.',
      claims: [claim(name, source).id],
    })
  }
  build.position(term('Dredging of the channel'), {
    raw: 'spring 2026',
    likelihood: 'roughly even chance',
    confidence: 'low',
  })

  const briefing = build.briefing(
    blocks(cited, { risk: risks[0]?.id ?? '', term: term('Night passage').id, source: sources[3]?.id ?? '' }),
    {
      title: 'The Kerma transit accord after signature',
      subtitle: 'What was agreed, what the sources dispute, and what can still go wrong',
      audience: 'Minister for Waterways',
    },
  )
  return { ...build, sources, risks, briefing }
}

const riskList: [title: string, category: string, likelihood: number, impact: number, evidence: [string, number]][] = [
  ['Ratification fails in Aldova', 'Political', 3, 4, ['Ratification by both parliaments', 3]],
  ['Boarding of vessels resumes', 'Security', 4, 4, ['Pause in the boarding of vessels', 1]],
  ['Fund runs short in the first year', 'Economic', 4, 2, ['Share of transit fees to the fund', 3]],
  ['Night passage stays closed', 'Operations', 5, 1, ['Night passage', 1]],
  ['Large spill before liability is settled', 'Environment', 1, 4, ['Liability for spills', 3]],
  ['Dredging slips by a season', 'Operations', 5, 2, ['Dredging of the channel', 3]],
  ['Third states contest the exclusive berths', 'Legal', 2, 3, ['Exclusive berths', 3]],
  ['Observers are refused entry', 'Security', 2, 2, ['Monitoring mission', 3]],
  ['Earlier aid is claimed back after all', 'Economic', 0, 3, ['Past aid counted as debt', 4]],
  ['Naval vessels pass without leave', 'Security', 4, 3, ['Vessels allowed through', 4]],
  ['Consultation clause is invoked and ignored', 'Political', 3, 2, ['Guarantee against blockade', 4]],
  ['Pilots strike over pay', 'Operations', 2, 2, ['Night passage', 2]],
]

const blocks = (
  cited: (name: string, source: number) => ExcerptId,
  mentioned: { risk: string; term: string; source: string },
): BriefingBlock[] => [
  blockWith('bottom line', {
    document: doc(
      paragraph(
        text(
          'The accord was signed on 28 May, and it binds less than was announced in March. The money will come later and from fewer berths than the fund was built for, and no guarantee against a blockade stands behind it.',
        ),
        citation(cited('Signed', 4)),
        citation(cited('Guarantee against blockade', 4)),
      ),
    ),
  }),
  blockWith('key judgements', {
    judgements: [
      judgementWith({
        id: idOf(751),
        text: 'The signed text supersedes every earlier figure for the fund; half of the fees from new berths alone will likely reach it in the first two years.',
        likelihood: 'likely',
        confidence: 'moderate',
        confidenceBasis: 'Two sources of different sides agree on the basis, one of them official.',
        excerpts: [cited('Share of transit fees to the fund', 4), cited('Share of transit fees to the fund', 3)],
      }),
      judgementWith({
        id: idOf(752),
        text: 'Ratification in Aldova is a roughly even chance this year.',
        likelihood: 'roughly even chance',
        confidence: 'low',
        confidenceBasis: 'One official note, silent on the count of votes.',
        excerpts: [cited('Ratification by both parliaments', 3), cited('Ratification by both parliaments', 4)],
      }),
      judgementWith({
        id: idOf(753),
        text: 'The announcement of March and the empty signature page of the same week are not in contradiction: they speak of different papers.',
        likelihood: null,
        confidence: 'high',
        confidenceBasis: 'Both accounts are of eyewitnesses and name the papers.',
        excerpts: [cited('Signed', 2), cited('Signed', 1)],
      }),
      judgementWith({
        id: idOf(754),
        text: 'Boarding of vessels is likely to resume before the mission is in place.',
        likelihood: 'likely',
        confidence: 'moderate',
        confidenceBasis: 'The scope of the pause is disputed and its end undated.',
        excerpts: [
          cited('Pause in the boarding of vessels', 1),
          cited('Pause in the boarding of vessels', 2),
          cited('Monitoring mission', 3),
        ],
      }),
      judgementWith({
        id: idOf(755),
        text: 'The pilots, not the ministers, will decide when the night passage opens.',
        likelihood: null,
        confidence: null,
        confidenceBasis: '',
        excerpts: [],
      }),
    ],
  }),
  blockWith('prose', {
    heading: 'Outlook',
    document: doc(
      paragraph(
        text(
          'Three dates matter before winter: the vote in Aldova, the lighting of the beacons, and the first count of fees. ',
        ),
        { type: 'text', text: 'None of them is fixed.', marks: [{ type: 'bold' }] },
        citation(cited('Ratification by both parliaments', 3)),
      ),
      { type: 'heading', attrs: { level: 1 }, content: [text('What would change our mind')] },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph(
                text('A published annex that names the berths differently from '),
                { type: 'mention', attrs: { record: 'source', id: mentioned.source, label: 'the note' } },
                text('.'),
              ),
            ],
          },
          {
            type: 'listItem',
            content: [
              paragraph(
                text('A date for '),
                { type: 'mention', attrs: { record: 'term', id: mentioned.term, label: 'Night passage' } },
                text(', or a change of '),
                { type: 'mention', attrs: { record: 'risk', id: mentioned.risk, label: 'R-01' } },
                text('.'),
              ),
            ],
          },
        ],
      },
      {
        type: 'blockquote',
        content: [
          paragraph(text('A strait is a promise made twice a day. Протока — це обіцянка, яку дають двічі на день.')),
        ],
      },
    ),
  }),
  blockWith('matrix'),
  blockWith('conflicts'),
  blockWith('heat map'),
  blockWith('register'),
  blockWith('gaps'),
  blockWith('sources'),
  blockWith('scale key'),
  blockWith('endnotes'),
  blockWith('evidence annex'),
]
