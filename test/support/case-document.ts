import { sha256 } from '../../main/records/files.ts'
import { firstCriteria } from '../../main/records/first-criteria.ts'
import type { Assessment } from '../../shared/model/assessment.ts'
import type { Briefing } from '../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../shared/model/briefing-block.ts'
import { type CaseDocument, caseDocument } from '../../shared/model/case-document.ts'
import type { Claim } from '../../shared/model/claim.ts'
import type { Conflict } from '../../shared/model/conflict.ts'
import type { Criteria } from '../../shared/model/criteria.ts'
import type { Position } from '../../shared/model/position.ts'
import type { Risk } from '../../shared/model/risk.ts'
import type { Source } from '../../shared/model/source.ts'
import type { Term } from '../../shared/model/term.ts'
import {
  blankClaim,
  blankConflict,
  blankPosition,
  blankRisk,
  blankSource,
  blankTerm,
  blocksOf,
  day,
} from './records.ts'

const stamp = '2025-06-02T08:00:00.000Z'
const stamps = { created: stamp, updated: stamp }
type Document = CaseDocument
type Excerpt = Document['excerpts'][number]
/** A record as a test states it: what matters to the test, the rest filled in. */
type Some<Record> = Partial<Omit<Record, 'id' | 'created' | 'updated'>>

const impactWords = ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe']
const { likelihoods, grid } = firstCriteria

/** Builds a whole case record by record; ids are UUIDv7s that count up, so that the same calls give the same case. */
export function caseBuilder(name = 'Kerma transit accord') {
  let count = 0
  const id = <Brand>() => {
    count += 1
    return `019732c0-0000-7000-8000-${count.toString(16).padStart(12, '0')}` as Brand
  }
  const criteria: Criteria = {
    id: id<Criteria['id']>(),
    name: 'ICD 203',
    likelihoods,
    impacts: impactWords.map(word => ({ word, description: `${word} effect on the aims of the mandate` })),
    dimensions: ['Political', 'Economic'],
    grid,
    appetite: [{ category: 'Security', level: 'M' }],
    cadence: [],
    ...stamps,
  }
  const document: Document = {
    format: 'glossator-case',
    version: 1,
    case: { name, analyst: 'M. Okafor', marking: 'TLP:AMBER', scheme: null, created: stamp },
    parties: [],
    lineages: [],
    tags: [],
    collections: [],
    savedViews: [],
    relations: [],
    editions: [],
    inquiries: [],
    hypotheses: [],
    sources: [],
    excerpts: [],
    terms: [],
    claims: [],
    conflicts: [],
    positions: [],
    risks: [],
    assessments: [],
    criteria,
    earlierCriteria: [],
    reviews: [],
    notes: [],
    briefings: [],
    briefingTemplates: [],
    changes: [],
  }
  const keep = <Item>(list: Item[], item: NoInfer<Item>): Item => {
    list.push(item)
    return item
  }

  return {
    document,

    party: (fullName: string, shortName = fullName) =>
      keep(document.parties, {
        id: id<Document['parties'][number]['id']>(),
        name: fullName,
        shortName,
        sequence: document.parties.length,
        ...stamps,
      }),

    lineage: (origin: string) =>
      keep(document.lineages, {
        id: id<Document['lineages'][number]['id']>(),
        name: origin,
        description: '',
        ...stamps,
      }),

    source(text: string, some: Some<Source> = {}) {
      const source = id<Source['id']>()
      const version = {
        id: id<Document['sources'][number]['versions'][number]['id']>(),
        source,
        number: 1,
        reason: 'import' as const,
        text,
        note: '',
        pages: [],
        encoding: 'utf-8',
        blocks: blocksOf(text),
        textSha256: sha256(text),
        fileName: 'source.txt',
        mediaType: 'text/plain',
        fileSha256: sha256(text),
        fileBytes: Buffer.byteLength(text),
        created: stamp,
      }
      return keep(document.sources, {
        ...blankSource,
        id: source,
        title: 'Untitled',
        accessed: day('2025-06-01'),
        ...stamps,
        ...some,
        versions: [version],
        original: null,
      })
    },

    /** The first place where the words stand in the source's text. */
    excerpt(source: Document['sources'][number], exact: string, some: Some<Excerpt> = {}) {
      const version = source.versions[0]
      if (!version) throw new Error('a source has a text')
      const start = version.text.indexOf(exact)
      if (start < 0) throw new Error(`not in the text: ${exact}`)
      const end = start + exact.length
      return keep(document.excerpts, {
        id: id<Excerpt['id']>(),
        source: source.id,
        textVersion: version.id,
        start,
        end,
        exact,
        prefix: version.text.slice(Math.max(0, start - 32), start),
        suffix: version.text.slice(end, end + 32),
        page: null,
        state: 'exact',
        colour: 'straw',
        comment: '',
        credibility: null,
        tags: [],
        author: 'M. Okafor',
        ...stamps,
        ...some,
      })
    },

    term: (termName: string, some: Some<Term> = {}) =>
      keep(document.terms, {
        ...blankTerm,
        id: id<Term['id']>(),
        ref: `T-${String(document.terms.length + 1).padStart(2, '0')}`,
        category: 'General',
        name: termName,
        sequence: document.terms.length,
        ...stamps,
        ...some,
      }),

    claim: (term: Term, source: { id: Source['id'] }, some: Some<Claim> = {}) =>
      keep(document.claims, {
        ...blankClaim,
        id: id<Claim['id']>(),
        term: term.id,
        source: source.id,
        ...stamps,
        ...some,
      }),

    conflict: (term: Term, claims: Claim[], some: Some<Conflict> = {}) =>
      keep(document.conflicts, {
        ...blankConflict,
        id: id<Conflict['id']>(),
        term: term.id,
        claims: claims.map(claim => claim.id),
        reason: 'The two figures cannot both hold.',
        ...stamps,
        ...some,
      }),

    position: (term: Term, some: Some<Position> = {}) =>
      keep(document.positions, {
        ...blankPosition,
        id: id<Position['id']>(),
        term: term.id,
        validAt: day('2025-06-01'),
        ...stamps,
        ...some,
      }),

    risk: (title: string, some: Some<Risk> = {}) =>
      keep(document.risks, {
        ...blankRisk,
        id: id<Risk['id']>(),
        ref: `R-${String(document.risks.length + 1).padStart(2, '0')}`,
        title,
        category: 'Security',
        ...stamps,
        ...some,
      }),

    /** Likelihood is the index of a band, impact the index of an impact word; the level is looked up. */
    assessment(risk: Risk, likelihood: number, impact: number, some: Partial<Assessment> = {}) {
      const band = likelihoods[likelihood]
      const level = grid[likelihood]?.[impact]
      if (!band || !level) throw new Error('outside the scales')
      return keep(document.assessments, {
        id: id<Assessment['id']>(),
        risk: risk.id,
        kind: 'current',
        likelihoodWord: band.word,
        likelihoodLow: band.low,
        likelihoodHigh: band.high,
        impacts: [{ dimension: 'Political', level: impact, rationale: '' }],
        level,
        strength: 'moderate',
        reason: 'Scored on the reports at hand.',
        excerpts: [],
        claims: [],
        conflicts: [],
        author: 'M. Okafor',
        date: day('2025-06-01'),
        criteria: criteria.id,
        created: stamp,
        ...some,
      })
    },

    briefing: (blocks: BriefingBlock[], some: Some<Briefing> = {}) =>
      keep(document.briefings, {
        id: id<Briefing['id']>(),
        title: 'The Kerma transit accord',
        subtitle: '',
        author: 'M. Okafor',
        audience: '',
        distribution: [],
        marking: 'TLP:AMBER',
        cutOff: day('2025-06-01'),
        numbered: false,
        contents: true,
        blocks,
        answers: [],
        ...stamps,
        ...some,
      }),

    newId: id,
    /** The case as the model checks it. */
    checked: (): Document => caseDocument.parse(document),
  }
}
