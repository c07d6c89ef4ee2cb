import { useRef, useState } from 'react'
import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { MatrixColumn, MatrixFrameRow, ShownCell } from '../../../shared/contract/matrix.ts'
import type { ClaimId, SourceId } from '../../../shared/model/id.ts'
import type { Term } from '../../../shared/model/term.ts'
import type { CellEntry } from '../../../shared/rules/cell-entry.ts'
import { claimWords } from '../../../shared/rules/words.ts'
import { announce } from '../../announcements.ts'
import { call } from '../../api.ts'
import { newClaim } from '../../parts/claim-draft.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import type { Leaving } from './CellEditor.tsx'
import { columnTitle } from './GridHead.tsx'

/** An entry under way: of a claim that is there, or of a new one. */
export type Editing = { term: Term; column: MatrixColumn; claim: ClaimView | null; words: string; made: number }

/** A claim as its source is cited, with what was entered. Its date is that of its source: evidence and the rest come after. */
export const claimOf = (term: Term, column: MatrixColumn, { polarity, stated }: CellEntry) => ({
  ...newClaim(term, column.key as SourceId, null),
  ...stated,
  polarity,
})

/** The words that a claim's value is edited as: all of them, where a cell cuts them short. */
const wordsOf = (claim: ClaimView): string =>
  claim.polarity === 'asserts' && (claim.value?.type === 'text' || claim.value?.type === 'clause')
    ? claim.value.text
    : claimWords(claim)

const claimAt = async (id: ClaimId): Promise<ClaimView | null> => {
  const outcome = await call('claims.list', { ids: [id] })
  return outcome.ok ? (outcome.value[0] ?? null) : null
}

/** Entering, changing and removing claims in the grid itself. `onLeave` moves on from a cell that is done. */
export const useEntry = (onLeave: (leaving: Leaving) => void) => {
  const [editing, setEditing] = useState<Editing | null>(null)

  /** The claim to be changed is being read: what is typed meanwhile must not begin another one. */
  const isOpening = useRef(false)

  /** Opens the field for a new claim of the column's source. */
  const begin = ({ term }: MatrixFrameRow, column: MatrixColumn, words: string) => {
    if (!isOpening.current) setEditing({ term, column, claim: null, words, made: 0 })
  }

  /** Opens the field for the one claim of a cell. */
  const change = async ({ term }: MatrixFrameRow, column: MatrixColumn, id: ClaimId) => {
    isOpening.current = true
    const claim = await claimAt(id)
    isOpening.current = false
    if (claim !== null) setEditing({ term, column, claim, words: wordsOf(claim), made: 0 })
  }

  const done = async (entry: CellEntry | null, leaving: Leaving) => {
    if (editing === null) return
    const { claim, term, column } = editing
    // The next cell is free at once; only what was refused comes back.
    if (leaving === 'again' && entry !== null)
      setEditing({ ...editing, claim: null, words: '', made: editing.made + 1 })
    else setEditing(null)
    onLeave(leaving)
    if (entry === null || (claim !== null && entry.stated.raw === editing.words)) return
    const outcome =
      claim === null
        ? await perform('claims.create', claimOf(term, column, entry))
        : await perform('claims.update', { id: claim.id, patch: { ...entry.stated, polarity: entry.polarity } })
    if (!outcome.ok) setEditing({ ...editing, words: entry.stated.raw })
    else announce(say('matrix.entered', { words: claimWords({ ...entry.stated, polarity: entry.polarity }) }))
  }

  /** Says of a cell without a value what its source was found to say. */
  const mark = async (
    row: MatrixFrameRow,
    column: MatrixColumn,
    cell: ShownCell | null,
    polarity: CellEntry['polarity'],
  ) => {
    const stated = { raw: '', value: null, basis: '', qualifier: 'exactly', condition: '' } as const
    if (cell === null)
      return void perform('claims.create', claimOf(row.term, column, { polarity, stated, isRead: true }))
    if (cell.only !== null && cell.state !== 'value')
      return void perform('claims.update', { id: cell.only, patch: { polarity } })
    announce(say('matrix.hasClaims'))
  }

  return { editing, begin, change, done, mark, titleOf: columnTitle }
}
