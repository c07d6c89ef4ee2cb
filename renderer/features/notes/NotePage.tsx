import type { Editor } from '@tiptap/core'
import { Ellipsis, PanelRight, Trash2 } from 'lucide-react'
import type { Note } from '../../../shared/model/note.ts'
import { citedExcerpts } from '../../../shared/rules/rich-text.ts'
import { call } from '../../api.ts'
import { useCommands } from '../../commands.ts'
import { navigate } from '../../location.ts'
import { notify } from '../../notices.ts'
import { RichTextEditor } from '../../parts/editor/RichTextEditor.tsx'
import { NoteTitle } from '../../parts/NoteTitle.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'

const saveAsMarkdown = async ({ id }: Note) => {
  const outcome = await perform('notes.save', { id })
  if (outcome.ok && outcome.value.path !== null)
    notify({ tone: 'plain', text: say('parts.saved', { path: outcome.value.path }) })
}

const duplicate = async ({ id }: Note) => {
  const outcome = await perform('notes.duplicate', { id })
  if (outcome.ok) navigate('notes', outcome.value.id)
}

/** The reader, with the note beside what it cites first; without citations beside what was read last. */
const readBeside = async ({ id, document }: Note) => {
  const first = citedExcerpts(document).slice(0, 1)
  const found = first.length === 0 ? null : await call('excerpts.list', { ids: first })
  const card = found?.ok ? found.value[0] : undefined
  navigate('reader', card?.source ?? null, { note: id, ...(card ? { excerpt: card.id } : {}) })
}

type NotePageProps = {
  note: Note
  /** Of the text as it is being written. */
  words: number
  cites: number
  isSideShown: boolean
  onSide: () => void
  onReady: (editor: Editor) => void
}

/** One note: its name, what can be done with it, and its text. */
export const NotePage = ({ note, words, cites, isSideShown, onSide, onReady }: NotePageProps) => {
  const isFixed = useWhyFixed() !== null
  const acts: MenuItem[] = [
    { id: 'beside', label: say('notes.readBeside'), run: () => void readBeside(note) },
    ...(isFixed ? [] : [{ id: 'duplicate', label: say('notes.duplicate'), run: () => void duplicate(note) }]),
    { id: 'markdown', label: say('notes.saveMarkdown'), run: () => void saveAsMarkdown(note) },
  ]
  useCommands([
    { id: 'notes.side', title: say('notes.toggleSide'), group: say('shell.notes'), shortcut: 'Mod+.', run: onSide },
    ...acts.map(({ id, label, run }) => ({ id: `notes.${id}`, title: label, group: say('shell.notes'), run })),
  ])
  return (
    <div className="notes-page note-page">
      <header>
        <NoteTitle note={note} />
        <RecordHistory record="note" id={note.id} name={note.title === '' ? say('notes.untitled') : note.title} />
        <Menu label={say('notes.more')} className="button quiet icon-only" items={acts}>
          <Ellipsis size={16} aria-hidden="true" />
        </Menu>
        <Button
          writes
          label={say('notes.remove')}
          icon={<Trash2 size={14} />}
          iconOnly
          look="quiet"
          onClick={() => void perform('notes.remove', { id: note.id }).then(() => navigate('notes'))}
        />
        <Button
          label={say('notes.toggleSide')}
          icon={<PanelRight size={16} />}
          iconOnly
          look="quiet"
          aria-pressed={isSideShown}
          onClick={onSide}
        />
      </header>
      <p className="notes-count small muted">
        {say('notes.words', { count: words })} · {say('notes.cites', { count: cites })}
      </p>
      <RichTextEditor
        name={say('notes.text')}
        document={note.document}
        onReady={onReady}
        onSave={document => void perform('notes.update', { id: note.id, patch: { document } })}
      />
    </div>
  )
}
