import { type Editor, Extension, type JSONContent } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { EditorContent, useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import fuzzysort from 'fuzzysort'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { navigate } from '../../location.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Picker } from '../../ui/Picker.tsx'
import { CitationCard } from './CitationCard.tsx'
import './editor.css'
import { EditorToolbar } from './EditorToolbar.tsx'
import { insertions } from './insertions.ts'
import { citationNode, mentionNode } from './nodes.ts'
import { SuggestionMenu } from './SuggestionMenu.tsx'
import { createSuggestionBoard, type SuggestionItem, suggestionMenu } from './suggestions.ts'

type RichTextEditorProps = {
  /** The accessible name of the text. */
  name: string
  document: RichText
  /** Called a moment after the last keystroke, and at once when the editor loses focus or leaves the screen. */
  onSave: (document: RichText) => void
}

const pause = 600

/** Waits for the names of everything that can be cited or mentioned, so that the text is drawn once and right. */
export const RichTextEditor = (props: RichTextEditorProps) => {
  const excerpts = useRead('excerpts.list', {})
  const terms = useRead('terms.list', {})
  const risks = useRead('risks.list', {})
  const sources = useRead('sources.list', {})
  const cards = excerpts.value
  const mentions = useMemo(
    () => [
      ...(terms.value ?? []).map(one => ({ record: 'term' as const, id: one.id, name: `${one.ref} ${one.name}` })),
      ...(risks.value ?? []).map(one => ({ record: 'risk' as const, id: one.id, name: `${one.ref} ${one.title}` })),
      ...(sources.value ?? []).map(one => ({
        record: 'source' as const,
        id: one.id,
        name: one.title === '' ? say('shell.notStated') : one.title,
      })),
    ],
    [terms.value, risks.value, sources.value],
  )
  if (cards === undefined || terms.value === undefined || risks.value === undefined || sources.value === undefined)
    return null
  return (
    <LoadedEditor
      {...props}
      quotes={new Map(cards.map(card => [card.id as string, card.anchor.exact]))}
      excerptOptions={cards.map(card => ({ id: card.id, label: card.anchor.exact, hint: card.sourceTitle }))}
      mentions={mentions}
    />
  )
}

type Mentionable = { record: 'term' | 'risk' | 'source'; id: string; name: string }

type LoadedProps = RichTextEditorProps & {
  quotes: ReadonlyMap<string, string>
  excerptOptions: { id: string; label: string; hint: string }[]
  mentions: readonly Mentionable[]
}

const mentionItem = ({ record, id, name }: Mentionable): SuggestionItem => ({
  id,
  label: name,
  hint: record,
  run: (editor, range) =>
    editor
      .chain()
      .focus()
      .insertContentAt(range, [
        { type: 'mention', attrs: { record, id } },
        { type: 'text', text: ' ' },
      ])
      .run(),
})

const LoadedEditor = ({ name, document, onSave, quotes, excerptOptions, mentions }: LoadedProps) => {
  const [citing, setCiting] = useState(false)
  const board = useMemo(createSuggestionBoard, [])
  const latest = useRef({ quotes, mentions, onSave })
  latest.current = { quotes, mentions, onSave }
  const saved = useRef(JSON.stringify(document))
  const timer = useRef<number | undefined>(undefined)

  const save = (editor: Editor) => {
    window.clearTimeout(timer.current)
    const now = editor.getJSON()
    const text = JSON.stringify(now)
    if (text === saved.current) return
    saved.current = text
    latest.current.onSave(now as RichText)
  }
  const editor = useEditor({
    injectCSS: false,
    content: document as JSONContent,
    extensions: [
      StarterKit.configure({ link: false, heading: { levels: [1, 2, 3] } }),
      TableKit.configure({ table: { resizable: false } }),
      TaskList,
      TaskItem.configure({ nested: true }),
      citationNode(id => latest.current.quotes.get(id)),
      mentionNode(id => latest.current.mentions.find(one => one.id === id)?.name),
      suggestionMenu('/', board, query =>
        insertions(() => setCiting(true)).filter(item => item.label.toLowerCase().includes(query.toLowerCase())),
      ),
      suggestionMenu('@', board, query =>
        (query === ''
          ? latest.current.mentions.slice(0, 12)
          : fuzzysort.go(query, [...latest.current.mentions], { key: 'name', limit: 12 }).map(found => found.obj)
        ).map(mentionItem),
      ),
      Extension.create({
        name: 'citing',
        addKeyboardShortcuts: () => ({
          'Mod-Shift-c': () => {
            setCiting(true)
            return true
          },
        }),
      }),
    ],
    editorProps: {
      attributes: { 'aria-label': name, class: 'editor-text', role: 'textbox', 'aria-multiline': 'true' },
    },
    onUpdate: ({ editor: changed }) => {
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => save(changed), pause)
    },
    onBlur: ({ editor: left }) => save(left),
  })

  // A document changed elsewhere (undo, another screen) replaces the text; our own saves come back unchanged.
  useEffect(() => {
    const text = JSON.stringify(document)
    if (!editor || text === saved.current) return
    saved.current = text
    editor.commands.setContent(document as JSONContent, { emitUpdate: false })
  }, [document, editor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unsaved is saved once, when the editor leaves the screen.
  useEffect(() => () => editor && save(editor), [editor])

  const cite = (excerpt: string) => {
    setCiting(false)
    editor?.chain().focus().insertContent({ type: 'citation', attrs: { excerpt } }).run()
  }
  if (!editor) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: one listener for every citation and mention; each is a link by role.
    <div
      className="editor"
      onClick={event => {
        const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-record]') : null
        const { record, id } = link?.dataset ?? {}
        if (id === undefined) return
        if (record === 'term') navigate('matrix', null, { term: id })
        else navigate(record === 'risk' ? 'risks' : 'reader', id)
      }}
      onKeyDown={() => undefined}
    >
      <EditorToolbar editor={editor} onCite={() => setCiting(true)} />
      {citing ? (
        <div className="editor-picker">
          <Picker
            label={say('editor.cite')}
            placeholder={say('editor.cite')}
            nothing={say('editor.nothing')}
            options={excerptOptions}
            autoFocus
            onCancel={() => setCiting(false)}
            onPick={cite}
          />
        </div>
      ) : null}
      <EditorContent editor={editor} className="editor-page" />
      <SuggestionMenu board={board} />
      <CitationCard editor={editor} />
    </div>
  )
}
