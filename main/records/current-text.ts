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

/** Words of the current text of a source. Text versions never change, so each is counted once per process. */
export const wordCount = (db: Database, source: SourceId): number => {
  const newest = 'from textVersion where source = ? order by number desc limit 1'
  const { id = '' } = db.get<{ id: string }>(`select id ${newest}`, [source]) ?? {}
  const known = counted.get(id)
  if (known !== undefined) return known
  const words = db.get<{ text: string }>(`select text ${newest}`, [source])?.text.match(/\S+/g)?.length ?? 0
  counted.set(id, words)
  return words
}
