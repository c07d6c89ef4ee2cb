import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { type Prose, proseOf } from '../../../shared/rules/tradecraft/prose.ts'

type Drawn = { finding: string; from: number; to: number }

const key = new PluginKey<DecorationSet>('tradecraft')

/**
 * Underlines what the tradecraft check found. The marks move along with what is typed, and are drawn anew when the check
 * answers: nothing here is done for the whole text at a key.
 */
export const tradecraftMarks = Extension.create({
  name: 'tradecraft',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (step, drawn) => step.getMeta(key) ?? (step.docChanged ? drawn.map(step.mapping, step.doc) : drawn),
      },
      props: { decorations: state => key.getState(state) },
    }),
  ],
})

/** The positions of the nodes of a document in reading order, the document itself first. */
const positionsOf = (document: Node): number[] => {
  const positions = [0]
  document.descendants((_, at) => {
    positions.push(at)
  })
  return positions
}

/** A stretch of the plain text as positions of the editor; null where none of its words stand there. */
const placed = ({ start, end }: TextRange, prose: Prose, positions: readonly number[]) => {
  const hit = prose.words.filter(one => one.start < end && one.end > start)
  const [first, last] = [hit[0], hit.at(-1)]
  if (first === undefined || last === undefined) return null
  const at = (one: typeof first, offset: number) => (positions[one.node] ?? 0) + one.from + offset - one.start
  return { from: at(first, Math.max(start, first.start)), to: at(last, Math.min(end, last.end)) }
}

/**
 * A stretch of the text that was checked in the one that stands there now: what was typed since moves it, or hides it
 * where it was typed within.
 */
export const carriedOver = ({ start, end }: TextRange, checked: string, now: string): TextRange | null => {
  if (checked === now) return { start, end }
  const shorter = Math.min(checked.length, now.length)
  let head = 0
  while (head < shorter && checked.charCodeAt(head) === now.charCodeAt(head)) head++
  let tail = 0
  while (
    tail < shorter - head &&
    checked.charCodeAt(checked.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)
  )
    tail++
  if (end <= head) return { start, end }
  const by = now.length - checked.length
  return start >= checked.length - tail ? { start: start + by, end: end + by } : null
}

const classOf = ({ severity, answer }: TradecraftFinding) => `editor-finding ${answer === null ? severity : 'answered'}`

/** Draws the findings of a text that was checked as `checked`. */
export const drawFindings = (editor: Editor, checked: RichText, findings: readonly TradecraftFinding[]): void => {
  const { state, view } = editor
  const ranges = findings.flatMap(finding => (finding.place.range ? [{ finding, range: finding.place.range }] : []))
  const before = key.getState(state)
  if (ranges.length === 0 && before === DecorationSet.empty) return
  const now = proseOf(editor.getJSON() as RichText)
  const was = proseOf(checked).text
  const positions = positionsOf(state.doc)
  const marks = ranges.flatMap(({ finding, range }) => {
    const moved = carriedOver(range, was, now.text)
    const place = moved && placed(moved, now, positions)
    return place && place.to > place.from
      ? [
          Decoration.inline(
            place.from,
            place.to,
            { class: classOf(finding) },
            { finding: finding.key, class: classOf(finding) },
          ),
        ]
      : []
  })
  if (isSame(before, marks)) return
  view.dispatch(state.tr.setMeta(key, DecorationSet.create(state.doc, marks)).setMeta('addToHistory', false))
}

/** A step that draws what stands there already could still take a caret back that is just being moved. */
const isSame = (before: DecorationSet | undefined, marks: readonly Decoration[]): boolean => {
  const words = (all: readonly Decoration[]) =>
    all
      .map(({ from, to, spec }) => `${from} ${to} ${spec.class} ${spec.finding}`)
      .sort()
      .join('\n')
  return words(before?.find() ?? []) === words(marks)
}

/** The findings drawn over a position, the shortest stretch first: the one that is nearest to the word. */
export const findingsAt = (editor: Editor, at: number): Drawn[] =>
  (key.getState(editor.state)?.find(at, at) ?? [])
    .map(({ from, to, spec }) => ({ finding: String(spec.finding), from, to }))
    .sort((one, other) => one.to - one.from - (other.to - other.from))

/** Selects a stretch of the text that was checked, brings it into view, and takes the keyboard there. */
export const selectStretch = (editor: Editor, checked: RichText, range: TextRange): boolean => {
  const now = proseOf(editor.getJSON() as RichText)
  const moved = carriedOver(range, proseOf(checked).text, now.text)
  const place = moved && placed(moved, now, positionsOf(editor.state.doc))
  if (!place) return false
  const { state, view } = editor
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, place.from, place.to)).scrollIntoView())
  view.focus()
  return true
}
