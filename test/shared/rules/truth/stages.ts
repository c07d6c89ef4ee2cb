import { holds, listed, type Pair, percent } from './pairs.ts'

const later = { asOf: '2025-05-01' }

/** Talks move: a stage is a time of its own, and two of them are a conflict only where both cannot be the state of one day. */
export const stagePairs: Pair[] = [
  ['proposed, later agreed', { stage: 'proposed' }, { ...later, stage: 'agreed in principle' }, 'change stage'],
  ['agreed, later countered', { stage: 'agreed in principle' }, { ...later, stage: 'countered' }, 'change stage'],
  ['agreed and countered on one day', { stage: 'agreed in principle' }, { stage: 'countered' }, 'conflict stage'],
  [
    'agreed one day, countered the next',
    { stage: 'agreed in principle' },
    { asOf: '2025-03-12', stage: 'countered' },
    'change stage',
  ],
  [
    'agreed on a day, countered in its month',
    { stage: 'agreed in principle' },
    { asOf: '2025-03', stage: 'countered' },
    'change stage',
  ],
  [
    'signed and rejected in one month',
    { asOf: '2025-03', stage: 'signed' },
    { asOf: '2025-03', stage: 'rejected' },
    'conflict stage',
  ],
  ['signed on a day, rejected in its year', { stage: 'signed' }, { asOf: '2025', stage: 'rejected' }, 'conflict stage'],
  ['signed, rejected the month before', { stage: 'signed' }, { asOf: '2025-02', stage: 'rejected' }, 'change stage'],
  ['signed and ratified on one day', { stage: 'signed' }, { stage: 'ratified' }, 'change stage'],
  ['text agreed and signed on one day', { stage: 'text agreed' }, { stage: 'signed' }, 'change stage'],
  ['proposed and countered on one day', { stage: 'proposed' }, { stage: 'countered' }, 'change stage'],
  ['proposed and withdrawn on one day', { stage: 'proposed' }, { stage: 'withdrawn' }, 'change stage'],
  ['rejected and withdrawn on one day', { stage: 'rejected' }, { stage: 'withdrawn' }, 'change stage'],
  [
    'agreed in principle and withdrawn on one day',
    { stage: 'agreed in principle' },
    { stage: 'withdrawn' },
    'conflict stage',
  ],
  ['in force and amended on one day', { stage: 'in force' }, { stage: 'amended' }, 'change stage'],
  [
    'agreed, published on the day of the counter-proposal',
    { asOf: '', published: '2025-03-11', stage: 'agreed in principle' },
    { stage: 'countered' },
    'conflict stage',
  ],
  ['signed and rejected, one undated', { asOf: '', stage: 'signed' }, { stage: 'rejected' }, 'undecidable'],
  ['proposed and countered, one undated', { asOf: '', stage: 'proposed' }, { stage: 'countered' }, 'change stage'],
  [
    'another share at another stage of one day',
    { stage: 'proposed', value: percent(50) },
    { stage: 'countered', value: percent(30) },
    'change stage',
  ],
  [
    'another share at one stage of one day',
    { stage: 'proposed', value: percent(50) },
    { stage: 'proposed', value: percent(30) },
    'conflict value: 20 points',
  ],
  [
    'another share at one stage, later',
    { stage: 'proposed', value: percent(50) },
    { ...later, stage: 'proposed', value: percent(30) },
    'change',
  ],
  [
    'the same share at one stage, later',
    { stage: 'proposed', value: percent(50) },
    { ...later, stage: 'proposed', value: percent(50) },
    'agreement',
  ],
  [
    'another share, one stage not said',
    { stage: 'signed', value: percent(50) },
    { value: percent(30) },
    'conflict value: 20 points',
  ],
  [
    'yes agreed, no countered, on one day',
    { stage: 'agreed in principle', value: holds(true) },
    { stage: 'countered', value: holds(false) },
    'conflict stage',
  ],
  [
    'yes signed, no countered, months before',
    { ...later, stage: 'signed', value: holds(true) },
    { stage: 'countered', value: holds(false) },
    'change stage',
  ],
  [
    'two lists at two stages of one day',
    { stage: 'signed', value: listed('nickel') },
    { stage: 'proposed', value: listed('lithium') },
    'conflict stage',
  ],
  [
    'stages of two bases',
    { stage: 'signed', value: percent(5), basis: 'oil' },
    { stage: 'rejected', value: percent(5), basis: 'gas' },
    'not comparable basis',
  ],
  [
    'what one party offered and gave up in one month',
    { asOf: '2025-02~', statement: 'offer', party: 'US', stage: 'proposed', value: percent(50) },
    { asOf: '2025-02~', statement: 'offer', party: 'US', stage: 'withdrawn', value: percent(50) },
    'change stage',
  ],
]
