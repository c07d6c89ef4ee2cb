import type { AnyExtension, Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { useAutosave } from './autosave.ts'
import { CitationCard } from './CitationCard.tsx'
import { CitationPicker } from './CitationPicker.tsx'
import { copyAsMarkdown } from './copy-markdown.ts'
import './editor.css'
import { EditorToolbar } from './EditorToolbar.tsx'
import { useEditorCommands } from './editor-commands.ts'
import { editorOptions } from './extensions.ts'
import { FindBar } from './FindBar.tsx'
import { type Known, type KnownRecords, type NamedBlock, useKnown } from './known.ts'
import { LinkField } from './LinkField.tsx'
import { redrawReferences } from './references.ts'
import { SuggestionMenu } from './SuggestionMenu.tsx'
import { createSuggestionBoard } from './suggestions.ts'

export type { NamedBlock } from './known.ts'

type RichTextEditorProps = {
  /** The accessible name of the text. */
  name: string
  document: RichText
  /** Called a moment after the last keystroke, and at once when the editor loses focus or leaves the screen. */
  onSave: (document: RichText) => void
  /** The blocks of the briefing that the text is part of, which it can refer to; none in a note. */
  blocks?: readonly NamedBlock[]
  /** Brings a block that the text refers to before the analyst. */
  onBlock?: (block: string) => void
  /** Called once with the editor, for what stands beside the text: an outline, a shelf. */
  onReady?: (editor: Editor) => void
  /** It stands beside the text of its screen, whose keys it leaves alone. */
  isBeside?: boolean
  /** More that the text can do, such as marks of its own; taken when the editor is made. */
  extensions?: readonly AnyExtension[]
}

const noBlocks: readonly NamedBlock[] = []

/** Waits for what the text cites and mentions, so that it is drawn once and right. */
export const RichTextEditor = (props: RichTextEditorProps) => {
  const { known, ...records } = useKnown(props.document, props.blocks ?? noBlocks)
  return known === null ? null : <LoadedEditor {...props} known={known} records={records} />
}

type LoadedEditorProps = RichTextEditorProps & { known: Known; records: Omit<KnownRecords, 'known'> }

/** What stands beside the text for the moment. */
type Beside = 'citing' | 'linking' | 'finding' | 'replacing' | null

const LoadedEditor = (props: LoadedEditorProps) => {
  const {
    name,
    document,
    onSave,
    known,
    records,
    blocks = noBlocks,
    extensions = [],
    isBeside = false,
    onReady,
    onBlock,
  } = props
  const isFixed = useWhyFixed() !== null
  const [beside, setBeside] = useState<Beside>(null)
  const board = useMemo(createSuggestionBoard, [])
  const latest = useRef({ known, records, blocks, onBlock })
  latest.current = { known, records, blocks, onBlock }
  const made = useRef<Editor | null>(null)
  const acts = useMemo(
    () => ({
      cite: () => setBeside('citing'),
      link: () => setBeside('linking'),
      find: (withReplace: boolean) => setBeside(withReplace ? 'replacing' : 'finding'),
      copyMarkdown: () => {
        if (made.current) copyAsMarkdown(made.current, latest.current.known)
      },
    }),
    [],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes later reaches it by useAutosave and redrawReferences.
  const options = useMemo(
    () =>
      editorOptions(document, {
        ...acts,
        name,
        board,
        known: () => latest.current.known,
        records: () => latest.current.records,
        blocks: () => latest.current.blocks,
        goToBlock: block => latest.current.onBlock?.(block),
        more: extensions,
      }),
    [],
  )
  const editor = useEditor(options)
  made.current = editor
  const ready = useRef(onReady)
  ready.current = onReady
  useEffect(() => ready.current?.(editor), [editor])
  useEffect(() => editor.setEditable(!isFixed, false), [editor, isFixed])
  useAutosave(editor, document, onSave)
  useEffect(() => redrawReferences(editor, known), [editor, known])
  useEditorCommands(editor, acts, blocks === noBlocks && !isBeside)
  const close = () => setBeside(null)

  return (
    <div className="editor">
      <div className="editor-head">
        {isFixed ? null : <EditorToolbar editor={editor} acts={acts} />}
        {beside === 'finding' || beside === 'replacing' ? (
          <FindBar
            editor={editor}
            withReplace={beside === 'replacing'}
            isFixed={isFixed}
            onReplace={() => setBeside('replacing')}
            onClose={close}
          />
        ) : null}
      </div>
      {beside === 'citing' ? (
        <CitationPicker
          editor={editor}
          onPick={quote => {
            close()
            records.remember(quote)
            editor
              .chain()
              .focus()
              .insertContent({ type: 'citation', attrs: { excerpt: quote.id } })
              .run()
          }}
          onClose={close}
        />
      ) : null}
      {beside === 'linking' ? <LinkField editor={editor} onClose={close} /> : null}
      <EditorContent editor={editor} className="editor-page" />
      <SuggestionMenu board={board} />
      <CitationCard editor={editor} known={known} />
    </div>
  )
}
