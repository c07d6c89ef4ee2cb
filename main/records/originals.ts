import type { Excerpt } from '../../shared/model/excerpt.ts'
import { type Original, type OriginalPointer, original, originalPointer } from '../../shared/model/original.ts'
import type { Source } from '../../shared/model/source.ts'
import type { SourceDraft, TextVersion } from '../../shared/model/text-version.ts'
import { type AnchorPlace, makeAnchor } from '../../shared/rules/anchoring.ts'
import type { Database } from '../store/case-file.ts'
import { sha256 } from './files.ts'
import { type ArrivingFile, addTextVersion } from './source-text.ts'
import { learn, succeed } from './succession.ts'

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

/**
 * Adds the original to the source that stood for it: a further text version in which every excerpt takes the place that
 * its pointer gives, proved by the fingerprint of the passage. Where there is no pointer, or it fails, the excerpt is
 * looked for by the rules of re-anchoring. Held by test/main/operations/originals.test.ts.
 */
export const addOriginal = (
  db: Database,
  source: Source,
  draft: SourceDraft,
  file: ArrivingFile,
): ReturnType<typeof succeed> => {
  const pointers = pointersOf(db, source.id)
  const pointed = ({ id }: Excerpt, { text }: TextVersion): AnchorPlace | undefined => {
    const pointer = pointers.get(id)
    const passage = pointer && text.slice(pointer.start, pointer.end)
    return passage && sha256(passage) === pointer.passageSha256
      ? makeAnchor(text, pointer.start, pointer.end)
      : undefined
  }
  const carried = succeed(db, source.id, () => addTextVersion(db, source.id, 'original', file), pointed)
  learn(db, source, draft)
  return carried
}
