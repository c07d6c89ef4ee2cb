import { blankClaim } from '../../shared/model/claim.ts'
import { say } from '../say.ts'
import type { Judge, Remains, StandIn } from '../store/recovery/recover.ts'
import { allTables } from './check-records.ts'
import { sha256 } from './files.ts'
import { firstCriteria } from './first-criteria.ts'
import { newId } from './new-id.ts'
import { nextRef, nextSequence } from './refs.ts'
import { type Maker, over, type Row, stamps } from './stand-in-row.ts'
import { anchor, attachment, excerpt, textVersion } from './stand-in-texts.ts'
import { now } from './table.ts'

const bare =
  (make: (known: Row, remains: Remains) => Row): Maker =>
  (known, remains) =>
    known.id === undefined ? null : { row: over(make(known, remains), known), whole: false }

const source = bare(({ id }, { searched }) => ({
  title: searched(String(id))?.title || say('keeping.standIn'),
  authors: '[]',
  publisher: '',
  published: null,
  publishedStated: '',
  publishedReadings: '[]',
  accessed: null,
  url: '',
  language: 'en',
  kind: 'other',
  reliability: 'F',
  reliabilityReason: '',
  lineage: null,
  warnings: '[]',
  comment: '',
  statements: '[]',
  accepted: '[]',
  enclosedIn: null,
  ...stamps(),
}))

const term = bare(({ id, ref }, { db, searched }) => ({
  ref: ref ?? nextRef(db, 'term', 'T'),
  category: say('keeping.standIn'),
  name: searched(String(id))?.title || say('keeping.standIn'),
  question: '',
  valueType: 'text',
  units: '[]',
  bases: '[]',
  options: '[]',
  tolerance: 0,
  importance: 'medium',
  sequence: nextSequence(db, 'term'),
  ...stamps(),
}))

const risk = bare(({ id, ref }, { db, searched }) => ({
  ref: ref ?? nextRef(db, 'risk', 'R'),
  title: searched(String(id))?.title || say('keeping.standIn'),
  cause: '',
  event: '',
  consequence: '',
  category: '',
  kind: 'threat',
  owner: '',
  status: 'draft',
  statusReason: '',
  strategy: null,
  proximity: '',
  velocity: '',
  strikesBy: null,
  otherRef: '',
  contingency: '',
  fallback: '',
  reviewDays: null,
  nextReview: null,
  acceptance: null,
  ...stamps(),
}))

const party = bare((_, { db }) => ({
  name: say('keeping.standIn'),
  shortName: say('keeping.standIn'),
  sequence: nextSequence(db, 'party'),
  ...stamps(),
}))

const tag = bare(() => ({
  name: say('keeping.standIn'),
  parent: null,
  colour: 'straw',
  description: '',
  sequence: 0,
  digit: null,
  ...stamps(),
}))

const lineage = bare(() => ({ name: say('keeping.standIn'), description: '', ...stamps() }))

/** The words of a claim as the search index has them, in the first line. */
const claim: Maker = (known, { searched }) => {
  if (known.id === undefined || known.term === undefined || known.source === undefined) return null
  const raw = (searched(String(known.id))?.body ?? '').split('\n')[0] || say('keeping.standIn')
  // What it cites stands in rows of their own.
  const { evidence: _, ...blank } = blankClaim
  const empty: Row = { ...blank, value: null, raw, ...stamps() }
  return { row: over(empty, known), whole: false }
}

/** On which term, whose and from when is in the index; what it was is to be assessed again. */
const position: Maker = known => {
  if (known.id === undefined || known.term === undefined || known.validAt === undefined) return null
  const empty: Row = {
    party: null,
    raw: say('keeping.standIn'),
    value: null,
    basis: '',
    qualifier: 'exactly',
    condition: '',
    stage: null,
    rationale: '',
    likelihood: null,
    confidence: 'low',
    confidenceBasis: '',
    dissent: '',
    ...stamps(),
  }
  return { row: over(empty, known), whole: false }
}

/** The words of a note are in the search index too, without their form; what it cited comes at the end. */
const note = bare(({ id }, { db, searched }) => {
  const { title = say('keeping.standIn'), body } = searched(String(id)) ?? {}
  const cited = db.all<{ excerpt: string }>('select excerpt from noteCitation where note = ? order by sequence', [
    id ?? '',
  ])
  const document = {
    type: 'doc',
    content: [
      ...(body ?? '')
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
      { type: 'paragraph', content: cited.map(({ excerpt }) => ({ type: 'citation', attrs: { excerpt } })) },
    ],
  }
  return { title, document: JSON.stringify(document), text: body ?? '', ...stamps() }
})

/** Its editions belong to it, and the newest of them tells what it was called and what it said. */
const briefing = bare(({ id }, { db }) => {
  const issued = db.get<Row>(
    'select title, marking, cutOff, blocks from edition where briefing = ? order by number desc limit 1',
    [id ?? ''],
  )
  return {
    subtitle: '',
    author: '',
    audience: '',
    distribution: '[]',
    numbered: 'false',
    contents: 'true',
    answers: '[]',
    ...(issued ?? { marking: 'TLP:AMBER', cutOff: null, blocks: '[]' }),
    title: issued?.title || say('keeping.standIn'),
    ...stamps(),
  }
})

/** Open again, so that it is looked at: what was decided is lost. */
const conflict: Maker = (known, { db }) => {
  const of = db.get<{ term: string }>(
    'select term from claim where id in (select claim from conflictClaim where conflict = ?)',
    [known.id ?? ''],
  )
  const on = known.term ?? of?.term
  if (known.id === undefined || on === undefined) return null
  const empty: Row = {
    term: on,
    kind: 'value',
    size: '',
    reason: say('keeping.standIn'),
    foundBy: 'analyst',
    state: 'open',
    resolution: null,
    rationale: '',
    decidedBy: '',
    decidedAt: null,
    ...stamps(),
  }
  // A decision without its reasons is none.
  return { row: { ...over(empty, known), state: 'open', resolution: null, decidedAt: null }, whole: false }
}

/** An entry of a list is known by its index but for its place in the order, which then is the last. */
const entry =
  (list: string, owner: string, rest: Row = {}): Maker =>
  (known, { db }) => {
    const last = db.get<{ next: number }>(
      `select coalesce(max(sequence) + 1, 0) as next from "${list}" where "${owner}" = ?`,
      [known[owner] ?? ''],
    )
    return { row: over({ sequence: last?.next ?? 0, ...rest }, known), whole: true }
  }

const earliest = '1970-01-01T00:00:00.000Z'

const caseInfo: Maker = known => ({
  row: over({ id: 1, name: say('keeping.standIn'), analyst: '', marking: 'TLP:AMBER', created: now() }, known),
  whole: false,
})

/** The newest version is in force: what stands in for a lost one is older than every one that is left. */
const criteria: Maker = known => ({
  row: over(
    {
      id: newId(),
      ...Object.fromEntries(
        Object.entries(firstCriteria).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ),
      created: earliest,
      updated: earliest,
    },
    known,
  ),
  whole: false,
})

/** What a quotation was for is not in the index; of these it is the word that says least. */
const role = { role: 'context' }

const makers: Record<string, Maker> = {
  source,
  term,
  risk,
  party,
  tag,
  lineage,
  claim,
  conflict,
  position,
  note,
  briefing,
  excerpt,
  anchor,
  textVersion,
  attachment,
  caseInfo,
  criteria,
  sourceTag: entry('sourceTag', 'source'),
  excerptTag: entry('excerptTag', 'excerpt'),
  claimEvidence: entry('claimEvidence', 'claim', role),
  conflictClaim: entry('conflictClaim', 'conflict'),
  conflictEvidence: entry('conflictEvidence', 'conflict'),
  conflictRisk: entry('conflictRisk', 'conflict'),
  positionClaim: entry('positionClaim', 'position'),
  riskTerm: entry('riskTerm', 'risk'),
  riskClaim: entry('riskClaim', 'risk'),
  indicatorEvidence: entry('indicatorEvidence', 'indicator'),
  assessmentExcerpt: entry('assessmentExcerpt', 'assessment'),
  assessmentClaim: entry('assessmentClaim', 'assessment'),
  assessmentConflict: entry('assessmentConflict', 'assessment'),
  noteCitation: entry('noteCitation', 'note'),
}

const tableOf = new Map(allTables.map(table => [table.name as string, table]))

/** A text must have its fingerprint; other rows are doubtful where they do not fit the model. Lists have rows of their own and are not looked at. */
export const judge: Judge = (table, row) => {
  const described = tableOf.get(table)
  if (table === 'textVersion' && sha256(String(row.text)) !== row.textSha256) return 'damaged'
  if (!described) return 'sound'
  try {
    const values = described.columns.map(name => [
      name,
      described.json.includes(name) && row[name] !== null ? JSON.parse(String(row[name])) : row[name],
    ])
    const { error } = described.schema.safeParse(Object.fromEntries(values))
    return error?.issues.some(({ path: [name] }) => described.columns.includes(String(name))) ? 'doubtful' : 'sound'
  } catch {
    return 'doubtful'
  }
}

/** Stand-ins for the records that others belong to. They fit the model; held by test/main/store/recovery/recover.test.ts. */
export const standIn: StandIn = (table, known, remains) => makers[table]?.(known, remains) ?? null
