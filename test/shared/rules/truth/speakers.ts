import { holds, type Pair, percent } from './pairs.ts'

const fifty = { value: percent(50) }
const ten = { value: percent(10) }
const wants = { statement: 'position' } as const
const offers = { statement: 'offer' } as const
const expects = { statement: 'forecast' } as const

/** Who says so, from where they have it, and what is no longer held. */
export const speakerPairs: Pair[] = [
  [
    'what two parties want',
    { ...wants, ...fifty, party: 'US' },
    { ...wants, ...ten, party: 'Ukraine' },
    'not comparable',
  ],
  [
    'what one party wants, told in two ways',
    { ...wants, ...fifty, party: 'US' },
    { ...wants, ...ten, party: 'US' },
    'conflict attribution: 40 points',
  ],
  [
    'what one party wants, later something else',
    { ...wants, ...fifty, party: 'US' },
    { ...wants, ...ten, party: 'US', asOf: '2025-05-01' },
    'change',
  ],
  [
    'what two parties want alike',
    { ...wants, ...fifty, party: 'US' },
    { ...wants, ...fifty, party: 'Ukraine' },
    'not comparable',
  ],
  [
    'offer and counter-offer',
    { ...offers, ...fifty, party: 'US' },
    { ...offers, ...ten, party: 'Ukraine' },
    'not comparable',
  ],
  [
    'two offers of one party on one day',
    { ...offers, ...fifty, party: 'US' },
    { ...offers, ...ten, party: 'US' },
    'conflict attribution: 40 points',
  ],
  [
    'what one party wants and what it offers',
    { ...wants, ...fifty, party: 'US' },
    { ...offers, ...ten, party: 'US' },
    'not comparable',
  ],
  ['what a party wants, and what is so', { ...wants, ...fifty, party: 'US' }, ten, 'not comparable'],
  [
    'what a party offers, and what the text says',
    { ...offers, ...fifty, party: 'US' },
    { ...ten, statement: 'text' },
    'not comparable',
  ],
  ['what nobody named wants, and a party', { ...wants, ...fifty }, { ...wants, ...ten, party: 'US' }, 'undecidable'],
  ['what two nobodies want', { ...wants, ...fifty }, { ...wants, ...ten }, 'undecidable'],
  [
    'what one speaker wants, in two spellings',
    { ...wants, ...fifty, assertedBy: 'The Envoy ' },
    { ...wants, ...ten, assertedBy: 'the envoy' },
    'conflict attribution: 40 points',
  ],
  [
    'what two speakers want',
    { ...wants, ...fifty, assertedBy: 'The envoy' },
    { ...wants, ...ten, assertedBy: 'The minister' },
    'not comparable',
  ],
  [
    'what two speakers of one party want',
    { ...wants, ...fifty, party: 'US', assertedBy: 'The envoy' },
    { ...wants, ...ten, party: 'US', assertedBy: 'The minister' },
    'conflict attribution: 40 points',
  ],
  [
    'what a party wants, and a speaker of no party',
    { ...wants, ...fifty, party: 'US' },
    { ...wants, ...ten, assertedBy: 'The envoy' },
    'undecidable',
  ],
  [
    'what a party wants, asserted and denied',
    { ...wants, ...fifty, party: 'US' },
    { ...wants, ...fifty, party: 'US', polarity: 'denies' },
    'conflict attribution',
  ],
  [
    'what one party wants, denied by the other',
    { ...wants, ...fifty, party: 'US' },
    { ...wants, ...fifty, party: 'Ukraine', polarity: 'denies' },
    'not comparable',
  ],
  [
    'what is so, denied as a position',
    fifty,
    { ...wants, ...fifty, party: 'Ukraine', polarity: 'denies' },
    'not comparable',
  ],
  [
    'what is so, as two parties tell it',
    { ...fifty, party: 'US' },
    { ...ten, party: 'Ukraine' },
    'conflict value: 40 points',
  ],
  [
    'what is so, as two speakers tell it',
    { ...fifty, assertedBy: 'The envoy' },
    { ...ten, assertedBy: 'The minister' },
    'conflict value: 40 points',
  ],
  ['the text and a report of it', { ...fifty, statement: 'text' }, ten, 'conflict value: 40 points'],
  [
    'two versions of the text on one day',
    { ...fifty, statement: 'text' },
    { ...ten, statement: 'text' },
    'conflict value: 40 points',
  ],
  [
    'two versions of the text on two days',
    { ...fifty, statement: 'text' },
    { ...ten, statement: 'text', asOf: '2025-05-01' },
    'change',
  ],
  ['a report and an inference', fifty, { ...ten, statement: 'inference' }, 'conflict value: 40 points'],
  ['a forecast and a report', { ...expects, ...fifty }, ten, 'not comparable'],
  ['a forecast and what a party wants', { ...expects, ...fifty }, { ...wants, ...ten, party: 'US' }, 'not comparable'],
  ['forecasts of two sources', { ...expects, ...fifty }, { ...expects, ...ten }, 'not comparable'],
  [
    'forecasts of one bank in two sources',
    { ...expects, ...fifty, assertedBy: 'A bank' },
    { ...expects, ...ten, assertedBy: 'A Bank' },
    'conflict attribution: 40 points',
  ],
  [
    'forecasts of one bank, months apart',
    { ...expects, ...fifty, assertedBy: 'A bank' },
    { ...expects, ...ten, assertedBy: 'A bank', asOf: '2025-05-01' },
    'change',
  ],
  [
    'forecasts of two banks that agree',
    { ...expects, ...fifty, assertedBy: 'A bank' },
    { ...expects, ...fifty, assertedBy: 'Another bank' },
    'not comparable',
  ],

  // From where they have it: two relays of one wire are one voice.
  ['one wire, one value', { ...fifty, relays: 'wire' }, { ...fifty, relays: 'wire' }, 'agreement'],
  ['one wire, two values', { ...fifty, relays: 'wire' }, { ...ten, relays: 'wire' }, 'undecidable'],
  [
    'one wire, two values, the one published later',
    { ...fifty, relays: 'wire', published: '2025-03-11' },
    { ...ten, relays: 'wire', published: '2025-03-14' },
    'change',
  ],
  [
    'one wire, two values, of two days',
    { ...fifty, relays: 'wire' },
    { ...ten, relays: 'wire', asOf: '2025-03-14' },
    'change',
  ],
  [
    'one wire by way of their sources',
    { ...fifty, sourceRelays: 'wire' },
    { ...ten, sourceRelays: 'wire' },
    'undecidable',
  ],
  [
    'one wire, by the claim and by the source',
    { ...fifty, relays: 'wire' },
    { ...ten, sourceRelays: 'wire' },
    'undecidable',
  ],
  [
    'a claim of another origin than its source',
    { ...fifty, relays: 'leak', sourceRelays: 'wire' },
    { ...ten, sourceRelays: 'wire' },
    'conflict value: 40 points',
  ],
  ['two wires', { ...fifty, relays: 'wire' }, { ...ten, relays: 'leak' }, 'conflict value: 40 points'],
  ['a wire and an own report', { ...fifty, relays: 'wire' }, ten, 'conflict value: 40 points'],
  [
    'one wire, asserted and denied',
    { ...fifty, relays: 'wire' },
    { ...fifty, relays: 'wire', polarity: 'denies' },
    'undecidable',
  ],
  [
    'one wire, signed and rejected',
    { stage: 'signed', relays: 'wire' },
    { stage: 'rejected', relays: 'wire' },
    'undecidable',
  ],
  [
    'one wire, shares of two things',
    { ...fifty, basis: 'oil', relays: 'wire' },
    { ...ten, basis: 'gas', relays: 'wire' },
    'not comparable basis',
  ],
  [
    'one wire, yes and no',
    { value: holds(true), relays: 'wire' },
    { value: holds(false), relays: 'wire' },
    'undecidable',
  ],

  // Rank
  ['a deprecated claim', { ...fifty, rank: 'deprecated' }, ten, 'not comparable'],
  ['a deprecated claim that agrees', { ...fifty, rank: 'deprecated' }, fifty, 'not comparable'],
  ['a preferred claim is contradicted all the same', { ...fifty, rank: 'preferred' }, ten, 'conflict value: 40 points'],
]
