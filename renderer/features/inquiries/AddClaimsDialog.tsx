import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import type { ClaimView } from '../../../shared/contract/claims.ts'
import type { InquiryView } from '../../../shared/contract/inquiries.ts'
import { type ClaimId, claimId, type SourceId, type TermId } from '../../../shared/model/id.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { titleOf } from '../../parts/names.ts'
import { SourcePicker } from '../../parts/SourcePicker.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { PickerButton } from '../../ui/PickerButton.tsx'

/** Claims that are shown; the rest is found by narrowing the question. */
const mostShown = 200

/** The query of what is typed: the last word may not be written out yet. */
const queryOf = (words: string): string => (/[\p{L}\p{N}]$/u.test(words) ? `${words}*` : words)

const wordsOf = (claim: ClaimView): string =>
  `${claim.termRef} ${claim.termName} ${claim.words} ${claim.raw} ${claim.sourceTitle} ${claim.assertedBy}`.toLowerCase()

/** The claims asked for: of a term, of a source or of both, through their words; by words alone as the search of the case finds them. */
const useCandidates = (words: string, term: TermId | null, source: SourceId | null): ClaimView[] | undefined => {
  const isOf = term !== null || source !== null
  const query = isOf || words === '' ? null : { query: queryOf(words), limit: mostShown, kinds: ['claim' as const] }
  const { value: found } = useRead('search.find', query)
  const ids = (found?.hits ?? []).flatMap(({ id }) => claimId.safeParse(id).data ?? [])
  const narrowed = { ...(term === null ? {} : { term }), ...(source === null ? {} : { source }) }
  const { value: claims } = useRead('claims.list', isOf ? narrowed : ids.length > 0 ? { ids } : null)
  return useMemo(() => {
    if (!isOf) return words === '' ? undefined : (claims ?? [])
    const parts = words.toLowerCase().split(/\s+/)
    return claims?.filter(claim => parts.every(part => wordsOf(claim).includes(part)))
  }, [isOf, words, claims])
}

/** Picks claims by term, source and words, many at once, and adds them to an inquiry in one step of undo. */
export const AddClaimsDialog = ({ inquiry, onClose }: { inquiry: InquiryView; onClose: () => void }) => {
  const [words, setWords] = useState('')
  const [term, setTerm] = useState<TermId | null>(null)
  const [source, setSource] = useState<SourceId | null>(null)
  const [withSilent, setWithSilent] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<ClaimId>>(new Set())
  const candidates = useCandidates(useDeferredValue(words.trim()), term, source)
  const known = useMemo(() => new Set<ClaimId>(inquiry.claims), [inquiry.claims])
  const fitting = (candidates ?? []).filter(
    ({ id, polarity }) => !known.has(id) && (withSilent || polarity !== 'silent'),
  )
  const shown = fitting.slice(0, mostShown)
  const areAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id))
  const choose = (ids: readonly ClaimId[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const id of ids)
      if (isChosen) next.add(id)
      else next.delete(id)
    setChosen(next)
  }
  return (
    <FormDialog
      title={say('inquiries.pickTitle')}
      className="inquiry-pick"
      saveLabel={say('inquiries.pickAdd', { count: chosen.size })}
      canSave={chosen.size > 0}
      onSave={() => perform('inquiries.update', { id: inquiry.id, patch: { claims: [...inquiry.claims, ...chosen] } })}
      onClose={onClose}
    >
      <TextField
        label={say('inquiries.pickWords')}
        type="search"
        placeholder={say('inquiries.pickWordsHint')}
        value={words}
        onChange={event => setWords(event.target.value)}
        // Enter looks for claims here: nothing is added that was not chosen.
        onKeyDown={event => event.key === 'Enter' && !event.ctrlKey && event.preventDefault()}
      />
      <div className="inquiry-pick-of">
        <TermChoice term={term} onChoose={setTerm} />
        <SourceChoice source={source} onChoose={setSource} />
        <label>
          <input type="checkbox" checked={withSilent} onChange={event => setWithSilent(event.target.checked)} />
          {say('inquiries.silentHidden')}
        </label>
      </div>
      {candidates === undefined ? (
        <p className="muted inquiry-pick-none">{(term ?? source) ? '' : say('inquiries.pickAsk')}</p>
      ) : shown.length === 0 ? (
        <p className="muted inquiry-pick-none" role="status">
          {say('inquiries.pickNone')}
        </p>
      ) : (
        <Candidates shown={shown} chosen={chosen} areAll={areAll} onChoose={choose} />
      )}
      {fitting.length > mostShown ? (
        <p className="small muted">{say('inquiries.pickMore', { count: mostShown })}</p>
      ) : null}
    </FormDialog>
  )
}

type CandidatesProps = {
  shown: readonly ClaimView[]
  chosen: ReadonlySet<ClaimId>
  areAll: boolean
  onChoose: (ids: readonly ClaimId[], isChosen: boolean) => void
}

/** Arrows go from box to box, Space chooses. */
const stepBoxes = (event: KeyboardEvent<HTMLElement>) => {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const boxes: Element[] = [...event.currentTarget.querySelectorAll('input')]
  const next = boxes[boxes.indexOf(event.target as Element) + by]
  event.preventDefault()
  if (next instanceof HTMLElement) next.focus()
}

const Candidates = ({ shown, chosen, areAll, onChoose }: CandidatesProps) => (
  <fieldset className="inquiry-candidates" onKeyDown={stepBoxes}>
    <legend className="unseen">{say('inquiries.claims')}</legend>
    <label className="inquiry-pick-all">
      <input
        type="checkbox"
        checked={areAll}
        onChange={event =>
          onChoose(
            shown.map(({ id }) => id),
            event.target.checked,
          )
        }
      />
      {say('inquiries.pickAll', { count: shown.length })}
    </label>
    {shown.map(claim => (
      <label key={claim.id}>
        <input
          type="checkbox"
          checked={chosen.has(claim.id)}
          onChange={event => onChoose([claim.id], event.target.checked)}
        />
        <span className="inquiry-ref">{claim.termRef}</span>
        <span>
          {claim.words === '' ? claim.raw || claim.polarity : claim.words}
          <span className="small muted inquiry-candidate-of">
            {claim.termName} · {titleOf({ title: claim.sourceTitle })} · {claim.sourceReliability}
            {claim.credibility}
          </span>
        </span>
      </label>
    ))}
  </fieldset>
)

const TermChoice = ({ term, onChoose }: { term: TermId | null; onChoose: (term: TermId | null) => void }) => {
  const { value: terms = [] } = useRead('terms.list', {})
  const current = terms.find(({ id }) => id === term)
  const options = useMemo(
    () => terms.map(({ id, ref, name, category }) => ({ id, label: `${ref} ${name}`, hint: category })),
    [terms],
  )
  return (
    <span className="inquiry-choice">
      <PickerButton
        label={say('inquiries.pickTerm')}
        words={current === undefined ? say('inquiries.anyTerm') : `${current.ref} ${current.name}`}
      >
        {close => (
          <Picker
            label={say('inquiries.pickTerm')}
            placeholder={say('parts.termPlaceholder')}
            options={options}
            nothing={say('parts.noTerms')}
            autoFocus
            onPick={id => {
              onChoose(terms.find(one => one.id === id)?.id ?? null)
              close()
            }}
            onCancel={close}
          />
        )}
      </PickerButton>
      {term === null ? null : <Button look="quiet" label={say('inquiries.anyTerm')} onClick={() => onChoose(null)} />}
    </span>
  )
}

const SourceChoice = ({
  source,
  onChoose,
}: {
  source: SourceId | null
  onChoose: (source: SourceId | null) => void
}) => {
  const { value: sources } = useRead('sources.changes', { since: null })
  const current = sources?.rows.find(({ id }) => id === source)
  return (
    <span className="inquiry-choice">
      <PickerButton
        label={say('inquiries.pickSource')}
        words={current === undefined ? say('inquiries.anySource') : titleOf(current)}
      >
        {close => (
          <SourcePicker
            onPick={id => {
              onChoose(id)
              close()
            }}
            onCancel={close}
          />
        )}
      </PickerButton>
      {source === null ? null : (
        <Button look="quiet" label={say('inquiries.anySource')} onClick={() => onChoose(null)} />
      )}
    </span>
  )
}
