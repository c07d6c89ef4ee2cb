import type { Source } from '../../shared/model/source.ts'
import type { Database } from '../store/case-file.ts'
import { sources } from './tables.ts'

/** The source that has a file, or a text, already, by its SHA-256. */
export const twinOf = (db: Database, column: 'fileSha256' | 'textSha256', fingerprint: string): Source | undefined => {
  const twin = db.get<{ source: string }>(`select source from textVersion where ${column} = ?`, [fingerprint])
  return twin && sources.need(db, twin.source)
}
