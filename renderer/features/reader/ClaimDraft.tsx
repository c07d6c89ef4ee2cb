import { useMemo, useState } from 'react'
import type { ClaimDraft as Draft } from '../../../shared/model/claim.ts'
import type { Source } from '../../../shared/model/source.ts'
import type { Term } from '../../../shared/model/term.ts'
import { readSelection, valueFor } from '../../../shared/rules/selection.ts'
import { ClaimForm } from '../../parts/ClaimForm.tsx'
import { newClaim } from '../../parts/claim-draft.ts'
import { TermPicker } from '../../parts/TermPicker.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { DraftCard } from './DraftCard.tsx'
import { type Place, passageOf } from './place.ts'

type ClaimDraftProps = {
  source: Source
  place: Place
  /** The words selected, and the paragraphs they stand in. */
  words: string
  context: string
  /** The sentences they stand in. */
  said: string
  onDone: (excerpt: string | null) => void
  onClose: () => void
}

/** From words to a claim: pick the term, look over what was read, save. Three keys when the term is a recent one. */
export const ClaimDraft = ({ source, place, words, context, said, onDone, onClose }: ClaimDraftProps) => {
  const [term, setTerm] = useState<Term | null>(null)
  const reading = useMemo(() => readSelection(words, context), [words, context])

  const proposed = (chosen: Term): Draft => ({
    ...newClaim(chosen, source.id, source.published),
    ...valueFor(reading, chosen),
    assertedBy: reading.speaker ?? '',
    polarity: reading.negated === true ? 'denies' : 'asserts',
    credibility: place.excerpt?.credibility ?? 6,
    evidence: place.excerpt === null ? [] : [{ excerpt: place.excerpt.id, role: 'supports' }],
  })
  const save = async (claim: Draft) => {
    const cited = place.excerpt === null ? { passage: passageOf(place) } : {}
    const made = await perform('claims.create', { ...claim, ...cited })
    if (made.ok) onDone(made.value.evidence[0]?.excerpt ?? null)
  }
  return (
    <DraftCard title={say('reader.draftClaim')} onClose={onClose}>
      {term === null ? (
        <TermPicker reading={reading} onPick={setTerm} onCancel={onClose} />
      ) : (
        <div className="reader-draft-body">
          <ClaimForm
            key={term.id}
            term={term}
            claim={proposed(term)}
            said={said}
            published={source.published}
            selection={place.excerpt === null ? words : undefined}
            onSave={claim => void save(claim)}
            onCancel={onClose}
            onOtherTerm={() => setTerm(null)}
          />
        </div>
      )}
    </DraftCard>
  )
}
