import type { EditionView } from '../../shared/contract/positions.ts'
import { editionChanges } from '../../shared/rules/briefing/changes.ts'
import { byId } from '../../shared/rules/groups.ts'
import { positionChanges } from '../../shared/rules/positions.ts'
import { valueWords } from '../../shared/rules/words.ts'
import { briefingHtml } from '../exporters/briefing/document.ts'
import type { Reading } from '../operation.ts'
import { briefingRecords } from '../records/briefing-records.ts'
import { registerFacts } from '../records/risk-facts.ts'
import { briefings, editions, parties, positions, sources, terms } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

/** Editions without the positions they told of, which can be thousands, newest first. */
const views = (db: Database, where: string, values: readonly string[] = []): EditionView[] =>
  db.all<EditionView>(
    `select e.id, e.briefing, b.title, e.number, e."by", e.format, e.created,
       json_array_length(e.positions) as positions
     from edition as e join briefing as b on b.id = e.briefing where ${where} order by e.created desc, e.id desc`,
    values,
  )

export const list: Reading<'editions.list'> = (db, { briefing }) =>
  briefing === undefined ? views(db, 'true') : views(db, 'e.briefing = ?', [briefing])

export const read: Reading<'editions.read'> = (db, { id }) => {
  const { positions: _, ...edition } = editions.need(db, id)
  return edition
}

export const changes: Reading<'briefings.changes'> = (db, { id, edition: asked }) => {
  const briefing = briefings.need(db, id)
  const last = views(db, 'e.briefing = ?', [id])[0]
  const edition = asked === null ? last && editions.need(db, last.id) : editions.need(db, asked)
  if (edition === undefined) return []
  const told = briefingHtml(briefingRecords(db), id, {
    fonts: [],
    engine: { chromium: Number.POSITIVE_INFINITY },
  }).told
  const now = {
    positions: positions.all(db),
    terms: terms.all(db),
    parties: parties.all(db),
    risks: registerFacts(db).facts,
    sources: sources.all(db, 'created > ?', [edition.created]),
  }
  return editionChanges(edition, briefing, now, block => block.heading || say(`briefing.block.${block.kind}`), told)
}

export const since: Reading<'positions.since'> = (db, { edition: asked, term }) => {
  const edition =
    asked === null
      ? views(db, 'e.id = (select id from edition order by created desc, id desc limit 1)')[0]
      : views(db, 'e.id = ?', [editions.need(db, asked).id])[0]
  if (edition === undefined) return { edition: null, changes: [] }
  const told = editions.need(db, edition.id).positions.filter(one => term === undefined || one.term === term)
  const now = term === undefined ? positions.all(db) : positions.all(db, 'term = ?', [term])
  const [known, names] = [byId(terms.all(db)), byId(parties.all(db))]
  const order = new Map([...known.keys()].map((id, index) => [id, index]))
  const changes = positionChanges(told, now).flatMap(({ kind, differences, before, after, sentences }) => {
    const about = after ?? before
    const of = about && known.get(about.term)
    // A term that is gone took its positions with it: there is no row of the matrix to say it beside.
    if (!about || !of) return []
    return [
      {
        kind,
        differences,
        term: of.id,
        termRef: of.ref,
        termName: of.name,
        partyName: (about.party && names.get(about.party)?.name) || '',
        before: before ? valueWords(before) : '',
        after: after ? valueWords(after) : '',
        sentences,
      },
    ]
  })
  return {
    edition,
    changes: changes.toSorted(
      (one, other) =>
        (order.get(one.term) ?? 0) - (order.get(other.term) ?? 0) || one.partyName.localeCompare(other.partyName),
    ),
  }
}
