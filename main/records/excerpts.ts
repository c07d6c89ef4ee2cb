import type { Passage } from '../../shared/contract/sources.ts'
import { type Anchor, anchor } from '../../shared/model/anchor.ts'
import type { Excerpt } from '../../shared/model/excerpt.ts'
import { Refused } from '../../shared/outcome.ts'
import { makeAnchor } from '../../shared/rules/anchoring.ts'
import { say } from '../say.ts'
import type { Database, Value } from '../store/case-file.ts'
import { currentText } from './current-text.ts'
import { bareExcerpts, sources } from './tables.ts'

const columns = Object.keys(anchor.shape).map(name => `"${name}"`)

/** Keeps the place of an excerpt in one text version. */
export const keepAnchor = (db: Database, excerpt: string, place: Anchor): void => {
  db.run(`insert into anchor (excerpt, ${columns.join(', ')}) values (?, ${columns.map(() => '?').join(', ')})`, [
    excerpt,
    ...Object.keys(anchor.shape).map(name => place[name as keyof Anchor]),
  ])
}

/** The places of the excerpts that `where` selects, in the current text of their source, by excerpt. */
const currentPlaces = (db: Database, where: string, values: readonly Value[]): Map<string, Anchor> => {
  const rows = db.all<Anchor & { excerpt: string }>(
    `select a.excerpt, ${columns.map(name => `a.${name}`).join(', ')} from anchor as a
     join textVersion as v on v.id = a.textVersion
     where a.excerpt in (select id from excerpt where ${where})
       and v.number = (select max(number) from textVersion where source = v.source)`,
    values,
  )
  return new Map(rows.map(({ excerpt, ...place }) => [excerpt, place]))
}

/** Excerpts with their places in the current texts, in the order of those. `where` is SQL over the columns of `excerpt`. */
export const readExcerpts = (db: Database, where = 'true', values: readonly Value[] = []): Excerpt[] => {
  const places = currentPlaces(db, where, values)
  const found = bareExcerpts.all(db, where, values).map((excerpt): Excerpt => {
    const place = places.get(excerpt.id)
    if (!place) throw new Error(`Excerpt ${excerpt.id} has no place in the current text of its source`)
    return { ...excerpt, anchor: place }
  })
  return found.sort(
    (one, other) =>
      one.source.localeCompare(other.source) ||
      one.anchor.start - other.anchor.start ||
      one.anchor.end - other.anchor.end,
  )
}

/** Makes the excerpt of a selected passage, whose offsets are UTF-16 code units of the current text. */
export const createExcerpt = (db: Database, { source, textVersion, start, end, colour }: Passage): Excerpt => {
  const { title } = sources.need(db, source)
  const version = currentText(db, source)
  if (version.id !== textVersion) throw new Refused(say('refusal.oldText', { title }), 'stale')
  if (start >= end || end > version.text.length) throw new Refused(say('refusal.outsideText', { title }), 'invalid')
  if (version.text.slice(start, end).trim() === '') throw new Refused(say('refusal.blankPassage'))
  const place = { ...makeAnchor(version.text, start, end), textVersion: version.id, page: null }
  const excerpt = bareExcerpts.create(db, { source, colour, comment: '', credibility: null, tags: [] })
  keepAnchor(db, excerpt.id, place)
  return { ...excerpt, anchor: place }
}

/** The excerpt of a passage that another record cites: the one that stands there already, or a new one. */
export const citedExcerpt = (db: Database, passage: Passage): Excerpt => {
  const [standing] = readExcerpts(
    db,
    `id in (select excerpt from anchor where textVersion = ? and start = ? and "end" = ? and state = 'exact')`,
    [passage.textVersion, passage.start, passage.end],
  )
  return standing ?? createExcerpt(db, passage)
}
