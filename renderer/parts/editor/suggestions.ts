import type { Editor, Range } from '@tiptap/core'
import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import Suggestion, { type SuggestionProps } from '@tiptap/suggestion'

/** One line of the menu that opens at the caret, and what choosing it does. `words`: more by which it is found. */
export type SuggestionItem = {
  id: string
  label: string
  hint?: string
  group?: string
  words?: string
  run: (editor: Editor, range: Range) => void
}

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

type SuggestionOptions = {
  character: string
  board: SuggestionBoard
  itemsFor: (query: string, editor: Editor) => SuggestionItem[] | Promise<SuggestionItem[]>
  /** Words with spaces are one question, as names are; the menu goes when they fit nothing. */
  allowSpaces?: boolean
}

/** The longest words after the character that are still taken for a question. */
const longest = 48

/** Opens a menu of items after a character; arrows move in it, Enter and Tab choose, Escape closes. */
export const suggestionMenu = ({ character, board, itemsFor, allowSpaces = false }: SuggestionOptions) =>
  Extension.create({
    name: `suggestions ${character}`,
    addProseMirrorPlugins() {
      type Props = SuggestionProps<SuggestionItem, SuggestionItem>
      /** Enter was pressed before the answer had come: its first item is meant. */
      let isAwaited = false
      const show = (props: Props) => {
        const shown = board.read()
        // The menu stays as it was while the next answer is on its way.
        const items = props.loading && shown ? shown.items : props.items
        if (!props.loading && items.length === 0 && props.query.includes(' ')) return board.write(null)
        if (props.loading && items.length === 0) return
        const choose = (index: number) => {
          const item = items[index]
          if (item) props.command(item)
        }
        board.write({ items, active: 0, rect: props.clientRect?.() ?? null, choose })
        if (isAwaited && !props.loading) choose(0)
        isAwaited = isAwaited && props.loading === true
      }
      let isLoading = false
      const update = (props: Props) => {
        const isQuiet = board.read() === null && props.query.includes(' ')
        isLoading = props.loading === true && !isQuiet
        show(props)
      }
      return [
        Suggestion<SuggestionItem, SuggestionItem>({
          editor: this.editor,
          pluginKey: new PluginKey(`suggestions ${character}`),
          char: character,
          allowSpaces,
          allow: ({ range }) => range.to - range.from <= longest,
          items: ({ query, editor }) => itemsFor(query, editor),
          command: ({ editor, range, props }) => props.run(editor, range),
          render: () => ({
            onStart: update,
            onUpdate: update,
            onExit: () => {
              isAwaited = false
              isLoading = false
              board.write(null)
            },
            onKeyDown: ({ event }) => {
              const state = board.read()
              const isChoice = event.key === 'Enter' || event.key === 'Tab'
              if (isLoading && isChoice) {
                isAwaited = true
                return true
              }
              if (state === null || state.items.length === 0) return false
              const count = state.items.length
              if (event.key === 'ArrowDown') board.write({ ...state, active: (state.active + 1) % count })
              else if (event.key === 'ArrowUp') board.write({ ...state, active: (state.active + count - 1) % count })
              else if (isChoice) state.choose(state.active)
              else return false
              return true
            },
          }),
        }),
      ]
    },
  })
