import type { ExcerptId, SourceId, TermId } from '../../shared/model/id.ts'
import { Refused } from '../../shared/outcome.ts'
import { type AnchorPlace, reanchor } from '../../shared/rules/anchoring.ts'
import { say } from '../say.ts'
import type { Database, Meaning } from '../store/case-file.ts'
import { recordOfTable } from '../store/log/change-log.ts'
import { currentText } from './current-text.ts'
import { redetect, termsOf } from './detection.ts'
import { keepAnchor } from './excerpts.ts'
import { leftSentences } from './left-sentences.ts'
import { keepLinks } from './notes.ts'
import { bareExcerpts, notes, risks, sources, tags, textVersions } from './tables.ts'

type Rows = Parameters<Meaning['settle']>[1]
type Row = Rows[number]

/** Conflicts that the detector found and nobody decided follow from the claims: they are found again. So do proposed resemblances. */
const follows: Meaning['follows'] = (db, table, id) => {
  if (table === 'resemblance')
    return db.get(`select 1 from resemblance where id = ? and state = 'proposed'`, [id]) !== undefined
  if (table !== 'conflict' && table !== 'conflictClaim') return false
  const conflict = table === 'conflict' ? id : String(JSON.parse(id)[0])
  return (
    db.get(
      `select 1 from conflict where id = ? and foundBy = 'detector' and state = 'open' and decidedAt is null and rationale = ''`,
      [conflict],
    ) !== undefined
  )
}

const stated = ['raw', 'value', 'basis', 'qualifier', 'condition']

/** Columns that one form fills in together, or of which one is made from the other. */
const groups: Record<string, readonly (readonly string[])[]> = {
  claim: [stated, ['credibility', 'credibilityReason'], ['rank', 'rankReason']],
  position: [stated, ['confidence', 'confidenceBasis']],
  conflict: [
    ['state', 'resolution', 'rationale', 'decidedBy', 'decidedAt'],
    ['kind', 'size', 'reason'],
  ],
  risk: [['status', 'statusReason', 'acceptance']],
  source: [
    ['published', 'publishedStated', 'publishedReadings'],
    ['reliability', 'reliabilityReason'],
  ],
  term: [['valueType', 'units', 'bases', 'options']],
  criteria: [['likelihoods', 'impacts', 'dimensions', 'grid', 'appetite', 'cadence']],
  note: [['document', 'text']],
  resemblance: [['kind', 'likeness', 'reason', 'phrases']],
  anchor: [['start', 'end', 'exact', 'prefix', 'suffix', 'page', 'state']],
}

/** The values of a column in a row before, after and now. */
const valuesOf = (db: Database, { table, id, before, after }: Row, column: string, key = 'id'): string[] => {
  const now = db.get<{ value: string | null }>(`select "${column}" as value from "${table}" where "${key}" = ?`, [id])
  return [before.get(column), after.get(column), JSON.stringify(now?.value ?? null)].flatMap(json => {
    const value: unknown = json === undefined ? null : JSON.parse(json)
    return typeof value === 'string' ? value : []
  })
}

const ownerIn = ({ table, id }: Row): string => (table === recordOfTable(table) ? id : String(JSON.parse(id)[0]))

/** The terms whose claims may disagree otherwise now. */
const touchedTerms = (db: Database, rows: Rows): TermId[] => {
  const touched = rows.flatMap((row): string[] => {
    switch (row.table) {
      case 'term':
        return [row.id]
      case 'claim':
      case 'conflict':
        return valuesOf(db, row, 'term')
      case 'conflictClaim':
        return termsOfConflict(db, ownerIn(row))
      case 'source':
        return row.before.has('published') || row.before.has('lineage') ? termsOf(db, 'source = ?', [row.id]) : []
      default:
        return []
    }
  })
  return [...new Set(touched)] as TermId[]
}

const termsOfConflict = (db: Database, id: string): string[] =>
  db.all<{ term: string }>('select term from conflict where id = ?', [id]).map(({ term }) => term)

const idsIn = (rows: Rows, ...tables: string[]): string[] => [
  ...new Set(rows.filter(({ table }) => tables.includes(table)).map(ownerIn)),
]

/** A tag above itself would be found by nobody. */
const refuseCycles = (db: Database, rows: Rows): void => {
  const touched = idsIn(rows, 'tag')
  if (touched.length === 0) return
  const above = new Map(tags.all(db).map(({ id, parent }) => [id as string, parent as string | null]))
  for (const id of touched)
    for (let parent = above.get(id) ?? null, seen = 0; parent !== null; parent = above.get(parent) ?? null)
      if (parent === id || ++seen > above.size)
        throw new Refused(say('refusal.tagCycle', { title: tags.find(db, id)?.name ?? '' }))
}

/** An excerpt that came back after its source had got a newer text has no place in that yet. */
const placeExcerpts = (db: Database, rows: Rows): void => {
  const touched = [
    ...rows
      .filter(({ table }) => table === 'excerpt' || table === 'textVersion')
      .flatMap(row => valuesOf(db, row, 'source')),
    ...idsIn(rows, 'anchor').flatMap(id => bareExcerpts.find(db, id)?.source ?? []),
  ]
  for (const source of new Set(touched)) {
    if (!sources.find(db, source) || textVersions.count(db, 'source = ?', [source]) === 0) continue
    const version = currentText(db, source as SourceId)
    const unplaced = db.all<AnchorPlace & { excerpt: ExcerptId; text: string }>(
      `select a.excerpt, a.start, a."end", a.exact, a.prefix, a.suffix, a.state, v.text
       from anchor as a join textVersion as v on v.id = a.textVersion join excerpt as e on e.id = a.excerpt
       where e.source = ?1 and v.number = (
         select max(o.number) from anchor as b join textVersion as o on o.id = b.textVersion where b.excerpt = a.excerpt
       ) and v.number < ?2`,
      [source, version.number],
    )
    for (const { excerpt, text, ...place } of unplaced)
      for (const found of reanchor([place], text, version.text)) keepAnchor(db, excerpt, version, found)
  }
}

/** The moves of a risk are a chain that ends in its status: one out of its middle would leave what nobody can explain. */
const refuseBrokenLives = (db: Database, rows: Rows): void => {
  for (const id of idsIn(rows, 'risk', 'riskMove')) {
    const risk = risks.find(db, id)
    const broken = risk?.moves.some(({ status }, at) => status !== (risk.moves[at + 1]?.was ?? risk.status))
    if (risk && broken) throw new Refused(say('refusal.riskMovedOn', { ref: risk.ref }))
  }
}

const settle: Meaning['settle'] = (db, rows) => {
  refuseCycles(db, rows)
  refuseBrokenLives(db, rows)
  placeExcerpts(db, rows)
  for (const id of idsIn(rows, 'note', 'noteCitation', 'noteMention')) {
    const note = notes.find(db, id)
    if (note) keepLinks(db, note.id, note.document)
  }
  redetect(db, touchedTerms(db, rows))
}

/** What the rows of a case mean, for undo and taking back to go by. Held by test/main/operations/history.test.ts. */
export const caseMeaning: Meaning = {
  follows,
  together: table => groups[table] ?? [],
  // A ref once given is never given again, as refs.ts makes sure by the log.
  remembers: table => table === 'term' || table === 'risk',
  settle,
  sentences: leftSentences,
}
