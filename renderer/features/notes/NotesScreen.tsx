import { ChevronRight, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { noteId } from '../../../shared/model/id.ts'
import { emptyRichText } from '../../../shared/model/rich-text.ts'
import { citedExcerpts } from '../../../shared/rules/rich-text.ts'
import { useCommands } from '../../commands.ts'
import { addressOf, navigate, useLocation } from '../../location.ts'
import { RichTextEditor } from '../../parts/editor/RichTextEditor.tsx'
import { Quotes } from '../../parts/Quotes.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform, useRead } from '../../query.ts'
import { day, say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Panes } from '../../ui/Panes.tsx'
import './notes.css'

const countWords = (text: string) => text.split(/\s+/u).filter(Boolean).length

const create = async () => {
  const outcome = await perform('notes.create', { title: '', document: emptyRichText })
  if (outcome.ok) navigate('notes', outcome.value.id)
}

/** The notes of the case: a list, and the chosen one in its editor. */
export const NotesScreen = () => {
  const { id } = useLocation()
  const { value: notes, refusal } = useRead('notes.list', {})
  const [wanted, setWanted] = useState('')
  useCommands([
    {
      id: 'notes.new',
      title: say('notes.new'),
      group: say('shell.notes'),
      shortcut: 'Shift+N',
      run: () => void create(),
    },
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (notes === undefined) return null
  if (notes.length === 0) {
    return (
      <EmptyState sentence={say('notes.none')}>
        <Button writes label={say('notes.new')} look="primary" onClick={() => void create()} />
      </EmptyState>
    )
  }
  const needle = wanted.trim().toLowerCase()
  const shown = notes
    .filter(note => `${note.title} ${note.text}`.toLowerCase().includes(needle))
    .toSorted((a, b) => b.updated.localeCompare(a.updated))
  const current = notes.find(note => note.id === id) ?? shown[0]
  return (
    <Panes
      id="notes"
      panes={[
        {
          id: 'list',
          size: '24%',
          min: '200px',
          children: (
            <div className="notes-list">
              <header>
                <input
                  className="input"
                  type="search"
                  aria-label={say('notes.filter')}
                  placeholder={say('notes.filter')}
                  value={wanted}
                  onChange={event => setWanted(event.target.value)}
                />
                <Button
                  writes
                  label={say('notes.new')}
                  icon={<Plus size={16} />}
                  iconOnly
                  onClick={() => void create()}
                />
              </header>
              {shown.length === 0 ? <p className="notes-none muted">{say('notes.noneFits')}</p> : null}
              <ul aria-label={say('notes.list')}>
                {shown.map(note => (
                  <li key={note.id}>
                    <a href={addressOf('notes', note.id)} aria-current={note.id === current?.id ? 'true' : undefined}>
                      <b>{note.title === '' ? say('notes.untitled') : note.title}</b>
                      <span className="small muted notes-snippet">{note.text}</span>
                      <span className="small muted">
                        {day(note.updated)} · {say('notes.words', { count: countWords(note.text) })}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ),
        },
        {
          id: 'note',
          children: current ? (
            <NotePage key={current.id} id={current.id} />
          ) : (
            <EmptyState sentence={say('notes.choose')} />
          ),
        },
      ]}
    />
  )
}

const NotePage = ({ id }: { id: string }) => {
  const { value: note, refusal } = useRead('notes.read', { id: noteId.parse(id) })
  const [title, setTitle] = useState<string | null>(null)
  const isFixed = useWhyFixed() !== null
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (note === undefined) return null
  const saveTitle = async () => {
    if (title !== null && title !== note.title) await perform('notes.update', { id: note.id, patch: { title } })
    setTitle(null)
  }
  const cited = citedExcerpts(note.document)
  return (
    <div className="notes-page">
      <header>
        <input
          className="notes-title"
          aria-label={say('notes.title')}
          placeholder={say('notes.untitled')}
          value={title ?? note.title}
          readOnly={isFixed}
          onChange={event => setTitle(event.target.value)}
          onBlur={() => void saveTitle()}
          // biome-ignore lint/a11y/noAutofocus: a new note opens because the analyst asked for it and is about to name it.
          autoFocus={note.title === '' && note.text === ''}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            event.currentTarget.closest('.notes-page')?.querySelector<HTMLElement>('.editor-text')?.focus()
          }}
        />
        <span className="small muted">{say('notes.cites', { count: cited.length })}</span>
        <RecordHistory record="note" id={note.id} name={note.title === '' ? say('notes.untitled') : note.title} />
        <Button
          writes
          label={say('notes.remove')}
          icon={<Trash2 size={14} />}
          iconOnly
          look="quiet"
          onClick={() => void perform('notes.remove', { id: note.id }).then(() => navigate('notes'))}
        />
      </header>
      <RichTextEditor
        name={say('notes.text')}
        document={note.document}
        onSave={document => void perform('notes.update', { id: note.id, patch: { document } })}
      />
      {cited.length === 0 ? null : (
        <details className="notes-cited">
          <summary>
            <ChevronRight size={14} aria-hidden="true" />
            {say('notes.cited')}
          </summary>
          <Quotes excerpts={cited.map(excerpt => ({ excerpt }))} />
        </details>
      )}
    </div>
  )
}
