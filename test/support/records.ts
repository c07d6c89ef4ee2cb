import type { Assessment } from '../../shared/model/assessment.ts'
import type { Briefing, Judgement } from '../../shared/model/briefing.ts'
import { type Claim, claim } from '../../shared/model/claim.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { Scales } from '../../shared/model/criteria.ts'
import { type PartialDate, partialDate } from '../../shared/model/partial-date.ts'
import type { Party } from '../../shared/model/party.ts'
import type { Position } from '../../shared/model/position.ts'
import type { Source } from '../../shared/model/source.ts'
import type { Term } from '../../shared/model/term.ts'

/** An id of any record, the same for the same number. */
export const idOf = <Id extends string>(number: number): Id =>
  `01900000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id

export const day = (words: string): PartialDate => partialDate.parse(words)

const stamps = { created: '2025-05-01T00:00:00.000Z', updated: '2025-05-01T00:00:00.000Z' }
const unstated = { raw: '', value: null, basis: '', qualifier: 'exactly' as const, condition: '' }

export const sourceWith = (number: number, more: Partial<Source> = {}): Source => ({
  id: idOf(number),
  title: `Source ${number}`,
  authors: [],
  publisher: '',
  published: null,
  publishedStated: '',
  publishedReadings: [],
  accessed: null,
  url: '',
  language: 'en',
  kind: 'news article',
  reliability: 'C',
  reliabilityReason: '',
  lineage: null,
  warnings: [],
  comment: '',
  tags: [],
  ...stamps,
  ...more,
})

export const termWith = (number: number, more: Partial<Term> = {}): Term => ({
  id: idOf(number),
  ref: `T-${String(number).padStart(2, '0')}`,
  category: 'Money',
  name: `Term ${number}`,
  question: '',
  valueType: 'percent',
  units: [],
  bases: [],
  options: [],
  tolerance: 0,
  importance: 'medium',
  sequence: number,
  ...stamps,
  ...more,
})

export const claimWith = (number: number, more: Partial<Claim> = {}): Claim =>
  claim.parse({
    ...unstated,
    id: idOf(number),
    term: idOf(1),
    source: idOf(1),
    assertedBy: '',
    party: null,
    statement: 'fact',
    polarity: 'asserts',
    stage: null,
    asOf: null,
    eventDate: null,
    credibility: 3,
    credibilityReason: '',
    confidence: null,
    rank: 'normal',
    rankReason: '',
    lineage: null,
    comment: '',
    evidence: [{ excerpt: idOf(number), role: 'supports' }],
    ...stamps,
    ...more,
  })

export const positionWith = (number: number, more: Partial<Position> = {}): Position => ({
  ...unstated,
  id: idOf(number),
  term: idOf(1),
  party: null,
  validAt: day('2025-03-15'),
  stage: null,
  rationale: '',
  likelihood: null,
  confidence: 'moderate',
  confidenceBasis: '',
  dissent: '',
  claims: [idOf(1)],
  ...stamps,
  ...more,
})

export const partyWith = (number: number, name: string): Party => ({
  id: idOf(number),
  name,
  shortName: name,
  sequence: number,
  ...stamps,
})

export const conflictWith = (number: number, more: Partial<Conflict> = {}): Conflict => ({
  id: idOf(number),
  term: idOf(1),
  claims: [idOf(1), idOf(2)],
  kind: 'value',
  size: '',
  reason: '',
  foundBy: 'detector',
  state: 'open',
  resolution: null,
  rationale: '',
  decidedBy: '',
  decidedAt: null,
  evidence: [],
  risks: [],
  ...stamps,
  ...more,
})

/** The scale of ICD 203 with five impacts and a grid that rises in both directions. */
export const icdScales: Scales = {
  name: 'ICD 203',
  likelihoods: [
    { word: 'almost no chance', low: 1, high: 5 },
    { word: 'very unlikely', low: 5, high: 20 },
    { word: 'unlikely', low: 20, high: 45 },
    { word: 'roughly even chance', low: 45, high: 55 },
    { word: 'likely', low: 55, high: 80 },
    { word: 'very likely', low: 80, high: 95 },
    { word: 'almost certain', low: 95, high: 99 },
  ],
  impacts: ['negligible', 'minor', 'moderate', 'major', 'severe'].map(word => ({ word, description: '' })),
  dimensions: ['Deal', 'Money'],
  grid: [
    ['VL', 'VL', 'L', 'L', 'M'],
    ['VL', 'L', 'L', 'M', 'M'],
    ['L', 'L', 'M', 'M', 'H'],
    ['L', 'M', 'M', 'H', 'H'],
    ['L', 'M', 'H', 'H', 'VH'],
    ['M', 'M', 'H', 'VH', 'VH'],
    ['M', 'H', 'H', 'VH', 'VH'],
  ],
  appetite: [],
}

export const assessmentWith = (number: number, more: Partial<Assessment> = {}): Assessment => ({
  id: idOf(number),
  risk: idOf(1),
  kind: 'current',
  likelihoodWord: 'likely',
  likelihoodLow: 55,
  likelihoodHigh: 80,
  impacts: [{ dimension: 'Deal', level: 2, rationale: '' }],
  level: 'M',
  strength: 'moderate',
  reason: 'because',
  excerpts: [],
  claims: [],
  author: '',
  date: day('2025-03-15'),
  criteria: icdScales,
  created: stamps.created,
  ...more,
})

export const judgementWith = (more: Partial<Judgement> = {}): Judgement => ({
  text: 'A fuller text will likely follow.',
  likelihood: 'likely',
  confidence: 'moderate',
  confidenceBasis: 'Two origins agree.',
  excerpts: [idOf(1)],
  ...more,
})

export const briefingWith = (more: Partial<Briefing> = {}): Briefing => ({
  id: idOf(1),
  title: 'Minerals talks',
  subtitle: '',
  author: 'An Analyst',
  audience: '',
  marking: 'TLP:AMBER',
  cutOff: day('2025-05-10'),
  blocks: [],
  ...stamps,
  ...more,
})
