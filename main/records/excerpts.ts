import type { Passage } from '../../shared/contract/excerpts.ts'
import { type Anchor, anchor } from '../../shared/model/anchor.ts'
import type { Excerpt } from '../../shared/model/excerpt.ts'
import type { SourceId, TagId } from '../../shared/model/id.ts'
import type { TextVersion } from '../../shared/model/text-version.ts'
import { Refused } from '../../shared/outcome.ts'
import { type AnchorPlace, makeAnchor } from '../../shared/rules/anchoring.ts'
import { pageAt } from '../../shared/rules/pages.ts'
import { say } from '../say.ts'
import type { Database, Value } from '../store/case-file.ts'
import { analystOf } from './case-info.ts'
import { currentText } from './current-text.ts'
import { bareExcerpts, sources } from './tables.ts'

const columns = Object.keys(anchor.shape).map(name => `"${name}"`)

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
  const kept = { ...place, textVersion: id, page: place.state === 'lost' ? null : pageAt(pages, place.start) }
  db.run(
    `insert into anchor (excerpt, ${columns.join(', ')}) values (?, ${columns.map(() => '?').join(', ')})
     on conflict (excerpt, textVersion) do update set ${columns.map(name => `${name} = excluded.${name}`).join(', ')}`,
    [excerpt, ...Object.keys(anchor.shape).map(name => kept[name as keyof Anchor])],
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

const inOrderOfText = (one: Excerpt, other: Excerpt): number =>
  one.source.localeCompare(other.source) || one.anchor.start - other.anchor.start || one.anchor.end - other.anchor.end

/** Excerpts with their places in the current texts, in the order of those. `where` is SQL over the columns of `excerpt`. */
export const readExcerpts = (db: Database, where = 'true', values: readonly Value[] = []): Excerpt[] => {
  const places = placesIn(db, isNewest, where, values)
  const found = bareExcerpts.all(db, where, values).map((excerpt): Excerpt => {
    const place = places.get(excerpt.id)
    if (!place) throw new Error(`Excerpt ${excerpt.id} has no place in the current text of its source`)
    return { ...excerpt, anchor: place }
  })
  return found.sort(inOrderOfText)
}

/** The excerpts that have a place in one text version, with that place. */
export const readExcerptsIn = (db: Database, version: string): Excerpt[] => {
  const where = 'id in (select excerpt from anchor where textVersion = ?1)'
  const places = placesIn(db, 'v.id = ?1', where, [version])
  const found = bareExcerpts.all(db, where, [version]).flatMap(excerpt => {
    const place = places.get(excerpt.id)
    return place ? [{ ...excerpt, anchor: place }] : []
  })
  return found.sort(inOrderOfText)
}

/** Gives the current text of a source. */
type TextOf = (source: SourceId) => TextVersion

/**
 * The current text and the place in it of a selected passage, whose offsets are UTF-16 code units of that text. For many
 * passages `textOf` may keep what it has read.
 */
export const placeOfPassage = (
  db: Database,
  { source, textVersion, start, end }: Omit<Passage, 'colour'>,
  textOf: TextOf = one => currentText(db, one),
): { version: TextVersion; place: AnchorPlace } => {
  const { title } = sources.need(db, source)
  const version = textOf(source)
  if (version.id !== textVersion) throw new Refused(say('refusal.oldText', { title }), 'stale')
  if (start >= end || end > version.text.length) throw new Refused(say('refusal.outsideText', { title }), 'invalid')
  if (version.text.slice(start, end).trim() === '') throw new Refused(say('refusal.blankPassage'))
  return { version, place: makeAnchor(version.text, start, end) }
}

/** Makes the excerpt of a selected passage. */
export const createExcerpt = (
  db: Database,
  passage: Passage,
  tags: readonly TagId[] = [],
  textOf?: TextOf | undefined,
): Excerpt => {
  const { version, place } = placeOfPassage(db, passage, textOf)
  const { source, colour } = passage
  const author = analystOf(db)
  const excerpt = bareExcerpts.create(db, { source, colour, comment: '', credibility: null, tags: [...tags], author })
  return { ...excerpt, anchor: keepAnchor(db, excerpt.id, version, place) }
}

/** The excerpt whose place is exactly the passage, if there is one. */
export const excerptAtPassage = (db: Database, passage: Passage): Excerpt | undefined =>
  readExcerpts(
    db,
    `id in (select excerpt from anchor where textVersion = ? and start = ? and "end" = ? and state = 'exact')`,
    [passage.textVersion, passage.start, passage.end],
  )[0]

/** The excerpt of a passage that another record cites: the one that stands there already, or a new one. */
export const citedExcerpt = (db: Database, passage: Passage): Excerpt =>
  excerptAtPassage(db, passage) ?? createExcerpt(db, passage)

/**
 * Puts tags on passages: on the excerpts that stand there already, and on new ones where none does. Says how many are
 * new. Each text is read once, however many passages of it there are.
 */
export const tagPassages = (db: Database, passages: readonly Passage[], tags: readonly TagId[]): number => {
  const texts = new Map<SourceId, TextVersion>()
  const textOf: TextOf = source => {
    const text = texts.get(source) ?? currentText(db, source)
    texts.set(source, text)
    return text
  }
  let created = 0
  for (const passage of passages) {
    const known = db.get<{ excerpt: string }>(
      `select excerpt from anchor where textVersion = ? and start = ? and "end" = ? and state = 'exact' order by excerpt`,
      [passage.textVersion, passage.start, passage.end],
    )
    if (known) {
      const { tags: borne } = bareExcerpts.need(db, known.excerpt)
      bareExcerpts.update(db, known.excerpt, { tags: [...new Set([...borne, ...tags])] })
    } else {
      createExcerpt(db, passage, tags, textOf)
      created += 1
    }
  }
  return created
}
