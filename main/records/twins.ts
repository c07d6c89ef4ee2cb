import type { Source } from '../../shared/model/source.ts'
import type { Database } from '../store/case-file.ts'
import { sha256 } from './files.ts'
import { sources } from './tables.ts'

const twinBy = (db: Database, column: 'fileSha256' | 'textSha256', fingerprint: string): Source | undefined => {
  const twin = db.get<{ source: string }>(`select source from textVersion where ${column} = ?`, [fingerprint])
  return twin && sources.need(db, twin.source)
}

/** The source that has a file already, by its SHA-256. */
export const twinByFile = (db: Database, fingerprint: string): Source | undefined =>
  twinBy(db, 'fileSha256', fingerprint)

/** The source that has a text already. Documents that are only pictures have no words to be known by. */
export const twinByText = (db: Database, text: string): Source | undefined =>
  text === '' ? undefined : twinBy(db, 'textSha256', sha256(text))
