import { useMemo, useRef, useState } from 'react'
import type { ClaimView } from '../../shared/contract/claims.ts'
import { type ClaimId, claimId, type TermId } from '../../shared/model/id.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker } from '../ui/Picker.tsx'

type ClaimPickerProps = {
  /** Its claims are offered first, before anything is typed. */
  term: TermId | null
  without: readonly ClaimId[]
  onPick: (claim: ClaimId) => void
  onCancel: () => void
}

const most = 40

const optionOf = ({ id, termRef, termName, words, sourceTitle }: ClaimView) => ({
  id,
  label: `${termRef} ${termName}: ${words}`,
  hint: sourceTitle === '' ? say('parts.untitledSource') : sourceTitle,
})

/** Picks a claim of any term by words of it, its term or its source. */
export const ClaimPicker = ({ term, without, onPick, onCancel }: ClaimPickerProps) => {
  const [words, setWords] = useState('')
  const typed = words.trim()
  const query = /[\p{L}\p{N}]$/u.test(typed) ? `${typed}*` : typed
  const { value: found } = useRead('search.find', query === '' ? null : { query, limit: most, kinds: ['claim'] })
  // While the answer to the last letter is on its way, the one before stays.
  const hits = useRef<readonly ClaimId[]>([])
  if (query === '') hits.current = []
  else if (found) hits.current = found.hits.flatMap(({ id }) => claimId.safeParse(id).data ?? [])
  const ids = [...hits.current]
  const { value: views } = useRead('claims.list', query !== '' && ids.length > 0 ? { ids } : null)
  const { value: first } = useRead('claims.list', query === '' && term !== null ? { term } : null)
  const last = useRef<readonly ClaimView[]>([])
  if (query === '') last.current = first ?? []
  else if (views) last.current = views
  const shown = last.current
  const options = useMemo(
    () =>
      shown
        .filter(({ id }) => !without.includes(id))
        .slice(0, most)
        .map(optionOf),
    [shown, without],
  )
  return (
    <Picker
      label={say('assess.findClaim')}
      placeholder={say('assess.claimPlaceholder')}
      nothing={say(query === '' ? 'assess.typeForClaims' : 'assess.noClaims')}
      options={options}
      autoFocus
      onType={setWords}
      onPick={id => onPick(id as ClaimId)}
      onCancel={onCancel}
    />
  )
}
