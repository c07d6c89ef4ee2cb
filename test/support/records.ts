import { firstCriteria } from '../../main/records/first-criteria.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import type { Briefing } from '../../shared/model/briefing.ts'
import { type BlockKind, type BriefingBlock, briefingBlock } from '../../shared/model/briefing-block.ts'
import { type Claim, claim } from '../../shared/model/claim.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { Criteria, Scales } from '../../shared/model/criteria.ts'
import type { Judgement } from '../../shared/model/judgement.ts'
import { type PartialDate, partialDate } from '../../shared/model/partial-date.ts'
import type { Party } from '../../shared/model/party.ts'
import type { Position } from '../../shared/model/position.ts'
import type { Risk } from '../../shared/model/risk.ts'
import type { Bibliography, Source } from '../../shared/model/source.ts'
import type { Term } from '../../shared/model/term.ts'
import type { TextBlock } from '../../shared/model/text-version.ts'
import { blankBlock } from '../../shared/rules/briefing/blank-block.ts'

/** An id of any record, the same for the same number. */
export const idOf = <Id extends string>(number: number): Id =>
  `01900000-0000-7000-8000-${String(number).padStart(12, '0')}` as Id

export const day = (words: string): PartialDate => partialDate.parse(words)

export const stamps = { created: '2025-05-01T00:00:00.000Z', updated: '2025-05-01T00:00:00.000Z' }

/** A record as its fields stand before anyone has filled them in; each test says what matters to it. */
type Blank<Row, Given extends keyof Row> = Omit<Row, Given | 'id' | 'created' | 'updated'>

export const blankBibliography: Bibliography = {
  title: '',
  authors: [],
  publisher: '',
  published: null,
  publishedStated: '',
  publishedReadings: [],
  accessed: null,
  url: '',
  language: 'en',
  kind: 'news article',
}

export const blankSource: Blank<Source, never> = {
  ...blankBibliography,
  reliability: 'C',
  reliabilityReason: '',
  lineage: null,
  warnings: [],
  comment: '',
  tags: [],
  collections: [],
  statements: [],
  accepted: [],
  enclosedIn: null,
}

export const blankTerm: Blank<Term, 'ref' | 'name' | 'sequence'> = {
  category: 'Money',
  question: '',
  valueType: 'text',
  units: [],
  bases: [],
  options: [],
  tolerance: 0,
  importance: 'medium',
}

const unstated = { raw: '', value: null, basis: '', qualifier: 'exactly', condition: '' } as const

export const blankClaim: Blank<Claim, 'term' | 'source'> = {
  ...unstated,
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
  evidence: [],
}

export const blankPosition: Blank<Position, 'term' | 'validAt'> = {
  ...unstated,
  party: null,
  stage: null,
  rationale: '',
  likelihood: null,
  confidence: 'moderate',
  confidenceBasis: '',
  dissent: '',
  claims: [],
}

export const blankConflict: Blank<Conflict, 'term' | 'claims'> = {
  kind: 'value',
  size: '',
  reason: '',
  foundBy: 'detector',
  state: 'open',
  resolution: null,
  rationale: '',
  decidedBy: '',
  decisions: [],
  decidedAt: null,
  evidence: [],
  risks: [],
}

export const blankRisk: Blank<Risk, 'ref' | 'title'> = {
  otherRef: '',
  cause: '',
  event: '',
  consequence: '',
  category: '',
  kind: 'threat',
  owner: '',
  status: 'open',
  statusReason: '',
  strategy: null,
  proximity: '',
  velocity: '',
  strikesBy: null,
  reviewDays: null,
  nextReview: null,
  acceptance: null,
  contingency: '',
  fallback: '',
  origins: [],
  moves: [],
  terms: [],
  claims: [],
  evidence: [],
  actions: [],
  indicators: [],
}

export const sourceWith = (number: number, more: Partial<Source> = {}): Source => ({
  ...blankSource,
  id: idOf(number),
  title: `Source ${number}`,
  ...stamps,
  ...more,
})

export const termWith = (number: number, more: Partial<Term> = {}): Term => ({
  ...blankTerm,
  id: idOf(number),
  ref: `T-${String(number).padStart(2, '0')}`,
  name: `Term ${number}`,
  valueType: 'percent',
  sequence: number,
  ...stamps,
  ...more,
})

export const claimWith = (number: number, more: Partial<Claim> = {}): Claim =>
  claim.parse({
    ...blankClaim,
    id: idOf(number),
    term: idOf(1),
    source: idOf(1),
    evidence: [{ excerpt: idOf(number), role: 'supports' }],
    ...stamps,
    ...more,
  })

export const positionWith = (number: number, more: Partial<Position> = {}): Position => ({
  ...blankPosition,
  id: idOf(number),
  term: idOf(1),
  validAt: day('2025-03-15'),
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
  ...blankConflict,
  id: idOf(number),
  term: idOf(1),
  claims: [idOf(1), idOf(2)],
  ...stamps,
  ...more,
})

export const riskWith = (number: number, more: Partial<Risk> = {}): Risk => ({
  ...blankRisk,
  id: idOf(number),
  ref: `R-${String(number).padStart(2, '0')}`,
  title: 'A risk',
  ...stamps,
  ...more,
})

/** The scale of ICD 203 with five impacts and a grid that rises in both directions. */
export const icdScales: Scales = {
  name: 'ICD 203',
  likelihoods: firstCriteria.likelihoods,
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
  cadence: [],
}

/** The same as the version in force of a case. */
export const icdCriteria: Criteria = { id: idOf(901), ...icdScales, ...stamps }

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
  conflicts: [],
  author: '',
  date: day('2025-03-15'),
  criteria: icdCriteria.id,
  created: stamps.created,
  ...more,
})

export const judgementWith = (more: Partial<Judgement> = {}): Judgement => ({
  id: idOf(1),
  text: 'A fuller text will likely follow.',
  likelihood: 'likely',
  confidence: 'moderate',
  confidenceBasis: 'Two origins agree.',
  alternative: '',
  marking: '',
  excerpts: [idOf(1)],
  ...more,
})

const kinds = briefingBlock.options.map(option => option.shape.kind.value)

/** A block of a kind as the composer would add it, its id made of its kind: give another to a second one. */
export const blockWith = <Kind extends BlockKind>(
  kind: Kind,
  more: Partial<Extract<BriefingBlock, { kind: Kind }>> = {},
): Extract<BriefingBlock, { kind: Kind }> => ({ ...blankBlock(kind, idOf(700 + kinds.indexOf(kind))), ...more })

export const briefingWith = (more: Partial<Briefing> = {}): Briefing => ({
  id: idOf(1),
  title: 'Minerals talks',
  subtitle: '',
  author: 'An Analyst',
  audience: '',
  distribution: [],
  marking: 'TLP:AMBER',
  cutOff: day('2025-05-10'),
  numbered: false,
  contents: true,
  blocks: [],
  answers: [],
  ...stamps,
  ...more,
})

/** A paragraph for every line of the text. */
export const blocksOf = (text: string): TextBlock[] => {
  const blocks: TextBlock[] = []
  let start = 0
  for (const words of text.split('\n')) {
    if (words.trim() !== '') blocks.push({ start, end: start + words.length, kind: 'paragraph', apparatus: false })
    start += words.length + 1
  }
  return blocks
}
