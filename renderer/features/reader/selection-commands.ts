import type { TextRange } from '../../../shared/model/text-version.ts'
import type { Command } from '../../commands.ts'
import { say } from '../../say.ts'
import { narrowed, toWords, widened } from './hands/steps.ts'
import type { Selected } from './hands/use-selected-stretch.ts'
import {
  type Direction,
  extended,
  nextParagraph,
  nextSentence,
  nextWord,
  type Readable,
  type Step,
} from './stretches.ts'

const next = { word: nextWord, sentence: nextSentence, paragraph: nextParagraph }

/** Keys that select the next piece of the text, on and back. With a caret in the text the arrows are the caret's. */
const moves: readonly { by: keyof typeof next; keys: readonly [string, string]; arrows: boolean }[] = [
  { by: 'paragraph', keys: ['J', 'K'], arrows: false },
  { by: 'sentence', keys: ['ArrowRight', 'ArrowLeft'], arrows: true },
  { by: 'word', keys: ['Mod+ArrowRight', 'Mod+ArrowLeft'], arrows: true },
]

/** Keys that move an end: Shift the end, Alt the start; by word, with one more key by sentence, up and down by paragraph. */
const edges: readonly { edge: 'start' | 'end'; by: Step; keys: readonly [string, string]; arrows: boolean }[] = [
  { edge: 'end', by: 'word', keys: ['Shift+ArrowRight', 'Shift+ArrowLeft'], arrows: true },
  { edge: 'start', by: 'word', keys: ['Alt+ArrowRight', 'Alt+ArrowLeft'], arrows: true },
  { edge: 'end', by: 'sentence', keys: ['Mod+Shift+ArrowRight', 'Mod+Shift+ArrowLeft'], arrows: true },
  { edge: 'start', by: 'sentence', keys: ['Alt+Shift+ArrowRight', 'Alt+Shift+ArrowLeft'], arrows: true },
  { edge: 'end', by: 'paragraph', keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], arrows: true },
  { edge: 'start', by: 'paragraph', keys: ['Alt+ArrowDown', 'Alt+ArrowUp'], arrows: true },
  { edge: 'end', by: 'character', keys: ['.', ','], arrows: false },
  { edge: 'start', by: 'character', keys: ['Alt+.', 'Alt+,'], arrows: false },
]

const directions: readonly Direction[] = [1, -1]
const wayOf = (direction: Direction) => (direction === 1 ? 'on' : 'back')
const keyOf = ([on, back]: readonly [string, string], direction: Direction) => (direction === 1 ? on : back)

/** The selections that were widened, from the smallest: narrowing goes back the same way. */
const widenedFrom: TextRange[] = []

const narrowedAgain = (readable: Readable, stretch: TextRange): TextRange => {
  const before = widenedFrom.pop()
  if (before !== undefined && before.start >= stretch.start && before.end <= stretch.end) {
    const again = widened(readable, before)
    if (again.start === stretch.start && again.end === stretch.end) return before
  }
  widenedFrom.length = 0
  return narrowed(readable, stretch)
}

/** Selecting words of a text without a mouse: piece by piece, and either end by itself. */
export const selectionCommands = (readable: Readable, selected: Selected): Command[] => {
  const group = say('hands.selecting')
  const change = (changed: (stretch: TextRange) => TextRange) =>
    selected.stretch !== null && selected.select(changed(selected.stretch))
  const widen = (stretch: TextRange) => {
    widenedFrom.push(stretch)
    return widened(readable, stretch)
  }
  const command = (id: string, title: string, shortcut: string, run: () => void): Command => ({
    id: `reader.${id}`,
    title,
    group,
    shortcut,
    run,
  })
  return [
    ...moves
      .filter(({ arrows }) => !(arrows && selected.hasCaret))
      .flatMap(({ by, keys }) =>
        directions.map(direction =>
          command(
            `${by}.${wayOf(direction)}`,
            say('hands.next', { by, direction: wayOf(direction) }),
            keyOf(keys, direction),
            () => {
              const found = next[by](readable, selected.from(), direction)
              if (found !== null) selected.select(found)
            },
          ),
        ),
      ),
    ...edges
      .filter(({ arrows }) => !(arrows && selected.hasCaret))
      .flatMap(({ edge, by, keys }) =>
        directions.map(direction =>
          command(
            `${edge}.${by}.${wayOf(direction)}`,
            say('hands.edge', { edge, by, direction: wayOf(direction) }),
            keyOf(keys, direction),
            () => change(stretch => extended(readable, stretch, edge, by, direction)),
          ),
        ),
      ),
    command('widen', say('hands.widen'), 'W', () => change(widen)),
    command('narrow', say('hands.narrow'), 'Shift+W', () => change(stretch => narrowedAgain(readable, stretch))),
    command('toWords', say('hands.toWords'), 'S', () => change(stretch => toWords(readable, stretch))),
  ]
}
