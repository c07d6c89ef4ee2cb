import type { TimelineEntry } from '../../shared/contract/timeline.ts'
import { comparePartialDates, type PartialDate } from '../../shared/model/partial-date.ts'
import { claimWords } from '../../shared/rules/words.ts'
import type { Reading } from '../operation.ts'
import { claims, terms } from '../records/tables.ts'
import type { Database } from '../store/case-file.ts'

type SourceLine = Pick<TimelineEntry, 'source' | 'title'> & { publisher: string; published: PartialDate | null }

const isDated = `asOf is not null or eventDate is not null or (value ->> '$.type' = 'date' and polarity = 'asserts')`

/** The first passage of each claim in the order of its evidence, what supports it before the rest. */
const passagesOf = (db: Database) => {
  const rows = db.all<{ claim: string } & NonNullable<TimelineEntry['passage']>>(
    `select e.claim, e.excerpt, x.source from claimEvidence as e join excerpt as x on x.id = e.excerpt
     order by e.claim, e.role <> 'supports', e.sequence`,
  )
  const passages = new Map<string, TimelineEntry['passage']>()
  for (const { claim, ...passage } of rows) if (!passages.has(claim)) passages.set(claim, passage)
  return passages
}

export const read: Reading<'timeline.read'> = db => {
  const sources = db.all<SourceLine>(
    `select source.id as source, coalesce(nullif(title, ''), fileName, '') as title, publisher, published
     from source left join (
       select source, fileName, max(number) from textVersion group by source
     ) as version on version.source = source.id`,
  )
  const sourceOf = new Map(sources.map(one => [one.source, one]))
  const termOf = new Map(terms.all(db).map(one => [one.id, one]))
  const passages = passagesOf(db)
  const entries: TimelineEntry[] = []
  for (const { source, title, publisher, published } of sources)
    if (published !== null)
      entries.push({
        kind: 'published',
        date: published,
        title,
        detail: publisher,
        source,
        sourceTitle: title,
        claim: null,
        term: null,
        termRef: '',
        party: null,
        passage: null,
      })
  for (const claim of claims.all(db, isDated)) {
    const { ref = '', name = '' } = termOf.get(claim.term) ?? {}
    const entry = {
      title: name,
      detail: claimWords(claim),
      source: claim.source,
      sourceTitle: sourceOf.get(claim.source)?.title ?? '',
      claim: claim.id,
      term: claim.term,
      termRef: ref,
      party: claim.party,
      passage: passages.get(claim.id) ?? null,
    }
    const claimed = claim.polarity === 'asserts' && claim.value?.type === 'date' ? claim.value.date : null
    if (claim.eventDate !== null) entries.push({ ...entry, kind: 'event', date: claim.eventDate })
    if (claimed !== null) entries.push({ ...entry, kind: 'date claimed', date: claimed })
    if (claim.asOf !== null) entries.push({ ...entry, kind: 'as of', date: claim.asOf })
  }
  return {
    entries: entries.sort((left, right) => comparePartialDates(left.date, right.date)),
    undated: {
      sources: sources.filter(({ published }) => published === null).length,
      claims: claims.count(db) - claims.count(db, isDated),
    },
  }
}
