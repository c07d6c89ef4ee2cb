import type { Passage } from '../../shared/contract/excerpts.ts'
import { type Anchor, anchor } from '../../shared/model/anchor.ts'
import type { Excerpt } from '../../shared/model/excerpt.ts'
import type { ExcerptId, SourceId, TagId } from '../../shared/model/id.ts'
import type { TextVersion } from '../../shared/model/text-version.ts'
import { Refused } from '../../shared/outcome.ts'
import { type AnchorPlace, makeAnchor } from '../../shared/rules/anchoring.ts'
import { pageAt } from '../../shared/rules/pages.ts'
import { say } from '../say.ts'
import type { Database, Value } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { currentText } from './current-text.ts'
import { insertRows } from './list.ts'
import { bareExcerpts, sources } from './tables.ts'
import { retag } from './tagging.ts'

const fields = Object.keys(anchor.shape) as (keyof Anchor)[]
const columns = fields.map(name => `"${name}"`)

const anchorIn = ({ id, pages }: Pick<TextVersion, 'id' | 'pages'>, place: AnchorPlace): Anchor => ({
  ...place,
  textVersion: id,
  page: place.state === 'lost' ? null : pageAt(pages, place.start),
})

/**
 * Keeps the place of an excerpt in one text version, instead of the one it has there already, with the page it is on. What
 * stands nowhere is on no page.
 */
export const keepAnchor = (
  db: Database,
  excerpt: string,
  { id, pages }: Pick<TextVersion, 'id' | 'pages'>,
  place: AnchorPlace,
): Anchor => {
  const kept = anchorIn({ id, pages }, place)
  db.run(
    `insert into anchor (excerpt, ${columns.join(', ')}) values (?, ${columns.map(() => '?').join(', ')})
     on conflict (excerpt, textVersion) do update set ${columns.map(name => `${name} = excluded.${name}`).join(', ')}`,
    [excerpt, ...fields.map(name => kept[name])],
  )
  return kept
}

/** SQL that is true of the newest text version of its source, as `v`. */
const isNewest = 'v.number = (select max(number) from textVersion where source = v.source)'

/** The places of the excerpts that `where` selects, in the text versions of which `version` is true, by excerpt. */
const placesIn = (db: Database, version: string, where: string, values: readonly Value[]): Map<string, Anchor> => {
  const rows = db.all<Anchor & { excerpt: string }>(
    `select a.excerpt, ${columns.map(name => `a.${name}`).join(', ')} from anchor as a
     join textVersion as v on v.id = a.textVersion
     where a.excerpt in (select id from excerpt where ${where}) and ${version}`,
    values,
  )
  return new Map(rows.map(({ excerpt, ...place }) => [excerpt, place]))
}

type Placed = Pick<Excerpt, 'source'> & Pick<Anchor, 'start' | 'end'>

/** By source and place. */
export const inOrderOfText = (one: Placed, other: Placed): number =>
  one.source.localeCompare(other.source) || one.start - other.start || one.end - other.end

const placed = ({ source, anchor: { start, end } }: Excerpt): Placed => ({ source, start, end })

/** Excerpts with their places in the current texts, in the order of those. `where` is SQL over the columns of `excerpt`. */
export const readExcerpts = (db: Database, where = 'true', values: readonly Value[] = []): Excerpt[] => {
  const places = placesIn(db, isNewest, where, values)
  const found = bareExcerpts.all(db, where, values).map((excerpt): Excerpt => {
    const place = places.get(excerpt.id)
    if (!place) throw new Error(`Excerpt ${excerpt.id} has no place in the current text of its source`)
    return { ...excerpt, anchor: place }
  })
  return found.sort((one, other) => inOrderOfText(placed(one), placed(other)))
}

/** The excerpts that have a place in one text version, with that place. */
export const readExcerptsIn = (db: Database, version: string): Excerpt[] => {
  const where = 'id in (select excerpt from anchor where textVersion = ?1)'
  const places = placesIn(db, 'v.id = ?1', where, [version])
  const found = bareExcerpts.all(db, where, [version]).flatMap(excerpt => {
    const place = places.get(excerpt.id)
    return place ? [{ ...excerpt, anchor: place }] : []
  })
  return found.sort((one, other) => inOrderOfText(placed(one), placed(other)))
}

type Current = { version: TextVersion; title: string }

const currentOf = (db: Database, source: SourceId): Current => {
  const { title } = sources.need(db, source)
  return { version: currentText(db, source), title }
}

const placeIn = (
  { version, title }: Current,
  { textVersion, start, end }: Pick<Passage, 'textVersion' | 'start' | 'end'>,
): AnchorPlace => {
  if (version.id !== textVersion) throw new Refused(say('refusal.oldText', { title }), 'stale')
  if (start >= end || end > version.text.length) throw new Refused(say('refusal.outsideText', { title }), 'invalid')
  if (version.text.slice(start, end).trim() === '') throw new Refused(say('refusal.blankPassage'))
  return makeAnchor(version.text, start, end)
}

/** The current text and the place in it of a selected passage, whose offsets are UTF-16 code units of that text. */
export const placeOfPassage = (
  db: Database,
  passage: Omit<Passage, 'colour'>,
): { version: TextVersion; place: AnchorPlace } => {
  const current = currentOf(db, passage.source)
  return { version: current.version, place: placeIn(current, passage) }
}

const draftOf = ({ source, colour }: Passage, tags: readonly TagId[], author: string) => ({
  source,
  colour,
  comment: '',
  credibility: null,
  tags: [...tags],
  author,
})

/** Makes the excerpt of a selected passage. */
export const createExcerpt = (db: Database, passage: Passage, tags: readonly TagId[] = []): Excerpt => {
  const { version, place } = placeOfPassage(db, passage)
  const excerpt = bareExcerpts.create(db, draftOf(passage, tags, analystOf(db)))
  return { ...excerpt, anchor: keepAnchor(db, excerpt.id, version, place) }
}

/** The excerpt whose place is exactly the passage, if there is one. */
const excerptAtPassage = (db: Database, passage: Passage): Excerpt | undefined =>
  readExcerpts(
    db,
    `id in (select excerpt from anchor where textVersion = ? and start = ? and "end" = ? and state = 'exact')`,
    [passage.textVersion, passage.start, passage.end],
  )[0]

/** The excerpt of a passage that another record cites: the one that stands there already, or a new one. */
export const citedExcerpt = (db: Database, passage: Passage): Excerpt =>
  excerptAtPassage(db, passage) ?? createExcerpt(db, passage)

/** The excerpts that stand exactly where passages are, by the place of each passage in the list. */
const excerptsAt = (db: Database, passages: readonly Passage[]): Map<number, ExcerptId> =>
  new Map(
    db
      .all<{ at: number; excerpt: ExcerptId }>(
        `select j.key as at, min(a.excerpt) as excerpt from json_each(?) as j join anchor as a
         on a.textVersion = j.value ->> 0 and a.start = j.value ->> 1 and a."end" = j.value ->> 2 and a.state = 'exact'
         group by j.key`,
        [JSON.stringify(passages.map(({ textVersion, start, end }) => [textVersion, start, end]))],
      )
      .map(({ at, excerpt }) => [at, excerpt]),
  )

/**
 * Puts tags on passages: on the excerpts that stand there already, and on new ones where none does. Says how many are
 * new. Each text is read once, and there are as many statements for ten thousand passages as for one.
 */
export const tagPassages = (db: Database, passages: readonly Passage[], tags: readonly TagId[]): number => {
  const known = excerptsAt(db, passages)
  retag(db, [...new Set(known.values())], { added: tags, removed: [] })
  const texts = new Map<SourceId, Current>()
  const made = new Map<string, { passage: Passage; anchor: Anchor }>()
  for (const [index, passage] of passages.entries()) {
    if (known.has(index)) continue
    const current = texts.get(passage.source) ?? currentOf(db, passage.source)
    texts.set(passage.source, current)
    const place = anchorIn(current.version, placeIn(current, passage))
    const key = `${place.textVersion} ${place.start} ${place.end}`
    if (!made.has(key)) made.set(key, { passage, anchor: place })
  }
  const author = analystOf(db)
  const places = [...made.values()]
  const created = bareExcerpts.createAll(
    db,
    places.map(({ passage }) => draftOf(passage, tags, author)),
  )
  insertRows(
    db,
    'anchor',
    ['excerpt', ...fields],
    places.map(({ anchor: place }, index) => [created[index]?.id, ...fields.map(name => place[name])]),
  )
  return created.length
}
