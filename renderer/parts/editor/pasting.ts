import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Node as DocumentNode, Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { webAddress } from '../../../shared/rules/web-address.ts'
import { readMarkdownText } from './markdown.ts'
import { cleanHtml } from './paste/clean.ts'
import { looksLikeMarkdown, sheetOf, tableHtml } from './paste/plain-text.ts'

const isInCode = ({ state }: EditorView) => state.selection.$from.parent.type.spec.code === true

/** Words that were written as Markdown, as a slice of the schema; null where they are plain words after all. */
const markdownSlice = (view: EditorView, text: string): Slice | null => {
  const document = looksLikeMarkdown(text) ? readMarkdownText(text) : null
  if (document === null) return null
  try {
    const node = DocumentNode.fromJSON(view.state.schema, document)
    node.check()
    return Slice.maxOpen(node.content)
  } catch {
    // A kind of node that this text does not know, such as a cross-reference in a note: the words stay as they are.
    return null
  }
}

/** The words as they are first, then what they say, so that the first undo gives the words back. */
const pasteMarkdown = (view: EditorView, text: string, slice: Slice) => {
  const { from } = view.state.selection
  view.pasteText(text)
  const to = view.state.selection.to
  const step = view.state.tr.replaceRange(from, to, slice)
  view.dispatch(
    closeHistory(step.setSelection(TextSelection.near(step.doc.resolve(step.mapping.map(to)), -1))).scrollIntoView(),
  )
}

/** An address pasted over words links them. */
const pasteLink = (view: EditorView, text: string): boolean => {
  const href = webAddress(text)
  const { from, to, empty, $from, $to } = view.state.selection
  const link = view.state.schema.marks.link
  if (href === null || link === undefined || empty || !$from.sameParent($to)) return false
  view.dispatch(view.state.tr.addMark(from, to, link.create({ href })).scrollIntoView())
  return true
}

/**
 * What comes from the clipboard: HTML is cut down to the schema before the browser sees it, a sheet becomes a table,
 * Markdown what it says, an address over chosen words their link. With Shift the words come in as they are.
 */
export const pasting = Extension.create({
  name: 'pasting',
  // Before the tables, which take a pasted table cell by cell.
  priority: 900,
  addProseMirrorPlugins: () => {
    let isPlain = false
    return [
      new Plugin({
        props: {
          transformPastedHTML: cleanHtml,
          handleKeyDown: (_view, event) => {
            isPlain = event.shiftKey
            return false
          },
          handlePaste: (view, event) => {
            const data = event.clipboardData
            if (!data || data.types.includes('text/html') || isPlain || isInCode(view)) return false
            const text = data.getData('text/plain')
            if (pasteLink(view, text)) return true
            const rows = sheetOf(text)
            if (rows) return view.pasteHTML(tableHtml(rows))
            const slice = markdownSlice(view, text)
            if (slice) pasteMarkdown(view, text, slice)
            return slice !== null
          },
        },
      }),
    ]
  },
})
