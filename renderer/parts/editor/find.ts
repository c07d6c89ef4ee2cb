import { type Editor, Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

export type Sought = { words: string; matchCase: boolean; wholeWords: boolean }

type Place = { from: number; to: number }

/** The places in the text where the words stand; `at` is the one that is shown, -1 for none. */
export type Found = { sought: Sought | null; places: readonly Place[]; at: number; drawn: DecorationSet }

const key = new PluginKey<Found>('find')

const nothing: Found = { sought: null, places: [], at: -1, drawn: DecorationSet.empty }

const wordSign = '[\\p{L}\\p{N}\\p{M}_]'

/** How the words are looked for; white space fits white space of any length. */
const patternOf = ({ words, matchCase, wholeWords }: Sought): RegExp | null => {
  if (words === '') return null
  const literal = words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/gu, '\\s+')
  const bounded = wholeWords ? `(?<!${wordSign})${literal}(?!${wordSign})` : literal
  return new RegExp(bounded, matchCase ? 'gu' : 'giu')
}

/** Every place where a pattern stands, block by block: nothing is found across two paragraphs. */
export const placesIn = (document: Node, pattern: RegExp): Place[] => {
  const places: Place[] = []
  document.descendants((node, at) => {
    if (!node.isTextblock) return true
    // One sign for each citation and break, so that what is counted in the text is counted in the document.
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc')
    for (const { 0: words, index } of text.matchAll(pattern))
      if (words.length > 0) places.push({ from: at + 1 + index, to: at + 1 + index + words.length })
    return false
  })
  return places
}

const drawnOf = (document: Node, places: readonly Place[], at: number) =>
  DecorationSet.create(
    document,
    places.map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === at ? 'editor-found current' : 'editor-found' }),
    ),
  )

const find = (document: Node, sought: Sought | null, near: number): Found => {
  const pattern = sought && patternOf(sought)
  if (!pattern) return { ...nothing, sought }
  const places = placesIn(document, pattern)
  const next = places.findIndex(({ from }) => from >= near)
  const at = next === -1 ? (places.length === 0 ? -1 : 0) : next
  return { sought, places, at, drawn: drawnOf(document, places, at) }
}

type Asked = { sought: Sought | null; near: number } | { at: number }

/** Words looked for in an open text. The keys and the bar are `FindBar.tsx`. */
export const finding = (open: (withReplace: boolean) => void) =>
  Extension.create({
    name: 'finding',
    addProseMirrorPlugins: () => [
      new Plugin<Found>({
        key,
        state: {
          init: () => nothing,
          apply: (step, found) => {
            const asked: Asked | undefined = step.getMeta(key)
            if (asked && 'sought' in asked) return find(step.doc, asked.sought, asked.near)
            if (asked) return { ...found, at: asked.at, drawn: drawnOf(step.doc, found.places, asked.at) }
            if (!step.docChanged || found.sought === null) return found
            return find(step.doc, found.sought, step.mapping.map(found.places[found.at]?.from ?? 0))
          },
        },
        props: { decorations: state => key.getState(state)?.drawn },
      }),
    ],
    addKeyboardShortcuts: () => ({
      'Mod-f': () => {
        open(false)
        return true
      },
      'Mod-h': () => {
        open(true)
        return true
      },
    }),
  })

export const foundIn = (editor: Editor): Found => key.getState(editor.state) ?? nothing

const tell = (editor: Editor, asked: Asked) => editor.view.dispatch(editor.state.tr.setMeta(key, asked))

const show = (editor: Editor) => {
  const { places, at } = foundIn(editor)
  const place = places[at]
  if (!place) return
  const { node } = editor.view.domAtPos(place.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'nearest' })
}

/** Looks for words from the caret on; null ends it. */
export const look = (editor: Editor, sought: Sought | null): void => {
  const near = foundIn(editor).places[foundIn(editor).at]?.from ?? editor.state.selection.from
  tell(editor, { sought, near })
  if (sought) show(editor)
}

/** To the next place or the one before, round the end of the text. */
export const step = (editor: Editor, by: 1 | -1): void => {
  const { places, at } = foundIn(editor)
  if (places.length === 0) return
  tell(editor, { at: (at + by + places.length) % places.length })
  show(editor)
}

/** Puts words in the place that is shown, and goes on to the next. */
export const replaceOne = (editor: Editor, words: string): void => {
  const { places, at, sought } = foundIn(editor)
  const place = places[at]
  if (!place) return
  const { tr } = editor.state
  if (words === '') tr.delete(place.from, place.to)
  else tr.insertText(words, place.from, place.to)
  editor.view.dispatch(closeHistory(tr.setMeta(key, { sought, near: place.from + words.length })))
  show(editor)
}

/** Puts words in every place, as one step of undo; how many there were. */
export const replaceAll = (editor: Editor, words: string): number => {
  const { places } = foundIn(editor)
  if (places.length === 0) return 0
  const { tr } = editor.state
  // From the end, so that no place is moved before its turn.
  for (const { from, to } of places.toReversed()) {
    if (words === '') tr.delete(from, to)
    else tr.insertText(words, from, to)
  }
  editor.view.dispatch(closeHistory(tr))
  return places.length
}

/** Leaves the search with the place that was shown chosen in the text. */
export const leave = (editor: Editor): void => {
  const { places, at } = foundIn(editor)
  const place = places[at]
  const { tr } = editor.state
  if (place) tr.setSelection(TextSelection.create(tr.doc, place.from, place.to))
  editor.view.dispatch(tr.setMeta(key, { sought: null, near: 0 }))
  editor.view.focus()
}
