import { holds, lasting, listed, on, option, type Pair, percent, text } from './pairs.ts'

const denied = { polarity: 'denies' } as const

/** What is denied, and of what; and the difference between silence, no value and no. */
export const denialPairs: Pair[] = [
  ['50 asserted and denied', { value: percent(50) }, { ...denied, value: percent(50) }, 'conflict existence'],
  ['50 asserted, 90 denied', { value: percent(50) }, { ...denied, value: percent(90) }, 'not comparable'],
  ['50 asserted, everything denied', { value: percent(50) }, denied, 'conflict existence'],
  [
    '50 asserted, later denied',
    { value: percent(50) },
    { ...denied, asOf: '2025-05-01', value: percent(50) },
    'change',
  ],
  [
    '50 asserted and denied, undated',
    { asOf: '', value: percent(50) },
    { ...denied, value: percent(50) },
    'undecidable',
  ],
  ['50 asserted, 40 to 60 denied', { value: percent(50) }, { ...denied, value: percent(40, 60) }, 'conflict existence'],
  ['40 to 60 asserted, 50 denied', { value: percent(40, 60) }, { ...denied, value: percent(50) }, 'undecidable'],
  [
    'at least 50 asserted, 50 denied',
    { value: percent(50), qualifier: 'at least' },
    { ...denied, value: percent(50) },
    'undecidable',
  ],
  [
    '60 asserted, at least 50 denied',
    { value: percent(60) },
    { ...denied, value: percent(50), qualifier: 'at least' },
    'conflict existence',
  ],
  [
    '40 asserted, at least 50 denied',
    { value: percent(40) },
    { ...denied, value: percent(50), qualifier: 'at least' },
    'not comparable',
  ],
  [
    'about 50 asserted, 50 denied',
    { value: percent(50), qualifier: 'about' },
    { ...denied, value: percent(50) },
    'undecidable',
  ],
  [
    '50 asserted, about 50 denied',
    { value: percent(50) },
    { ...denied, value: percent(50), qualifier: 'about' },
    'conflict existence',
  ],
  [
    '49 asserted, 50 denied, within the tolerance',
    { value: percent(49) },
    { ...denied, value: percent(50) },
    'conflict existence',
    { tolerance: 5 },
  ],
  [
    '50 of one thing asserted, of another denied',
    { value: percent(50), basis: 'new licences' },
    { ...denied, value: percent(50), basis: 'all revenue' },
    'not comparable basis',
  ],
  [
    '50 of one thing asserted, of what nobody says denied',
    { value: percent(50), basis: 'new licences' },
    { ...denied, value: percent(50) },
    'undecidable basis',
  ],
  [
    '50 of what nobody says asserted, of one thing denied',
    { value: percent(50) },
    { ...denied, value: percent(50), basis: 'new licences' },
    'undecidable basis',
  ],
  [
    '50 of one thing asserted, everything denied',
    { value: percent(50), basis: 'new licences' },
    denied,
    'conflict existence',
  ],
  [
    'asserted under one condition, denied under another',
    { value: percent(50), condition: 'if Russia agrees' },
    { ...denied, value: percent(50), condition: 'if parliament votes for it' },
    'not comparable scope',
  ],
  [
    'asserted as it is, denied under a condition',
    { value: percent(50) },
    { ...denied, value: percent(50), condition: 'if Russia agrees' },
    'undecidable',
  ],
  [
    'asserted under a condition, denied altogether',
    { value: percent(50), condition: 'if Russia agrees' },
    { ...denied, value: percent(50) },
    'conflict existence',
  ],
  ['asserted without a value, 90 denied', {}, { ...denied, value: percent(90) }, 'undecidable'],
  ['asserted without a value, denied', {}, denied, 'conflict existence'],
  [
    'a month asserted, a day of it denied',
    { value: on('2025-04') },
    { ...denied, value: on('2025-04-30') },
    'undecidable',
  ],
  [
    'a day asserted, its month denied',
    { value: on('2025-04-30') },
    { ...denied, value: on('2025-04') },
    'conflict existence',
  ],
  [
    'a day asserted, another month denied',
    { value: on('2025-04-30') },
    { ...denied, value: on('2025-05') },
    'not comparable',
  ],
  [
    '30 days asserted, a month denied',
    { value: lasting(30, 'day') },
    { ...denied, value: lasting(1, 'month') },
    'conflict existence',
  ],

  // To deny a yes is to say no.
  ['yes asserted, yes denied', { value: holds(true) }, { ...denied, value: holds(true) }, 'conflict existence'],
  ['no asserted, yes denied', { value: holds(false) }, { ...denied, value: holds(true) }, 'agreement'],
  ['no asserted, no denied', { value: holds(false) }, { ...denied, value: holds(false) }, 'conflict existence'],
  ['yes asserted, no denied', { value: holds(true) }, { ...denied, value: holds(false) }, 'agreement'],
  ['no asserted, everything denied', { value: holds(false) }, denied, 'agreement'],
  ['yes asserted, everything denied', { value: holds(true) }, denied, 'conflict existence'],
  [
    'yes denied, no denied',
    { ...denied, value: holds(true) },
    { ...denied, value: holds(false) },
    'conflict existence',
  ],
  [
    'yes denied, later no denied',
    { ...denied, value: holds(true) },
    { ...denied, asOf: '2025-05-01', value: holds(false) },
    'change',
  ],
  ['yes denied twice', { ...denied, value: holds(true) }, { ...denied, value: holds(true) }, 'agreement'],
  ['everything denied, yes denied', denied, { ...denied, value: holds(true) }, 'agreement'],

  // Options and lists
  [
    'one option asserted and denied',
    { value: option('joint') },
    { ...denied, value: option('Joint') },
    'conflict existence',
  ],
  [
    'one option asserted, another denied',
    { value: option('joint') },
    { ...denied, value: option('US alone') },
    'not comparable',
  ],
  [
    'two options denied',
    { ...denied, value: option('joint') },
    { ...denied, value: option('US alone') },
    'not comparable',
  ],
  [
    'a list asserted, one of it denied',
    { value: listed('lithium', 'titanium') },
    { ...denied, value: listed('lithium') },
    'conflict existence',
  ],
  [
    'a list asserted, something else denied',
    { value: listed('lithium') },
    { ...denied, value: listed('nickel') },
    'not comparable',
  ],
  [
    'one asserted, a list with it denied',
    { value: listed('lithium') },
    { ...denied, value: listed('lithium', 'nickel') },
    'undecidable',
  ],
  [
    'two lists denied',
    { ...denied, value: listed('lithium') },
    { ...denied, value: listed('nickel') },
    'not comparable',
  ],
  [
    'words asserted and denied',
    { value: text('A base at the port') },
    { ...denied, value: text('a base at the port') },
    'conflict existence',
  ],
  [
    'words asserted, other words denied',
    { value: text('A base') },
    { ...denied, value: text('A port') },
    'undecidable',
  ],
  ['unread words asserted and denied', { raw: 'a base' }, { ...denied, raw: 'A base' }, 'conflict existence'],
  ['unread words asserted, others denied', { raw: 'a base' }, { ...denied, raw: 'a port' }, 'undecidable'],

  // Two denials
  ['50 denied, 90 denied', { ...denied, value: percent(50) }, { ...denied, value: percent(90) }, 'not comparable'],
  [
    '50 denied twice, at two times',
    { ...denied, value: percent(50) },
    { ...denied, asOf: '2025-05-01', value: percent(50) },
    'agreement',
  ],
  ['everything denied, 50 denied', denied, { ...denied, value: percent(50) }, 'agreement'],
  [
    '50 and more denied, 60 and less denied',
    { ...denied, value: percent(50), qualifier: 'at least' },
    { ...denied, value: percent(60), qualifier: 'up to' },
    'conflict existence',
  ],
  [
    '60 and more denied, 50 and less denied',
    { ...denied, value: percent(60), qualifier: 'at least' },
    { ...denied, value: percent(50), qualifier: 'up to' },
    'not comparable',
  ],

  // A denial of what has been given up is no news.
  ['withdrawn, and denied', { value: percent(50), stage: 'withdrawn' }, { ...denied, value: percent(50) }, 'agreement'],
  ['rejected, and denied', { stage: 'rejected' }, { ...denied, stage: 'rejected' }, 'agreement'],
  ['signed, and denied', { stage: 'signed' }, denied, 'conflict existence'],
  [
    'signed, and denied when proposed',
    { stage: 'signed' },
    { ...denied, asOf: '2025-02', stage: 'proposed' },
    'change',
  ],

  // Silence and no value contradict nothing.
  ['silent, and 50', { polarity: 'silent' }, { value: percent(50) }, 'not comparable'],
  ['silent, and denied', { polarity: 'silent' }, denied, 'not comparable'],
  ['silent, and silent', { polarity: 'silent' }, { polarity: 'silent' }, 'not comparable'],
  ['no value, and 50', { polarity: 'no-value' }, { value: percent(50) }, 'not comparable'],
  ['no value, and denied', { polarity: 'no-value' }, denied, 'not comparable'],
  ['no value, and silent', { polarity: 'no-value' }, { polarity: 'silent' }, 'not comparable'],
]
