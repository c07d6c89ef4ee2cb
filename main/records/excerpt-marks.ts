import type { ExcerptMark } from '../../shared/contract/excerpts.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { SourceId } from '../../shared/model/id.ts'
import { grouped } from '../../shared/rules/groups.ts'
import type { Database } from '../store/case-file.ts'
import { readExcerpts } from './excerpts.ts'

type Linked = { excerpt: string; id: string }

/** The marks of a source's current text, in its order. */
const marksOf = (db: Database, source: SourceId): ExcerptMark[] => {
  const of = 'excerpt in (select id from excerpt where source = ?)'
  const linked = (sql: string) => grouped(db.all<Linked>(sql, [source]), ({ excerpt }) => excerpt)
  const terms = linked(
    `select distinct e.excerpt, c.term as id from claimEvidence as e join claim as c on c.id = e.claim where e.${of}`,
  )
  const risks = linked(`select excerpt, risk as id from riskEvidence where ${of}`)
  const notes = linked(`select excerpt, note as id from noteCitation where ${of}`)
  const relations = linked(
    `select excerpt, id from (select id, "from" as excerpt from relation union all select id, "to" from relation) where ${of}`,
  )
  const idsOf = (links: Map<string, Linked[]>, excerpt: string) => (links.get(excerpt) ?? []).map(({ id }) => id)
  return readExcerpts(db, 'source = ?', [source]).map(
    ({ id, anchor, colour, author, tags, comment }): ExcerptMark => ({
      id,
      start: anchor.start,
      end: anchor.end,
      state: anchor.state,
      colour,
      author,
      tags,
      terms: idsOf(terms, id) as ExcerptMark['terms'],
      risks: idsOf(risks, id) as ExcerptMark['risks'],
      notes: idsOf(notes, id).length,
      relations: idsOf(relations, id).length,
      hasComment: comment !== '',
    }),
  )
}

/** The marks that changed since an earlier answer. */
export const excerptMarksSince = (
  db: Database,
  source: SourceId,
  _since: string | null,
): OutputOf<'excerpts.changes'> => ({
  at: '',
  whole: true,
  marks: marksOf(db, source),
  gone: [],
})
