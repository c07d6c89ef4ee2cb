import type { Excerpt } from '../../shared/model/excerpt.ts'
import { type Original, type OriginalPointer, original, originalPointer } from '../../shared/model/original.ts'
import type { Bibliography, Source } from '../../shared/model/source.ts'
import type { SourceDraft, TextVersion } from '../../shared/model/text-version.ts'
import { type AnchorPlace, makeAnchor, reanchor } from '../../shared/rules/anchoring.ts'
import type { Database } from '../store/case-file.ts'
import { currentText } from './current-text.ts'
import { keepAnchor, readExcerpts } from './excerpts.ts'
import { sha256 } from './files.ts'
import { type ArrivingFile, addTextVersion } from './source-text.ts'
import { sources } from './tables.ts'

const columnsOf = (shape: object) => Object.keys(shape).map(name => `"${name}"`)

export const insertOriginal = (db: Database, { source, fileSha256, title }: Original): void => {
  db.run('insert into original (source, fileSha256, title) values (?, ?, ?)', [source, fileSha256, title])
}

export const insertPointer = (db: Database, { excerpt, start, end, passageSha256 }: OriginalPointer): void => {
  db.run('insert into originalPointer (excerpt, start, "end", passageSha256) values (?, ?, ?, ?)', [
    excerpt,
    start,
    end,
    passageSha256,
  ])
}

/** The originals that digests stand for. `where` is SQL over the columns of `original`. */
export const readOriginals = (db: Database, where = 'true', values: string[] = []): Original[] =>
  db.all<Original>(`select ${columnsOf(original.shape)} from original where ${where} order by source`, values)

/** The pointers of a source's excerpts into its original, by excerpt. */
const pointersOf = (db: Database, source: string): Map<string, OriginalPointer> =>
  new Map(
    db
      .all<OriginalPointer>(
        `select ${columnsOf(originalPointer.shape)} from originalPointer
         where excerpt in (select id from excerpt where source = ?)`,
        [source],
      )
      .map(pointer => [pointer.excerpt, pointer]),
  )

const isStated = (value: unknown) => value !== '' && value !== null && !(Array.isArray(value) && value.length === 0)

/** What the document states and the source does not: never a word over what is there already. */
const additions = (source: Source, stated: Bibliography): Partial<Bibliography> =>
  Object.fromEntries(
    Object.entries(stated).filter(
      ([field, value]) => isStated(value) && !isStated(source[field as keyof Bibliography]),
    ),
  )

/**
 * Adds the original to the source that stood for it: a further text version in which every excerpt takes the place that
 * its pointer gives, proved by the fingerprint of the passage. Where there is no pointer, or it fails, the excerpt is
 * looked for by the rules of re-anchoring. Held by test/main/operations/originals.test.ts.
 */
export const addOriginal = (db: Database, source: Source, draft: SourceDraft, file: ArrivingFile): TextVersion => {
  const before = currentText(db, source.id)
  const excerpts = readExcerpts(db, 'source = ?', [source.id])
  const pointers = pointersOf(db, source.id)
  const version = addTextVersion(db, source.id, 'original', file)
  const pointed = (excerpt: Excerpt): AnchorPlace | undefined => {
    const pointer = pointers.get(excerpt.id)
    const passage = pointer && version.text.slice(pointer.start, pointer.end)
    return passage && sha256(passage) === pointer.passageSha256
      ? makeAnchor(version.text, pointer.start, pointer.end)
      : undefined
  }
  const unpointed = excerpts.filter(excerpt => !pointed(excerpt))
  const found = reanchor(
    unpointed.map(excerpt => excerpt.anchor),
    before.text,
    version.text,
  )
  const places = new Map(unpointed.map((excerpt, index) => [excerpt.id, found[index]]))
  for (const excerpt of excerpts) {
    const place = pointed(excerpt) ?? places.get(excerpt.id)
    if (!place) throw new Error(`Re-anchoring lost excerpt ${excerpt.id}`)
    keepAnchor(db, excerpt.id, { ...place, textVersion: version.id, page: null })
  }
  sources.update(db, source.id, {
    ...additions(source, draft.bibliography),
    warnings: [...new Set([...source.warnings, ...draft.warnings])],
  })
  return version
}
