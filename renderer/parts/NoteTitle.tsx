import { useState } from 'react'
import type { Note } from '../../shared/model/note.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'
import { useWhyFixed } from '../ui/fixed.ts'
import './note-title.css'

/** The name of a note, changed where it stands. Enter goes on to the text. */
export const NoteTitle = ({ note }: { note: Note }) => {
  const [title, setTitle] = useState<string | null>(null)
  const isFixed = useWhyFixed() !== null
  const save = async () => {
    if (title !== null && title !== note.title) await perform('notes.update', { id: note.id, patch: { title } })
    setTitle(null)
  }
  return (
    <input
      className="note-title"
      aria-label={say('notes.title')}
      placeholder={say('notes.untitled')}
      value={title ?? note.title}
      readOnly={isFixed}
      onChange={event => setTitle(event.target.value)}
      onBlur={() => void save()}
      // biome-ignore lint/a11y/noAutofocus: a new note opens because the analyst asked for it and is about to name it.
      autoFocus={note.title === '' && note.text === ''}
      onKeyDown={event => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        event.currentTarget.closest('.note-page')?.querySelector<HTMLElement>('.editor-text')?.focus()
      }}
    />
  )
}
