import type { Carried } from '../../shared/contract/text-versions.ts'
import type { Excerpt } from '../../shared/model/excerpt.ts'
import type { Bibliography, Source } from '../../shared/model/source.ts'
import type { SourceDraft, TextVersion } from '../../shared/model/text-version.ts'
import { type AnchorPlace, reanchor } from '../../shared/rules/anchoring.ts'
import type { Database } from '../store/case-file.ts'
import { currentText } from './current-text.ts'
import { redetect, termsOf } from './detection.ts'
import { keepAnchor, readExcerpts } from './excerpts.ts'
import { sources } from './tables.ts'

/**
 * Gives a source a newer text and puts every excerpt on it: where `certain` knows its place, there; else where the rules
 * of re-anchoring find it. None is dropped. `add` makes the text of the one that was the newest until now.
 */
export const succeed = (
  db: Database,
  source: Source['id'],
  add: (before: TextVersion) => TextVersion,
  certain: (excerpt: Excerpt, version: TextVersion) => AnchorPlace | undefined = () => undefined,
): Pick<Carried, 'states'> & { version: TextVersion } => {
  const before = currentText(db, source)
  const excerpts = readExcerpts(db, 'source = ?', [source])
  const version = add(before)
  const known = new Map(excerpts.map(excerpt => [excerpt.id, certain(excerpt, version)]))
  const unknown = excerpts.filter(({ id }) => !known.get(id))
  const found = reanchor(
    unknown.map(({ anchor }) => anchor),
    before.text,
    version.text,
  )
  const searched = new Map(unknown.map(({ id }, at) => [id, found[at]]))
  const states: Carried['states'] = { exact: 0, moved: 0, changed: 0, ambiguous: 0, lost: 0 }
  for (const { id } of excerpts) {
    const place = known.get(id) ?? searched.get(id)
    if (!place) throw new Error(`Re-anchoring dropped excerpt ${id}`)
    keepAnchor(db, id, version, place)
    states[place.state]++
  }
  return { version, states }
}

const isStated = (value: unknown) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0)

/** What the document states and the source does not: never a word over what is there already. */
const additions = (source: Source, stated: Bibliography): Partial<Bibliography> =>
  Object.fromEntries(
    Object.entries(stated).filter(
      ([field, value]) => isStated(value) && !isStated(source[field as keyof Bibliography]),
    ),
  )

const together = <Item>(known: readonly Item[], more: readonly Item[]): Item[] => {
  const seen = new Set(known.map(item => JSON.stringify(item)))
  return [...known, ...more.filter(item => !seen.has(JSON.stringify(item)))]
}

/** What is known of a source from another document of it: its statements too, and its fields where the source has none. */
export const learn = (
  db: Database,
  source: Source,
  { bibliography, statements, warnings }: Pick<SourceDraft, 'bibliography' | 'statements' | 'warnings'>,
): void => {
  const added = additions(source, bibliography)
  sources.update(db, source.id, {
    ...added,
    statements: together(source.statements, statements),
    warnings: together(source.warnings, warnings),
  })
  // A claim without a date speaks of the day its source was published.
  if (added.published !== undefined) redetect(db, termsOf(db, 'source = ?', [source.id]))
}
