import { matrixView } from '../../shared/rules/matrix.ts'
import type { Reading } from '../operation.ts'
import { claims, conflicts, parties, positions, sources, terms } from '../records/tables.ts'

export const read: Reading<'matrix.read'> = (db, { axis }) =>
  matrixView(
    {
      terms: terms.all(db),
      claims: claims.all(db),
      sources: sources.all(db),
      parties: parties.all(db),
      positions: positions.all(db),
      conflicts: conflicts.all(db),
    },
    axis,
  )
