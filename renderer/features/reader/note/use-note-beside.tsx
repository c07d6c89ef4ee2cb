import type { Editor } from '@tiptap/core'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { type ExcerptId, type NoteId, noteId } from '../../../../shared/model/id.ts'
import { announce } from '../../../announcements.ts'
import { useCommands } from '../../../commands.ts'
import { citeAtCaret } from '../../../parts/editor/citing.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { useWhyFixed } from '../../../ui/fixed.ts'
import type { NoteBeside } from './beside.ts'
import { ChooseNote } from './ChooseNote.tsx'
import { NotePane } from './NotePane.tsx'

const [shownKey, lastKey] = ['note-beside', 'note-beside-last']

const keptId = (key: string): NoteId | null => noteId.safeParse(sessionStorage.getItem(key)).data ?? null

/** The note of the address, `?note=ID`, else the one that stood here before: it stays from source to source, until it is closed. */
const useShown = (query: Record<string, string>) => {
  const [id, setId] = useState(() => keptId(shownKey))
  const show = (next: NoteId | null) => {
    if (next === null) sessionStorage.removeItem(shownKey)
    else for (const key of [shownKey, lastKey]) sessionStorage.setItem(key, next)
    setId(next)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is followed once, as it is arrived at.
  useEffect(() => {
    const asked = noteId.safeParse(query.note).data
    if (asked) show(asked)
  }, [query])
  return [id, show] as const
}

/** A note beside the source that is read: its pane, and what the text and the margin can do with it. */
export const useNoteBeside = (
  query: Record<string, string>,
): { pane: ReactNode | null; dialog: ReactNode; beside: NoteBeside } => {
  const [id, show] = useShown(query)
  // One that is gone, or of another case, is not shown; undone, it is here again.
  const { value: note } = useRead('notes.read', id === null ? null : { id })
  const [editor, setEditor] = useState<Editor | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const isFixed = useWhyFixed() !== null
  const isOpen = note !== undefined

  const toggle = () => {
    if (!isOpen) return setChoosing(true)
    show(null)
    document.querySelector<HTMLElement>('.reader-scroller')?.focus({ preventScroll: true })
  }
  useCommands([
    {
      id: 'reader.noteBeside',
      title: say('noteBeside.toggle'),
      group: say('noteBeside.group'),
      shortcut: 'B',
      run: toggle,
    },
    ...(isOpen
      ? [
          {
            id: 'reader.otherNote',
            title: say('noteBeside.other'),
            group: say('noteBeside.group'),
            run: () => setChoosing(true),
          },
        ]
      : []),
  ])
  const ready = (made: Editor) => {
    // What is cited before the caret was set goes to the end, where a note grows.
    made.commands.setTextSelection(made.state.doc.content.size)
    setEditor(made)
  }
  const cite = (excerpt: ExcerptId) => {
    if (editor === null) return
    // The keyboard stays with what is read.
    citeAtCaret(editor, excerpt)
    const caret = editor.view.domAtPos(editor.state.selection.from).node
    const drawn = caret instanceof Element ? caret : caret.parentElement
    drawn?.scrollIntoView({ block: 'nearest' })
    announce(say('noteBeside.cited', { title: note?.title || say('notes.untitled') }))
  }
  const canCite = isOpen && editor !== null && !editor.isDestroyed && !isFixed
  return {
    pane: note && (
      <NotePane key={note.id} note={note} onReady={ready} onOther={() => setChoosing(true)} onClose={toggle} />
    ),
    dialog: isChoosing ? (
      <ChooseNote
        last={keptId(lastKey)}
        onPick={chosen => {
          setChoosing(false)
          show(chosen)
        }}
        onClose={() => setChoosing(false)}
      />
    ) : null,
    beside: useLatest({ isOpen, toggle, cite: canCite ? cite : null }),
  }
}

/** The same object until what it can do is another: the margin is drawn anew for nothing less. */
const useLatest = (now: NoteBeside): NoteBeside => {
  const [latest] = useState({ now })
  latest.now = now
  const canCite = now.cite !== null
  return useMemo(
    () => ({
      isOpen: now.isOpen,
      toggle: () => latest.now.toggle(),
      cite: canCite ? excerpt => latest.now.cite?.(excerpt) : null,
    }),
    [now.isOpen, canCite, latest],
  )
}
