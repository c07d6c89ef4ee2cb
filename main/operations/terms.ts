import type { TermId } from '../../shared/model/id.ts'
import type { Term } from '../../shared/model/term.ts'
import { Refused } from '../../shared/outcome.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { adoptedAs, catalogue as starterCatalogue } from '../records/catalogue.ts'
import { redetect } from '../records/detection.ts'
import { nextRef, nextSequence } from '../records/refs.ts'
import { terms } from '../records/tables.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const list: Reading<'terms.list'> = db => terms.all(db)

export const catalogue: Reading<'terms.catalogue'> = db => {
  const known = terms.all(db)
  return starterCatalogue.map(entry => ({ ...entry, term: adoptedAs(entry, known)?.id ?? null }))
}

export const create: Writing<'terms.create'> = (db, draft) => {
  const ref = nextRef(db, 'term', 'T')
  return logged(say('log.termAdded', { ref }), terms.create(db, { ...draft, ref, sequence: nextSequence(db, 'term') }))
}

export const adopt: Writing<'terms.adopt'> = (db, { keys }) => {
  const wanted = new Set(keys)
  const before = terms.all(db)
  const [added, known]: [TermId[], TermId[]] = [[], []]
  for (const entry of starterCatalogue) {
    if (!wanted.delete(entry.key)) continue
    const there = adoptedAs(entry, before)
    if (there) known.push(there.id)
    else {
      const { key: _, ...draft } = entry
      const sequence = nextSequence(db, 'term')
      added.push(terms.create(db, { ...draft, ref: nextRef(db, 'term', 'T'), sequence }).id)
    }
  }
  const [unknown] = wanted
  if (unknown !== undefined) throw new Refused(say('refusal.notInCatalogue', { key: unknown }))
  return logged(say('log.termsAdopted', { count: added.length }), { added, known })
}

export const update: Writing<'terms.update'> = (db, { id, patch }) => {
  const { ref } = terms.update(db, id, patch)
  redetect(db, [id])
  return logged(say('log.termChanged', { ref }), null)
}

/** Gives terms the places named, one each; without them 0, 1, 2 and so on. */
const place = (db: Database, inOrder: readonly Term[], places: readonly number[] = inOrder.map((_, at) => at)) => {
  for (const [at, one] of inOrder.entries()) {
    const sequence = places[at] ?? at
    if (one.sequence !== sequence) terms.update(db, one.id, { sequence })
  }
}

/** The places that terms have now; undefined where two have the same, which leaves the order to their ids. */
const distinctPlaces = (inOrder: readonly Term[]): number[] | undefined => {
  const places = inOrder.map(one => one.sequence)
  return new Set(places).size === places.length ? places : undefined
}

export const order: Writing<'terms.order'> = (db, { ids }) => {
  terms.needAll(db, ids)
  const all = terms.all(db)
  const byId = new Map(all.map(one => [one.id, one]))
  const named = new Set(ids)
  const next = [...named].flatMap(id => byId.get(id) ?? []).values()
  place(
    db,
    all.map(one => (named.has(one.id) ? (next.next().value ?? one) : one)),
    distinctPlaces(all),
  )
  return logged(say('log.termsOrdered'), null)
}

export const renameCategory: Writing<'terms.renameCategory'> = (db, { from, to }) => {
  const moved = terms.all(db, 'category = ?', [from])
  if (moved.length === 0) throw new Refused(say('refusal.noCategory', { category: from }), 'stale')
  for (const { id } of moved) terms.update(db, id, { category: to })
  return logged(say('log.categoryRenamed', { from, to }), moved.length)
}

export const duplicate: Writing<'terms.duplicate'> = (db, { id }) => {
  const { created: _, updated: __, id: ___, ...original } = terms.need(db, id)
  const name = say('catalogue.copyOf', { name: original.name })
  const copy = terms.create(db, { ...original, name, ref: nextRef(db, 'term', 'T') })
  const others = terms.all(db).filter(one => one.id !== copy.id)
  const behind = others.findIndex(one => one.id === id) + 1
  place(db, [...others.slice(0, behind), copy, ...others.slice(behind)])
  return logged(say('log.termAdded', { ref: copy.ref }), terms.need(db, copy.id))
}

/** Its claims, positions and conflicts go with it. */
export const remove: Writing<'terms.remove'> = (db, { id }) => {
  const { ref } = terms.need(db, id)
  terms.remove(db, id)
  return logged(say('log.termRemoved', { ref }), null)
}
