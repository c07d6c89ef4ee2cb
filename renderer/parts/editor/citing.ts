import type { Editor } from '@tiptap/core'
import type { ExcerptId } from '../../../shared/model/id.ts'

/**
 * Cites an excerpt where the caret stands. It takes the place of nothing: a citation that was just dropped is selected, and
 * the next one comes after it (test/journeys/note-beside.test.ts).
 */
export const citeAtCaret = (editor: Editor, excerpt: ExcerptId): void => {
  editor.commands.insertContentAt(editor.state.selection.to, { type: 'citation', attrs: { excerpt } })
}
