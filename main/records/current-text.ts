import type { SourceId } from '../../shared/model/id.ts'
import type { TextVersion } from '../../shared/model/text-version.ts'
import type { Database } from '../store/case-file.ts'
import { textVersions } from './tables.ts'

/** The newest text version of a source: the one that is read and highlighted. */
export const currentText = (db: Database, source: SourceId): TextVersion => {
  const [version] = textVersions.all(
    db,
    'source = ?1 and number = (select max(number) from textVersion where source = ?1)',
    [source],
  )
  if (!version) throw new Error(`Source ${source} has no text version`)
  return version
}

const counted = new Map<string, number>()

/** Words of the current text of every source, by its id. Text versions never change, so each is counted once per process. */
export const wordCounts = (db: Database): Map<string, number> => {
  const versions = db.all<{ id: string; source: string }>(
    'select id, source from textVersion as v where number = (select max(number) from textVersion where source = v.source)',
  )
  return new Map(
    versions.map(({ id, source }) => {
      const known = counted.get(id)
      if (known !== undefined) return [source, known]
      const text = db.get<{ text: string }>('select text from textVersion where id = ?', [id])?.text ?? ''
      const words = text.match(/\S+/g)?.length ?? 0
      counted.set(id, words)
      return [source, words]
    }),
  )
}
