import { type RefObject, useRef } from 'react'
import type { TextPage } from '../../../../shared/model/text-version.ts'
import { announce } from '../../../announcements.ts'
import { type Command, useCommands } from '../../../commands.ts'
import { say } from '../../../say.ts'
import { lineAt, lineStepped, spotAt, windowStepped } from './lines.ts'
import type { Direction, Readable } from './readable.ts'
import { spokenWords } from './spoken.ts'
import { grainAt, stepped, type Unit } from './steps.ts'
import type { Selected } from './use-selected-stretch.ts'

type Move = Unit | 'line' | 'lineEdge' | 'window'

/** The keys of every editor, on and back; each with Shift selects. Those with Alt are ours, for what editors do not have. */
const keys: readonly { by: Move; modifier: '' | 'Mod+' | 'Alt+'; on: string; back: string }[] = [
  { by: 'character', modifier: '', on: 'ArrowRight', back: 'ArrowLeft' },
  { by: 'word', modifier: 'Mod+', on: 'ArrowRight', back: 'ArrowLeft' },
  { by: 'sentence', modifier: 'Alt+', on: 'ArrowRight', back: 'ArrowLeft' },
  { by: 'line', modifier: '', on: 'ArrowDown', back: 'ArrowUp' },
  { by: 'paragraph', modifier: 'Mod+', on: 'ArrowDown', back: 'ArrowUp' },
  { by: 'cell', modifier: 'Alt+', on: 'ArrowDown', back: 'ArrowUp' },
  { by: 'lineEdge', modifier: '', on: 'End', back: 'Home' },
  { by: 'text', modifier: 'Mod+', on: 'End', back: 'Home' },
  { by: 'window', modifier: '', on: 'PageDown', back: 'PageUp' },
  { by: 'page', modifier: 'Mod+', on: 'PageDown', back: 'PageUp' },
]

type CaretProps = {
  root: RefObject<HTMLElement | null>
  readable: Readable
  pages: readonly TextPage[]
  selected: Selected
}

/** The caret in the text: F7 puts it there, and from then on the arrows do what they do in every editor. */
export const useCaret = ({ root, readable, pages, selected }: CaretProps): void => {
  // Up and down keep to one distance from the edge over short lines.
  const kept = useRef<{ focus: number; left: number } | null>(null)

  const reached = (focus: number, by: Move, direction: Direction): number => {
    const page = root.current
    if (by !== 'line' && by !== 'window' && by !== 'lineEdge') {
      return stepped(
        readable,
        focus,
        by,
        direction,
        pages.map(({ start }) => start),
      )
    }
    if (page === null) return focus
    if (by === 'lineEdge') {
      const line = lineAt(page, readable, focus)
      return (direction === 1 ? line?.end : line?.start) ?? focus
    }
    const left = kept.current?.focus === focus ? kept.current.left : (spotAt(page, focus)?.left ?? 0)
    const next = (by === 'line' ? lineStepped : windowStepped)(page, readable, focus, direction, left)
    kept.current = { focus: next, left }
    return next
  }
  const move = (by: Move, direction: Direction, selecting: boolean) => {
    if (selected.ends === null) return selected.setCaret(true)
    const { anchor, focus } = selected.ends
    const next = reached(focus, by, direction)
    selected.place({ anchor: selecting ? anchor : next, focus: next })
    if (!selecting) announce(passed(readable, root.current, focus, next, by, direction))
  }
  const commands = (selecting: boolean): Command[] =>
    keys
      .filter(({ by }) => by !== 'page' || pages.length > 0)
      .flatMap(({ by, modifier, ...each }) =>
        (['on', 'back'] as const).map(way => ({
          id: `reader.${selecting ? 'caretSelect' : 'caret'}.${by}.${way}`,
          title: say(selecting ? 'hands.stepSelecting' : 'hands.step', { by, direction: way }),
          group: say(selecting ? 'hands.caretSelecting' : 'hands.caretGroup'),
          shortcut: `${modifier}${selecting ? 'Shift+' : ''}${each[way]}`,
          run: () => move(by, way === 'on' ? 1 : -1, selecting),
        })),
      )
  const { hasCaret } = selected
  const toggle: Command = {
    id: 'reader.caret',
    title: say('hands.caret', { has: String(hasCaret) }),
    group: say('hands.selecting'),
    shortcut: 'F7',
    run: () => {
      selected.setCaret(!hasCaret)
      announce(say(hasCaret ? 'hands.caretGone' : 'hands.caretHere'))
    },
  }
  useCommands(hasCaret ? [toggle, ...commands(false), ...commands(true)] : [toggle])
}

/** What is said of a step: the character, word or line that the caret has come to. */
const passed = (
  readable: Readable,
  root: HTMLElement | null,
  from: number,
  to: number,
  by: Move,
  direction: Direction,
): string => {
  if (from === to) return say(direction === 1 ? 'hands.textEnd' : 'hands.textStart')
  const isLine = by === 'line' || by === 'window' || by === 'lineEdge' || by === 'text' || by === 'page'
  const line = isLine && root !== null ? lineAt(root, readable, to) : null
  const piece =
    by === 'character'
      ? { start: to, end: stepped(readable, to, 'character', 1) }
      : (line ?? grainAt(readable, to, by === 'word' || by === 'sentence' ? by : 'paragraph'))
  return spokenWords(readable.text, piece) || say('hands.blank')
}
