import type { Database } from '../store/case-file.ts'

/**
 * The next ref of its kind, such as `T-15`. A ref once given is never given again, not even after its record was
 * removed: people quote refs outside the case. Held by test/main/operations/vocabulary.test.ts.
 */
export const nextRef = (db: Database, table: 'term' | 'risk', letter: 'T' | 'R'): string => {
  const number = db.get<{ last: number | null }>(
    `select max(cast(substr(ref, 3) as integer)) as last from (
       select ref from ${table}
       union all
       select json_extract(before, '$.ref') from change where "table" = ? and op = 'delete'
     )`,
    [table],
  )
  return `${letter}-${String((number?.last ?? 0) + 1).padStart(2, '0')}`
}

/** The next place at the end of an ordered list of records. */
export const nextSequence = (db: Database, table: 'term' | 'party' | 'inquiry'): number =>
  db.get<{ next: number }>(`select coalesce(max(sequence) + 1, 0) as next from ${table}`)?.next ?? 0
