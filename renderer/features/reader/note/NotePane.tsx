import type { Editor } from '@tiptap/core'
import { BookOpen, NotebookPen, Replace, X } from 'lucide-react'
import type { Note } from '../../../../shared/model/note.ts'
import { citedExcerpts } from '../../../../shared/rules/rich-text.ts'
import { navigate } from '../../../location.ts'
import { RichTextEditor } from '../../../parts/editor/RichTextEditor.tsx'
import { NoteTitle } from '../../../parts/NoteTitle.tsx'
import { titleOf } from '../../../parts/names.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu, type MenuItem } from '../../../ui/Menu.tsx'
import './note.css'

type NotePaneProps = {
  note: Note
  onReady: (editor: Editor) => void
  onOther: () => void
  onClose: () => void
}

/** A note beside the source that is read, to be written in. Its citations lead to their passages, and it stays. */
export const NotePane = ({ note, onReady, onOther, onClose }: NotePaneProps) => {
  const cited = citedExcerpts(note.document)
  const sources = useSourcesOf(cited)
  return (
    <aside className="reader-note note-page" aria-label={say('noteBeside.group')}>
      <header>
        <NoteTitle note={note} />
        <span className="reader-note-tools">
          {sources.length === 0 ? null : (
            <Menu label={say('noteBeside.sources')} className="button quiet icon-only" items={sources}>
              <BookOpen size={16} aria-hidden="true" />
            </Menu>
          )}
          <Button
            look="quiet"
            iconOnly
            icon={<NotebookPen size={16} />}
            label={say('noteBeside.inNotes')}
            onClick={() => navigate('notes', note.id)}
          />
          <Button
            look="quiet"
            iconOnly
            icon={<Replace size={16} />}
            label={say('noteBeside.other')}
            onClick={onOther}
          />
          <Button
            look="quiet"
            iconOnly
            icon={<X size={16} />}
            label={say('noteBeside.close')}
            title={say('noteBeside.toggle')}
            aria-keyshortcuts="B"
            onClick={onClose}
          />
        </span>
      </header>
      <RichTextEditor
        name={say('notes.text')}
        document={note.document}
        isBeside
        onReady={onReady}
        onSave={document => void perform('notes.update', { id: note.id, patch: { document } })}
      />
      {cited.length === 0 ? <p className="reader-note-how small muted">{say('noteBeside.how')}</p> : null}
    </aside>
  )
}

/** The sources of what is cited, in the order of the note, each a way to the first passage of it that the note cites. */
const useSourcesOf = (cited: ReturnType<typeof citedExcerpts>): MenuItem[] => {
  const cards = useRead('excerpts.list', cited.length === 0 ? null : { ids: cited }).value ?? []
  const known = new Map(cards.map(card => [card.id, card]))
  const first = new Map<string, MenuItem>()
  for (const id of cited) {
    const card = known.get(id)
    if (card === undefined || first.has(card.source)) continue
    first.set(card.source, {
      id: card.source,
      label: titleOf({ title: card.sourceTitle }),
      run: () => navigate('reader', card.source, { excerpt: card.id }),
    })
  }
  return [...first.values()]
}
