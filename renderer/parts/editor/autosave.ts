import type { Editor, JSONContent } from '@tiptap/core'
import { useEffect, useMemo, useRef } from 'react'
import type { RichText } from '../../../shared/model/rich-text.ts'

const pause = 600

/**
 * What was saved here and has yet to come back from the case. Saves may still be under way when the answer to an older
 * one arrives; such an echo must not be taken for a change made elsewhere, or it would undo what was typed meanwhile
 * (`autosave.test.ts`).
 */
export const createEchoes = (first: string) => {
  let last = first
  let awaited: string[] = []
  return {
    /** Whether a text is not saved yet; if so it counts as saved from now on. */
    isNew: (text: string): boolean => {
      if (text === last) return false
      last = text
      awaited.push(text)
      return true
    },
    /** Whether a text that came from the case was changed by someone else. */
    isForeign: (text: string): boolean => {
      const at = awaited.indexOf(text)
      if (at !== -1) awaited = awaited.slice(at + 1)
      if (at !== -1 || text === last) return false
      last = text
      awaited = []
      return true
    },
  }
}

/**
 * A document as the editor writes it: the order of keys and what stands by default say nothing, and a text that was only
 * looked at must not be saved for them (test/journeys/notes.test.ts).
 */
const asWritten = (editor: Editor, document: RichText): string => {
  try {
    return JSON.stringify(editor.schema.nodeFromJSON(document).toJSON())
  } catch {
    // Something that this editor does not know: it is compared as it is.
    return JSON.stringify(document)
  }
}

/**
 * Saves the text a moment after the last keystroke, and at once when the editor loses the focus or leaves the screen.
 * A document changed elsewhere (an undo of the case, another screen) takes the place of the text.
 */
export const useAutosave = (editor: Editor, document: RichText, onSave: (document: RichText) => void): void => {
  const latest = useRef(onSave)
  latest.current = onSave
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first document only; later ones are compared with what was saved.
  const echoes = useMemo(() => createEchoes(asWritten(editor, document)), [editor])

  useEffect(() => {
    let timer: number | undefined
    const save = () => {
      window.clearTimeout(timer)
      if (editor.isDestroyed) return
      const now = editor.getJSON()
      if (echoes.isNew(JSON.stringify(now))) latest.current(now as RichText)
    }
    const saveSoon = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(save, pause)
    }
    editor.on('update', saveSoon)
    editor.on('blur', save)
    window.addEventListener('pagehide', save)
    return () => {
      editor.off('update', saveSoon)
      editor.off('blur', save)
      window.removeEventListener('pagehide', save)
      save()
    }
  }, [editor, echoes])

  useEffect(() => {
    if (!echoes.isForeign(asWritten(editor, document))) return
    // No step of the editor's own undo: nobody typed it here.
    editor
      .chain()
      .setMeta('addToHistory', false)
      .setContent(document as JSONContent, { emitUpdate: false })
      .run()
  }, [document, editor, echoes])
}
