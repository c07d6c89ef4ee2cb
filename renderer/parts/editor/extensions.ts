import { type AnyExtension, Extension, type JSONContent, type SingleCommands } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { UseEditorOptions } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { say } from '../../say.ts'
import { finding } from './find.ts'
import { fittingInsertions, insertions } from './insertions.ts'
import type { Known, KnownRecords, NamedBlock } from './known.ts'
import { linkMark } from './link-mark.ts'
import { mentionItems } from './mention-menu.ts'
import { asideNode, citationNode, crossReferenceNode, mentionNode } from './nodes.ts'
import { pasting } from './pasting.ts'
import { mentionWords, openReference, referenceMarks } from './references.ts'
import { type SuggestionBoard, suggestionMenu } from './suggestions.ts'

export type Surroundings = {
  name: string
  board: SuggestionBoard
  known: () => Known
  records: () => Pick<KnownRecords, 'ask' | 'remember'>
  blocks: () => readonly NamedBlock[]
  goToBlock: (block: string) => void
  cite: () => void
  link: () => void
  find: (withReplace: boolean) => void
  copyMarkdown: () => void
  more: readonly AnyExtension[]
}

/** Keys of acts that open something beside the text, and of tables. */
const keys = ({ cite, link, copyMarkdown }: Surroundings) =>
  Extension.create({
    name: 'keys',
    addKeyboardShortcuts() {
      const act = (run: () => void) => () => {
        run()
        return true
      }
      const inTable = (run: (commands: SingleCommands) => boolean) => () =>
        this.editor.isActive('table') && run(this.editor.commands)
      return {
        'Mod-Shift-c': act(cite),
        'Mod-Alt-k': act(link),
        'Mod-Alt-m': act(copyMarkdown),
        'Mod-Alt-ArrowDown': inTable(commands => commands.addRowAfter()),
        'Mod-Alt-ArrowUp': inTable(commands => commands.addRowBefore()),
        'Mod-Alt-ArrowRight': inTable(commands => commands.addColumnAfter()),
        'Mod-Alt-ArrowLeft': inTable(commands => commands.addColumnBefore()),
        'Mod-Shift-Backspace': inTable(commands => commands.deleteRow()),
      }
    },
  })

/** Space kept around the caret when it is scrolled to, in CSS pixels. */
const clearOfTools = { top: 88, right: 0, bottom: 24, left: 0 }

const isEmpty = (document: DocumentNode): boolean =>
  document.childCount === 1 && document.firstChild?.type.name === 'paragraph' && document.firstChild.content.size === 0

/** A link of the text is words: the window goes nowhere. */
const staying = (_view: unknown, event: Event): boolean => {
  if (event.target instanceof Element && event.target.closest('a')) event.preventDefault()
  return false
}

/** Everything that a text of the product is made of. */
export const editorOptions = (document: RichText, around: Surroundings): UseEditorOptions => {
  const { name, board, known } = around
  return {
    injectCSS: false,
    content: document as JSONContent,
    // What is drawn of the text beside it is told by `useEditorState`, not by drawing all of it at every key.
    shouldRerenderOnTransaction: false,
    extensions: [
      StarterKit.configure({ link: false, heading: { levels: [1, 2, 3] } }),
      TableKit.configure({ table: { resizable: false } }),
      TaskList,
      TaskItem.configure({ nested: true }),
      asideNode,
      citationNode,
      linkMark,
      mentionNode((record, id) => mentionWords(record, id, known())),
      crossReferenceNode(block => known().block(block) ?? say('editor.lostBlock')),
      referenceMarks(known, around.goToBlock, more => around.records().ask(more)),
      pasting,
      finding(around.find),
      suggestionMenu({
        character: '/',
        board,
        itemsFor: (query, editor) => fittingInsertions(insertions(around, editor.isActive('table')), query),
      }),
      suggestionMenu({
        character: '@',
        board,
        allowSpaces: true,
        itemsFor: mentionItems(around.blocks, chosen => around.records().remember(chosen)),
      }),
      keys(around),
      ...around.more,
    ],
    editorProps: {
      // The tools stay at the top of the pane, over the text: what is scrolled to stands clear of them.
      scrollMargin: clearOfTools,
      scrollThreshold: clearOfTools,
      attributes: ({ doc }) => ({
        'aria-label': name,
        // Told here and not by a selector that looks for an empty paragraph, which would look again at every key.
        class: isEmpty(doc) ? 'editor-text empty' : 'editor-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'data-placeholder': say('editor.placeholder'),
      }),
      handleClickOn: (_view, _at, node, _from, _event, direct) =>
        direct && openReference(node, known(), around.goToBlock),
      handleDOMEvents: {
        click: staying,
        auxclick: staying,
      },
    },
  }
}
