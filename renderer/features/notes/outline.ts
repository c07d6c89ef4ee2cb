import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { plainText } from '../../../shared/rules/rich-text.ts'

export type OutlineHeading = { level: number; words: string; position: number }

/** What stands beside the text and is made of all of it. */
export type Outline = { headings: OutlineHeading[]; words: number }

const empty: Outline = { headings: [], words: 0 }

export const outlineOf = ({ state: { doc } }: Pick<Editor, 'state'>): Outline => {
  const headings: OutlineHeading[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    if (node.type.name === 'heading')
      headings.push({ level: Number(node.attrs.level) || 1, words: node.textContent, position })
    return false
  })
  // Counted as the list counts: in the plain text that is kept of the note.
  const words = plainText(doc.toJSON() as RichText)
    .split(/\s/u)
    .filter(Boolean).length
  return { headings, words }
}

/** After the last key by this much, in milliseconds: it is read, not steered by, and looks at the whole text. */
const rest = 250

/** The headings and the length of a text, which follow it a moment after the typing rests. */
export const useOutline = (editor: Editor | null): Outline => {
  const [outline, setOutline] = useState(empty)
  useEffect(() => {
    if (editor === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => setOutline(outlineOf(editor))
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, rest)
    }
    look()
    editor.on('update', later)
    return () => {
      clearTimeout(timer)
      editor.off('update', later)
    }
  }, [editor])
  return outline
}

/** Brings a heading into sight, with the caret at its beginning. */
export const goToHeading = (editor: Editor, { position }: OutlineHeading): void => {
  const at = Math.min(position + 1, editor.state.doc.content.size)
  editor.chain().setTextSelection(at).focus(undefined, { scrollIntoView: false }).run()
  const shown = editor.view.nodeDOM(position)
  if (shown instanceof HTMLElement) shown.scrollIntoView({ block: 'start' })
}
