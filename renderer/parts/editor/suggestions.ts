import type { Editor, Range } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import Suggestion, { type SuggestionProps } from '@tiptap/suggestion'

/** One line of the menu that opens at the caret, and what choosing it does. */
export type SuggestionItem = { id: string; label: string; hint?: string; run: (editor: Editor, range: Range) => void }

/** What the menu shows: null while closed. */
export type SuggestionState = {
  items: readonly SuggestionItem[]
  active: number
  rect: DOMRect | null
  choose: (index: number) => void
} | null

/** Where the editor's plug-in, which knows no React, leaves the menu for the component that draws it. */
export const createSuggestionBoard = () => {
  let state: SuggestionState = null
  const listeners = new Set<() => void>()
  return {
    read: () => state,
    write: (next: SuggestionState) => {
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
export type SuggestionBoard = ReturnType<typeof createSuggestionBoard>

/** Opens a menu of items after a character; arrows move in it, Enter and Tab choose, Escape closes. */
export const suggestionMenu = (
  character: string,
  board: SuggestionBoard,
  itemsFor: (query: string) => SuggestionItem[],
) =>
  Extension.create({
    name: `suggestions ${character}`,
    addProseMirrorPlugins() {
      const show = (props: SuggestionProps<SuggestionItem, SuggestionItem>, active: number) =>
        board.write({
          items: props.items,
          active,
          rect: props.clientRect?.() ?? null,
          choose: index => {
            const item = props.items[index]
            if (item) props.command(item)
          },
        })
      return [
        Suggestion<SuggestionItem, SuggestionItem>({
          editor: this.editor,
          pluginKey: new PluginKey(`suggestions ${character}`),
          char: character,
          items: ({ query }) => itemsFor(query),
          command: ({ editor, range, props }) => props.run(editor, range),
          render: () => ({
            onStart: props => show(props, 0),
            onUpdate: props => show(props, 0),
            onExit: () => board.write(null),
            onKeyDown: ({ event }) => {
              const state = board.read()
              if (state === null || state.items.length === 0) return false
              const count = state.items.length
              if (event.key === 'ArrowDown') board.write({ ...state, active: (state.active + 1) % count })
              else if (event.key === 'ArrowUp') board.write({ ...state, active: (state.active + count - 1) % count })
              else if (event.key === 'Enter' || event.key === 'Tab') state.choose(state.active)
              else return false
              return true
            },
          }),
        }),
      ]
    },
  })
