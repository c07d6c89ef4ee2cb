import type { ExcerptId } from '../../../shared/model/id.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { call } from '../../api.ts'
import { navigate } from '../../location.ts'
import { notify } from '../../notices.ts'
import { recentOf, rememberRecent } from '../../parts/recent.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Picker } from '../../ui/Picker.tsx'
import { DraftCard } from './DraftCard.tsx'
import { excerptAt, type Place } from './place.ts'

/** A paragraph that cites one excerpt, with room to write after it. */
const citing = (excerpt: ExcerptId) => ({
  type: 'paragraph',
  content: [
    { type: 'citation', attrs: { excerpt } },
    { type: 'text', text: ' ' },
  ],
})

/** Cites the words in a note: at the end of a known one, or in a new one, which then opens. */
export const NoteDraft = ({ place, onDone, onClose }: { place: Place; onDone: () => void; onClose: () => void }) => {
  const { value: notes } = useRead('notes.list', {})
  if (notes === undefined) return null
  const newestFirst = notes.toSorted((left, right) => right.updated.localeCompare(left.updated))
  const option = (note: (typeof notes)[number]) => ({ id: note.id, label: note.title || say('parts.untitledNote') })

  const append = async (id: string) => {
    const note = notes.find(one => one.id === id)
    if (note === undefined) return
    const read = await call('notes.read', { id: note.id })
    if (!read.ok) return notify({ tone: 'problem', text: read.message })
    const excerpt = await excerptAt(place)
    if (excerpt === null) return
    const { document } = read.value
    const next: RichText = { ...document, content: [...(document.content ?? []), citing(excerpt)] }
    const saved = await perform('notes.update', { id: note.id, patch: { document: next } })
    if (!saved.ok) return
    rememberRecent('note', note.id)
    onDone()
  }
  const create = async (title: string) => {
    const excerpt = await excerptAt(place)
    if (excerpt === null) return
    const made = await perform('notes.create', { title, document: { type: 'doc', content: [citing(excerpt)] } })
    if (!made.ok) return
    rememberRecent('note', made.value.id)
    navigate('notes', made.value.id)
  }
  return (
    <DraftCard title={say('reader.draftNote')} onClose={onClose}>
      <Picker
        label={say('parts.notePicker')}
        placeholder={say('parts.notePlaceholder')}
        options={newestFirst.map(option)}
        recent={recentOf('note', newestFirst).map(option)}
        nothing={say('parts.noNotes')}
        autoFocus
        onPick={id => void append(id)}
        onCancel={onClose}
        onCreate={title => void create(title)}
        createLabel={words => say('parts.createNote', { words })}
      />
    </DraftCard>
  )
}
