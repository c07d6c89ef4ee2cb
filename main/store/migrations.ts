import type { Migration } from './migrate.ts'
import { sql as case0001 } from './migrations/0001-case.ts'
import { sql as attachmentPieces0002 } from './migrations/0002-attachment-pieces.ts'
import { sql as versions0003 } from './migrations/0003-versions.ts'
import { sql as library0004 } from './migrations/0004-library.ts'
import { sql as coding0005 } from './migrations/0005-coding.ts'
import { sql as deal0006 } from './migrations/0006-deal.ts'
import { sql as register0007 } from './migrations/0007-register.ts'
import { sql as writing0008 } from './migrations/0008-writing.ts'

/** Every step from an empty database to the case of today, in order. A released step is never edited: add one. */
export const caseMigrations: readonly Migration[] = [
  { name: 'case', sql: case0001 },
  { name: 'attachment-pieces', sql: attachmentPieces0002 },
  { name: 'versions', sql: versions0003 },
  { name: 'library', sql: library0004 },
  { name: 'coding', sql: coding0005 },
  { name: 'deal', sql: deal0006 },
  { name: 'register', sql: register0007 },
  { name: 'writing', sql: writing0008 },
]
