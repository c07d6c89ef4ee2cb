import { type FormEvent, useState } from 'react'
import { wordDiff } from '../../../shared/rules/word-diff.ts'
import { navigate } from '../../location.ts'
import { notify } from '../../notices.ts'
import { DiffRuns } from '../../parts/DiffRuns.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { DraftCard } from './DraftCard.tsx'
import type { Place } from './place.ts'

/** The right words in the place of those selected, with the reason: they make a further text of the source. */
export const CorrectionDraft = ({ place, words, onClose }: { place: Place; words: string; onClose: () => void }) => {
  const [right, setRight] = useState(words)
  const [note, setNote] = useState('')
  const { source, textVersion, start, end } = place
  const correct = async (event: FormEvent) => {
    event.preventDefault()
    const edits = [{ start, end, words: right }]
    const made = await perform('sources.correct', { source, version: textVersion, edits, note: note.trim() })
    if (!made.ok) return
    notify({ tone: 'plain', text: made.value.message })
    // The reader begins anew with the new text: back to where the words were.
    const query = { start: String(start), end: String(start + Math.max(1, right.length)) }
    onClose()
    navigate('reader', source, query)
  }
  return (
    <DraftCard title={say('reader.draftCorrection')} onClose={onClose}>
      <form className="reader-draft-body reader-correction" onSubmit={event => void correct(event)}>
        <TextArea
          label={say('reader.rightWords')}
          hint={say('reader.rightWordsHint')}
          className="input reading"
          rows={Math.min(12, Math.max(2, Math.ceil(words.length / 36)))}
          value={right}
          onChange={event => setRight(event.target.value)}
          autoFocus
        />
        {right === words ? null : (
          <p className="reader-correction-diff">
            <DiffRuns runs={wordDiff(words, right)} />
          </p>
        )}
        <TextField
          label={say('reader.correctWhy')}
          hint={say('reader.correctWhyHint')}
          value={note}
          required
          onChange={event => setNote(event.target.value)}
        />
        <div className="reader-correction-foot">
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button
            writes
            type="submit"
            look="primary"
            label={say('reader.correctSave')}
            disabled={right === words || note.trim() === ''}
          />
        </div>
      </form>
    </DraftCard>
  )
}
