import { type AnyExtension, type Editor, Extension, type JSONContent } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { EditorContent, type UseEditorOptions, useEditor } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import fuzzysort from 'fuzzysort'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ExcerptCard } from '../../../shared/contract/excerpts.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { titleOf } from '../names.ts'
import { useAutosave } from './autosave.ts'
import { CitationCard } from './CitationCard.tsx'
import { CitationPicker } from './CitationPicker.tsx'
import './editor.css'
import { EditorToolbar } from './EditorToolbar.tsx'
import { insertions } from './insertions.ts'
import { citationNode, mentionNode } from './nodes.ts'
import { withoutStyles } from './pasted.ts'
import { type Mentionable, openReference, type References, redrawReferences, referenceMarks } from './references.ts'
import { SuggestionMenu } from './SuggestionMenu.tsx'
import { createSuggestionBoard, type SuggestionBoard, type SuggestionItem, suggestionMenu } from './suggestions.ts'

type RichTextEditorProps = {
  /** The accessible name of the text. */
  name: string
  document: RichText
  /** Called a moment after the last keystroke, and at once when the editor loses focus or leaves the screen. */
  onSave: (document: RichText) => void
  /** The blocks of the briefing that the text is part of, which it can refer to; none in a note. */
  blocks?: readonly NamedBlock[]
  /** Called once with the editor, for what stands beside the text: an outline, a shelf. */
  onReady?: (editor: Editor) => void
  /** More that the text can do, such as marks of its own; taken when the editor is made. */
  extensions?: readonly AnyExtension[]
}

export type NamedBlock = { id: string; name: string }

/** Waits for everything that can be cited or mentioned, so that the text is drawn once and right. */
export const RichTextEditor = (props: RichTextEditorProps) => {
  const excerpts = useRead('excerpts.list', {}).value
  const terms = useRead('terms.list', {}).value
  const risks = useRead('risks.register', {}).value
  const sources = useRead('sources.list', {}).value
  const references = useMemo(() => {
    if (!excerpts || !terms || !risks || !sources) return null
    const mentions: Mentionable[] = [
      ...terms.map(one => ({ record: 'term' as const, id: one.id, name: `${one.ref} ${one.name}` })),
      ...risks.map(one => ({ record: 'risk' as const, id: one.id, name: `${one.ref} ${one.title}` })),
      ...sources.map(one => ({ record: 'source' as const, id: one.id, name: titleOf(one) })),
    ]
    return {
      excerpts: new Map<string, ExcerptCard>(excerpts.map(card => [card.id, card])),
      mentions: new Map(mentions.map(one => [one.id, one])),
    }
  }, [excerpts, terms, risks, sources])
  return references === null ? null : <LoadedEditor {...props} references={references} />
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

const offered = 12

const mentionsFor = (query: string, mentions: References['mentions']): SuggestionItem[] => {
  const all = [...mentions.values()]
  const fitting =
    query === ''
      ? all.slice(0, offered)
      : fuzzysort.go(query, all, { key: 'name', limit: offered }).map(found => found.obj)
  return fitting.map(mentionItem)
}

type Surroundings = { name: string; board: SuggestionBoard; read: () => References; cite: () => void }

const editorOptions = (document: RichText, { name, board, read, cite }: Surroundings): UseEditorOptions => ({
  injectCSS: false,
  content: document as JSONContent,
  extensions: [
    StarterKit.configure({ link: false, heading: { levels: [1, 2, 3] } }),
    TableKit.configure({ table: { resizable: false } }),
    TaskList,
    TaskItem.configure({ nested: true }),
    citationNode,
    mentionNode(id => read().mentions.get(id)?.name),
    referenceMarks(read),
    suggestionMenu('/', board, query =>
      insertions(cite).filter(item => item.label.toLowerCase().includes(query.toLowerCase())),
    ),
    suggestionMenu('@', board, query => mentionsFor(query, read().mentions)),
    Extension.create({
      name: 'citing',
      addKeyboardShortcuts: () => ({
        'Mod-Shift-c': () => {
          cite()
          return true
        },
      }),
    }),
  ],
  editorProps: {
    attributes: {
      'aria-label': name,
      class: 'editor-text',
      role: 'textbox',
      'aria-multiline': 'true',
      'data-placeholder': say('editor.placeholder'),
    },
    transformPastedHTML: withoutStyles,
    handleClickOn: (_view, _at, node, _from, _event, direct) => direct && openReference(node, read()),
  },
})

const LoadedEditor = ({ name, document, onSave, references }: RichTextEditorProps & { references: References }) => {
  const isFixed = useWhyFixed() !== null
  const [citing, setCiting] = useState(false)
  const board = useMemo(createSuggestionBoard, [])
  const latest = useRef(references)
  latest.current = references
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes later reaches it by useAutosave and redrawReferences.
  const options = useMemo(
    () => editorOptions(document, { name, board, read: () => latest.current, cite: () => setCiting(true) }),
    [],
  )
  const editor = useEditor(options)
  useEffect(() => editor.setEditable(!isFixed, false), [editor, isFixed])
  useAutosave(editor, document, onSave)
  useEffect(() => redrawReferences(editor, references), [editor, references])

  const cite = (excerpt: string) => {
    setCiting(false)
    editor.chain().focus().insertContent({ type: 'citation', attrs: { excerpt } }).run()
  }
  return (
    <div className="editor">
      {isFixed ? null : <EditorToolbar editor={editor} onCite={() => setCiting(true)} />}
      {citing ? (
        <CitationPicker editor={editor} excerpts={references.excerpts} onPick={cite} onClose={() => setCiting(false)} />
      ) : null}
      <EditorContent editor={editor} className="editor-page" />
      <SuggestionMenu board={board} />
      <CitationCard editor={editor} excerpts={references.excerpts} />
    </div>
  )
}
