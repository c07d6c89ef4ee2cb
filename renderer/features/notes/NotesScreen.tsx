import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { type NoteId, noteId } from '../../../shared/model/id.ts'
import { citedExcerpts } from '../../../shared/rules/rich-text.ts'
import { useCommands } from '../../commands.ts'
import { useLocation } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useMedia } from '../../ui/media.ts'
import { type Pane, Panes } from '../../ui/Panes.tsx'
import { NewNote } from './NewNote.tsx'
import { NoteList } from './NoteList.tsx'
import { NotePage } from './NotePage.tsx'
import { NoteSide, type SidePart, sideParts } from './NoteSide.tsx'
import { createNote } from './new-note.ts'
import './notes.css'
import { useOutline } from './outline.ts'
import { noteTemplates } from './templates.ts'

/** The notes of the case: a list, and the chosen one in its editor with what helps to write it beside. */
export const NotesScreen = () => {
  const { id } = useLocation()
  const { value: lines, refusal } = useRead('notes.lines', {})
  useCommands([
    {
      id: 'notes.new',
      title: say('notes.new'),
      group: say('shell.notes'),
      shortcut: 'Shift+N',
      run: () => void createNote(),
    },
    ...noteTemplates.map(template => ({
      id: `notes.new.${template}`,
      title: say('notes.newBy', { template: say(`noteTemplates.${template}`) }),
      group: say('shell.notes'),
      run: () => void createNote(template),
    })),
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (lines === undefined) return null
  if (lines.length === 0) {
    return (
      <EmptyState sentence={say('notes.none')}>
        <NewNote inWords />
      </EmptyState>
    )
  }
  const current = lines.find(line => line.id === id)?.id ?? lines[0]?.id ?? null
  const list: Pane = { id: 'list', size: '24%', min: '200px', children: <NoteList lines={lines} current={current} /> }
  return current === null ? (
    <Panes id="notes" panes={[list]} />
  ) : (
    <OpenNote key={current} id={noteId.parse(current)} list={list} />
  )
}

const [shownKey, partKey] = ['notes-side', 'notes-side-part']

/** What stands beside the note, remembered from note to note; on a small window nothing does until it is asked for. */
const useSide = () => {
  const isSmall = useMedia('(max-width: 900px)')
  const [isAsked, setAsked] = useState(false)
  const [isKept, setKept] = useState(() => localStorage.getItem(shownKey) !== 'hidden')
  const [part, setPart] = useState<SidePart>(
    () => sideParts.find(one => one === localStorage.getItem(partKey)) ?? 'outline',
  )
  return {
    isSmall,
    part,
    isShown: isSmall ? isAsked : isKept,
    toggle: () => {
      if (isSmall) return setAsked(was => !was)
      setKept(!isKept)
      localStorage.setItem(shownKey, isKept ? 'hidden' : 'shown')
    },
    show: (next: SidePart) => {
      setPart(next)
      localStorage.setItem(partKey, next)
    },
  }
}

const OpenNote = ({ id, list }: { id: NoteId; list: Pane }) => {
  const { value: note, refusal } = useRead('notes.read', { id })
  const [editor, setEditor] = useState<Editor | null>(null)
  const outline = useOutline(editor)
  const side = useSide()
  const page: Pane = {
    id: 'note',
    children: refusal ? (
      <EmptyState sentence={refusal.message} />
    ) : note === undefined ? null : (
      <NotePage
        note={note}
        words={outline.words}
        cites={citedExcerpts(note.document).length}
        isSideShown={side.isShown}
        onSide={side.toggle}
        onReady={setEditor}
      />
    ),
  }
  const beside: Pane = {
    id: 'side',
    size: '280px',
    min: '200px',
    children: note && <NoteSide note={note} editor={editor} outline={outline} part={side.part} onPart={side.show} />,
  }
  const panes = side.isShown ? (side.isSmall ? [page, beside] : [list, page, beside]) : [list, page]
  return <Panes id={`notes-${panes.map(pane => pane.id).join('-')}`} panes={panes} />
}
