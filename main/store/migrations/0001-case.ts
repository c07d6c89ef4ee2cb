import { matrix } from './0001-case/matrix.ts'
import { risks } from './0001-case/risks.ts'
import { sources } from './0001-case/sources.ts'
import { writing } from './0001-case/writing.ts'

/**
 * The first schema. Column names are the field names of `shared/model`; nested values are JSON; lists of ids are link
 * tables whose rows keep the order of the list in `sequence`. Every table is STRICT and numbers are declared INTEGER,
 * because sql.js binds large numbers as REAL.
 */
export const sql = [sources, matrix, risks, writing].join('\n')
