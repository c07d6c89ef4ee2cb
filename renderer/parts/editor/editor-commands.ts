import type { Editor } from '@tiptap/core'
import { useEffect, useSyncExternalStore } from 'react'
import { useCommands } from '../../commands.ts'
import { say } from '../../say.ts'

type Acts = { cite: () => void; link: () => void; find: (withReplace: boolean) => void; copyMarkdown: () => void }

/** The text that was written in last: what the palette acts on when several are open. */
let last: Editor | null = null
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const become = (editor: Editor | null) => {
  last = editor
  for (const listener of listeners) listener()
}

/**
 * The acts of a text in the palette and on the map of keys. `alone`: it is the text of its screen, whose keys also work
 * outside of it.
 */
export const useEditorCommands = (editor: Editor, acts: Acts, alone: boolean): void => {
  const current = useSyncExternalStore(subscribe, () => last)
  useEffect(() => {
    if (alone) become(editor)
    const focused = () => become(editor)
    editor.on('focus', focused)
    return () => {
      editor.off('focus', focused)
      if (last === editor) become(null)
    }
  }, [editor, alone])
  const group = say('editor.text')
  const command = (id: string, title: string, keys: string | undefined, run: () => void) => ({
    id: `editor.${id}`,
    title,
    group,
    shortcut: alone ? keys : undefined,
    run,
  })
  useCommands(
    current !== editor
      ? []
      : [
          command('find', say('editor.find'), 'Mod+F', () => acts.find(false)),
          // Outside of a text Ctrl H is the history; within it, and in its find bar, the text has it.
          command('replace', say('editor.findAndReplace'), undefined, () => acts.find(true)),
          command('cite', say('editor.cite'), 'Mod+Shift+C', acts.cite),
          command('link', say('editor.link'), 'Mod+Alt+K', acts.link),
          command(
            'aside',
            say('editor.aside'),
            'Mod+Shift+A',
            () => void editor.chain().focus().toggleWrap('aside').run(),
          ),
          command('copyMarkdown', say('editor.copyMarkdown'), 'Mod+Alt+M', acts.copyMarkdown),
        ],
  )
}
