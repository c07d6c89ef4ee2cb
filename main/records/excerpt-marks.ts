import type { ExcerptMark } from '../../shared/contract/excerpts.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { RiskId, SourceId, TagId, TermId } from '../../shared/model/id.ts'
import type { Database } from '../store/case-file.ts'
import { changeAt, placeInLog } from './log-place.ts'
import { touchedExcerpts } from './touched-excerpts.ts'

type Bare = Omit<ExcerptMark, 'tags' | 'terms' | 'risks' | 'notes' | 'relations' | 'hasComment'> & {
  hasComment: number
}

/** The marks of a source's current text, in its order: those of the ids, or all. One query per kind of link. */
const marksOf = (db: Database, source: SourceId, ids: readonly string[] | null): ExcerptMark[] => {
  const chosen = ids === null ? 'true' : 'x.id in (select value from json_each(?2))'
  const values = ids === null ? [source] : [source, JSON.stringify(ids)]
  const bare = db.all<Bare>(
    `select x.id, a.start, a."end", a.state, x.colour, x.author, x.credibility, x.comment <> '' as hasComment
     from excerpt as x join anchor as a on a.excerpt = x.id
       and a.textVersion = (select id from textVersion where source = ?1 order by number desc limit 1)
     where x.source = ?1 and ${chosen} order by a.start, a."end" desc, x.id`,
    values,
  )
  if (bare.length === 0) return []
  /** The other ends of links by excerpt; `from` joins them as `l`. */
  const links = <Id extends string>(from: string, end: string, order = end): ((excerpt: string) => Id[]) => {
    const found = new Map<string, Set<Id>>()
    for (const { excerpt, id } of db.all<{ excerpt: string; id: Id }>(
      `select x.id as excerpt, ${end} as id from excerpt as x ${from} where x.source = ?1 and ${chosen} order by ${order}`,
      values,
    )) {
      const ends = found.get(excerpt)
      if (ends) ends.add(id)
      else found.set(excerpt, new Set([id]))
    }
    return excerpt => [...(found.get(excerpt) ?? [])]
  }
  const tags = links<TagId>('join excerptTag as l on l.excerpt = x.id', 'l.tag', 'l.sequence')
  const terms = links<TermId>('join claimEvidence as l on l.excerpt = x.id join claim as c on c.id = l.claim', 'c.term')
  const onRisks = [
    links<RiskId>('join riskEvidence as l on l.excerpt = x.id', 'l.risk'),
    links<RiskId>(
      'join indicatorEvidence as e on e.excerpt = x.id join indicator as l on l.id = e.indicator',
      'l.risk',
    ),
    links<RiskId>(
      'join assessmentExcerpt as e on e.excerpt = x.id join assessment as l on l.id = e.assessment',
      'l.risk',
    ),
  ]
  const risks = (excerpt: string) => [...new Set(onRisks.flatMap(of => of(excerpt)))].toSorted()
  const notes = links('join noteCitation as l on l.excerpt = x.id', 'l.note')
  const leading = links('join relation as l on l."from" = x.id', 'l.id')
  const coming = links('join relation as l on l."to" = x.id', 'l.id')
  return bare.map(mark => ({
    ...mark,
    tags: tags(mark.id),
    terms: terms(mark.id),
    risks: risks(mark.id),
    notes: notes(mark.id).length,
    relations: leading(mark.id).length + coming(mark.id).length,
    hasComment: mark.hasComment === 1,
  }))
}

const names = [
  { table: 'term', column: 'ref' },
  { table: 'risk', column: 'ref' },
  { table: 'tag', column: 'name' },
] as const

/** Refs of terms and risks and names of tags by id: those that stand on the marks, and those that changed after `seq`. */
const namesOn = (db: Database, marks: readonly ExcerptMark[], seq: number | null): Record<string, string> => {
  const ids = JSON.stringify([...new Set(marks.flatMap(mark => [...mark.tags, ...mark.terms, ...mark.risks]))])
  const rows = names.flatMap(({ table, column }) =>
    db.all<{ id: string; name: string }>(
      `select id, ${column} as name from ${table} where id in
         (select value from json_each(?) union all select id from change where seq > ? and "table" = '${table}')`,
      [ids, seq ?? Number.MAX_SAFE_INTEGER],
    ),
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** The marks that changed since an earlier answer. Held by test/main/records/excerpt-marks.test.ts against the whole list. */
export const excerptMarksSince = (
  db: Database,
  source: SourceId,
  since: string | null,
): OutputOf<'excerpts.changes'> => {
  const at = placeInLog(db)
  const seq = changeAt(db, since)
  const touched = seq === null ? null : touchedExcerpts(db, seq)
  const marks = touched?.length === 0 ? [] : marksOf(db, source, touched)
  const there = new Set<string>(marks.map(({ id }) => id))
  const gone = (touched ?? []).filter(id => !there.has(id))
  return { at, whole: touched === null, marks, gone, names: namesOn(db, marks, seq) }
}
