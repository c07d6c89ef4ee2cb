import type { Migration } from './migrate.ts'
import { sql as case0001 } from './migrations/0001-case.ts'

/** Every step from an empty database to the case of today, in order. A released step is never edited: add one. */
export const caseMigrations: readonly Migration[] = [{ name: 'case', sql: case0001 }]
