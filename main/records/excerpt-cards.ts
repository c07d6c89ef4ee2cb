import type { ExcerptCard } from '../../shared/contract/excerpts.ts'
import type { Excerpt } from '../../shared/model/excerpt.ts'
import { claimWords } from '../../shared/rules/words.ts'
import type { Database } from '../store/case-file.ts'
import { claims, terms } from './tables.ts'

type Resting = Pick<ExcerptCard, 'claims' | 'risks' | 'indicators' | 'notes' | 'relations'>

const nothing = (): Resting => ({ claims: [], risks: [], indicators: [], notes: [], relations: [] })

/** What rests on the excerpts that `where` selects, by excerpt: one query per kind of record. */
const restingOn = (db: Database, where: string, values: string[]): Map<string, Resting> => {
  const chosen = `(select id from excerpt where ${where})`
  const resting = new Map<string, Resting>()
  const of = (excerpt: string): Resting => {
    const found = resting.get(excerpt) ?? nothing()
    resting.set(excerpt, found)
    return found
  }
  const termOf = new Map(terms.all(db).map(term => [term.id, term]))
  for (const claim of claims.all(db, `id in (select claim from claimEvidence where excerpt in ${chosen})`, values)) {
    const { ref = '', name = '' } = termOf.get(claim.term) ?? {}
    for (const { excerpt, role } of claim.evidence)
      of(excerpt).claims.push({ id: claim.id, term: claim.term, ref, name, words: claimWords(claim), role })
  }
  for (const { excerpt, ...risk } of db.all<Resting['risks'][number] & { excerpt: string }>(
    `select e.excerpt, r.id, r.ref, r.title, e.role from riskEvidence as e join risk as r on r.id = e.risk
     where e.excerpt in ${chosen} order by r.ref`,
    values,
  ))
    of(excerpt).risks.push(risk)
  for (const { excerpt, ...indicator } of db.all<Resting['indicators'][number] & { excerpt: string }>(
    `select e.excerpt, i.id, i.risk, r.ref, i.statement, i.state from indicatorEvidence as e
       join indicator as i on i.id = e.indicator join risk as r on r.id = i.risk
     where e.excerpt in ${chosen} order by r.ref, i.sequence`,
    values,
  ))
    of(excerpt).indicators.push(indicator)
  for (const { excerpt, ...note } of db.all<Resting['notes'][number] & { excerpt: string }>(
    `select c.excerpt, n.id, n.title from noteCitation as c join note as n on n.id = c.note
     where c.excerpt in ${chosen} order by n.id`,
    values,
  ))
    of(excerpt).notes.push(note)
  for (const { self, ...relation } of db.all<ExcerptCard['relations'][number] & { self: string }>(
    `select l.self, l.id, l.kind, l.comment, l.direction, l.excerpt, s.id as source, s.title as sourceTitle,
       coalesce((select a.exact from anchor as a join textVersion as v on v.id = a.textVersion
         where a.excerpt = l.excerpt order by v.number desc limit 1), '') as exact
     from (select id, kind, comment, 'to' as direction, "from" as self, "to" as excerpt from relation
       union all select id, kind, comment, 'from', "to", "from" from relation) as l
     join excerpt as x on x.id = l.excerpt join source as s on s.id = x.source
     where l.self in ${chosen} order by l.id`,
    values,
  ))
    of(self).relations.push(relation)
  return resting
}

/** Excerpts with all that rests on them. `where` selects the same excerpts, in SQL over the columns of `excerpt`. */
export const excerptCards = (
  db: Database,
  excerpts: readonly Excerpt[],
  where: string,
  values: string[],
): ExcerptCard[] => {
  const resting = restingOn(db, where, values)
  const titles = db.all<{ id: string; title: string }>(
    `select id, title from source where id in (select source from excerpt where ${where})`,
    values,
  )
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]))
  return excerpts.map(excerpt => ({
    ...excerpt,
    sourceTitle: titleOf.get(excerpt.source) ?? '',
    ...(resting.get(excerpt.id) ?? nothing()),
  }))
}
