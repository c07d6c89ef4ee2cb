import type { NoteId } from '../../../../shared/model/id.ts'
import { recentOf } from '../../../parts/recent.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Picker } from '../../../ui/Picker.tsx'

type ChooseNoteProps = {
  /** The one that stood beside a source last: offered first. */
  last: NoteId | null
  onPick: (note: NoteId) => void
  onClose: () => void
}

/** Asks which note is to stand beside the source: one of the case, or a new one. */
export const ChooseNote = ({ last, onPick, onClose }: ChooseNoteProps) => {
  const { value: notes } = useRead('notes.lines', {})
  if (notes === undefined) return null
  const newestFirst = notes.toSorted((one, other) => other.updated.localeCompare(one.updated))
  const option = ({ id, title, opening }: (typeof notes)[number]) => ({
    id,
    label: title || say('notes.untitled'),
    hint: opening.slice(0, 60),
  })
  const recent = [...newestFirst.filter(({ id }) => id === last), ...recentOf('note', newestFirst)]
  const create = async (title: string) => {
    const made = await perform('notes.create', { title, document: { type: 'doc', content: [{ type: 'paragraph' }] } })
    if (made.ok) onPick(made.value.id)
  }
  return (
    <Dialog title={say('noteBeside.choose')} closeLabel={say('shell.close')} onClose={onClose}>
      <Picker
        label={say('parts.notePicker')}
        placeholder={say('noteBeside.title')}
        options={newestFirst.map(option)}
        recent={[...new Set(recent)].map(option)}
        mostAtFirst={50}
        nothing={say('parts.noNotes')}
        autoFocus
        onPick={id => {
          const note = notes.find(one => one.id === id)
          if (note) onPick(note.id)
        }}
        onCancel={onClose}
        onCreate={title => void create(title)}
        createLabel={words => say('parts.createNote', { words })}
      />
    </Dialog>
  )
}
