import { useState } from 'react'
import type { InquiryView } from '../../../shared/contract/inquiries.ts'
import type { Hypothesis } from '../../../shared/model/hypothesis.ts'
import type { InquiryId } from '../../../shared/model/id.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { TextArea, TextField } from '../../ui/Field.tsx'

/** Names as they were typed, one a line. */
const namesIn = (words: string): string[] => words.split('\n').flatMap(name => name.trim() || [])

type NewInquiryDialogProps = { onMade: (id: InquiryId) => void; onClose: () => void }

/** A new inquiry with its first hypotheses, in one step of undo. */
export const NewInquiryDialog = ({ onMade, onClose }: NewInquiryDialogProps) => {
  const [question, setQuestion] = useState('')
  const [names, setNames] = useState('')
  const [comment, setComment] = useState('')
  return (
    <FormDialog
      title={say('inquiries.new')}
      className="inquiry-form"
      canSave={question.trim() !== ''}
      onSave={async () => {
        const draft = { question: question.trim(), comment: comment.trim(), hypotheses: namesIn(names) }
        const outcome = await perform('inquiries.create', draft)
        if (outcome.ok) onMade(outcome.value.id)
        return outcome
      }}
      onClose={onClose}
    >
      <TextField
        label={say('inquiries.question')}
        hint={say('inquiries.questionHint')}
        value={question}
        onChange={event => setQuestion(event.target.value)}
      />
      <TextArea
        label={say('inquiries.hypotheses')}
        hint={say('inquiries.hypothesesHint')}
        rows={4}
        value={names}
        onChange={event => setNames(event.target.value)}
      />
      <TextArea
        label={say('inquiries.comment')}
        rows={2}
        value={comment}
        onChange={event => setComment(event.target.value)}
      />
    </FormDialog>
  )
}

/** The question of an inquiry and what there is to say about it. */
export const InquiryDialog = ({ inquiry, onClose }: { inquiry: InquiryView; onClose: () => void }) => {
  const [question, setQuestion] = useState(inquiry.question)
  const [comment, setComment] = useState(inquiry.comment)
  return (
    <FormDialog
      title={say('inquiries.edit')}
      className="inquiry-form"
      canSave={question.trim() !== ''}
      onSave={() =>
        perform('inquiries.update', { id: inquiry.id, patch: { question: question.trim(), comment: comment.trim() } })
      }
      onClose={onClose}
    >
      <TextField
        label={say('inquiries.question')}
        hint={say('inquiries.questionHint')}
        value={question}
        onChange={event => setQuestion(event.target.value)}
      />
      <TextArea
        label={say('inquiries.comment')}
        rows={4}
        value={comment}
        onChange={event => setComment(event.target.value)}
      />
    </FormDialog>
  )
}

type HypothesisDialogProps = {
  inquiry: InquiryId
  /** The one to change; null for a new one. */
  hypothesis: Hypothesis | null
  onClose: () => void
}

/** One hypothesis: its statement, and what would be so were it true. */
export const HypothesisDialog = ({ inquiry, hypothesis, onClose }: HypothesisDialogProps) => {
  const [name, setName] = useState(hypothesis?.name ?? '')
  const [description, setDescription] = useState(hypothesis?.description ?? '')
  const draft = { name: name.trim(), description: description.trim() }
  return (
    <FormDialog
      title={say(hypothesis === null ? 'inquiries.addHypothesis' : 'inquiries.editHypothesis')}
      className="inquiry-form"
      canSave={draft.name !== ''}
      onSave={() =>
        hypothesis === null
          ? perform('hypotheses.create', { inquiry, ...draft })
          : perform('hypotheses.update', { id: hypothesis.id, patch: draft })
      }
      onClose={onClose}
    >
      <TextField
        label={say('inquiries.hypothesisName')}
        hint={say('inquiries.hypothesisNameHint')}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextArea
        label={say('inquiries.description')}
        rows={3}
        value={description}
        onChange={event => setDescription(event.target.value)}
      />
    </FormDialog>
  )
}
