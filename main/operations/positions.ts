import type { Position } from '../../shared/model/position.ts'
import type { Source } from '../../shared/model/source.ts'
import { byId, grouped } from '../../shared/rules/groups.ts'
import { differenceSentences, succession, whyStale } from '../../shared/rules/positions.ts'
import { valueWords } from '../../shared/rules/words.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { claims, conflicts, parties, positions, terms } from '../records/tables.ts'
import { say } from '../say.ts'

export const list: Reading<'positions.list'> = (db, { term }) =>
  (term ? positions.all(db, 'term = ?', [term]) : positions.all(db)).map(position => ({
    ...position,
    words: valueWords(position),
  }))

export const ofTerm: Reading<'positions.ofTerm'> = (db, { term }) => {
  const about = {
    claims: claims.all(db, 'term = ?', [term]),
    conflicts: conflicts.all(db, 'term = ?', [term]),
    sources: db.all<Pick<Source, 'id' | 'title' | 'published'>>('select id, title, published from source'),
  }
  const names = byId(parties.all(db))
  const newestFirst = succession(positions.all(db, 'term = ?', [term]))
  const before = new Map<string, Position>()
  for (const ofHolder of grouped(newestFirst, ({ party }) => party).values())
    for (const [index, { id }] of ofHolder.entries()) {
      const earlier = ofHolder[index + 1]
      if (earlier) before.set(id, earlier)
    }
  const standing = new Set([...grouped(newestFirst, ({ party }) => party).values()].map(([newest]) => newest?.id))
  return newestFirst.map(position => {
    const earlier = before.get(position.id)
    return {
      ...position,
      words: valueWords(position),
      partyName: (position.party && names.get(position.party)?.name) || '',
      isStanding: standing.has(position.id),
      stale: standing.has(position.id) ? whyStale(position, about) : null,
      sinceBefore: earlier ? differenceSentences(earlier, position) : [],
    }
  })
}

export const create: Writing<'positions.create'> = (db, draft) => {
  const { ref } = terms.need(db, draft.term)
  return logged(say('log.positionAdded', { ref }), positions.create(db, draft))
}

export const update: Writing<'positions.update'> = (db, { id, patch }) => {
  const { term } = positions.update(db, id, patch)
  return logged(say('log.positionChanged', { ref: terms.need(db, term).ref }), null)
}

export const remove: Writing<'positions.remove'> = (db, { id }) => {
  const { term } = positions.need(db, id)
  positions.remove(db, id)
  return logged(say('log.positionRemoved', { ref: terms.need(db, term).ref }), null)
}
