import { type HighlightColour, highlightColour } from '../../../shared/model/excerpt.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { type Command, useCommands } from '../../commands.ts'
import { say } from '../../say.ts'
import type { Selected } from './page-hooks.ts'
import type { Act } from './SelectionBar.tsx'
import { type Direction, extended, nextParagraph, nextSentence, type Readable } from './stretches.ts'

type ReaderCommands = {
  readable: Readable
  selected: Selected
  highlight: (colour?: HighlightColour) => void
  act: (act: Act) => void
  find: () => void
  toggleApparatus: () => void
  step: (direction: Direction) => void
  leave: () => void
  remove: () => void
}

/** Everything that can be done in the reader, by key: what to do with words, and how to reach and select them without a mouse. */
export const useReaderCommands = (reader: ReaderCommands): void => {
  const { readable, selected } = reader
  const group = say('reader.group')
  const moving = say('reader.moving')
  const go = (next: TextRange | null) => next !== null && selected.select(next)
  const stretch = (edge: 'start' | 'end', by: 'word' | 'sentence', direction: Direction) =>
    selected.stretch !== null && selected.select(extended(readable, selected.stretch, edge, by, direction))
  const acts = (['claim', 'risk', 'note', 'tag'] as const).map(
    (act): Command => ({
      id: `reader.${act}`,
      title: say(`reader.${act}`),
      group,
      shortcut: (act[0] ?? '').toUpperCase(),
      run: () => reader.act(act),
    }),
  )
  const colours = highlightColour.options.map(
    (colour, index): Command => ({
      id: `reader.colour.${colour}`,
      title: say('reader.colour', { colour }),
      group,
      shortcut: `${index + 1}`,
      run: () => reader.highlight(colour),
    }),
  )
  useCommands([
    { id: 'reader.highlight', title: say('reader.highlight'), group, shortcut: 'H', run: () => reader.highlight() },
    ...acts,
    ...colours,
    { id: 'reader.find', title: say('reader.find'), group, shortcut: 'Mod+F', run: reader.find },
    { id: 'reader.apparatus', title: say('reader.toggleApparatus'), group, run: reader.toggleApparatus },
    { id: 'reader.remove', title: say('reader.removeHighlight'), group, shortcut: 'Delete', run: reader.remove },
    { id: 'reader.leave', title: say('reader.leave'), group, shortcut: 'Escape', run: reader.leave },
    { id: 'reader.next', title: say('reader.nextHighlight'), group: moving, shortcut: ']', run: () => reader.step(1) },
    {
      id: 'reader.previous',
      title: say('reader.previousHighlight'),
      group: moving,
      shortcut: '[',
      run: () => reader.step(-1),
    },
    {
      id: 'reader.nextParagraph',
      title: say('reader.nextParagraph'),
      group: moving,
      shortcut: 'J',
      run: () => go(nextParagraph(readable, selected.stretch, 1)),
    },
    {
      id: 'reader.previousParagraph',
      title: say('reader.previousParagraph'),
      group: moving,
      shortcut: 'K',
      run: () => go(nextParagraph(readable, selected.stretch, -1)),
    },
    {
      id: 'reader.nextSentence',
      title: say('reader.nextSentence'),
      group: moving,
      shortcut: 'ArrowRight',
      run: () => go(nextSentence(readable, selected.stretch, 1)),
    },
    {
      id: 'reader.previousSentence',
      title: say('reader.previousSentence'),
      group: moving,
      shortcut: 'ArrowLeft',
      run: () => go(nextSentence(readable, selected.stretch, -1)),
    },
    {
      id: 'reader.longerWord',
      title: say('reader.longerWord'),
      group: moving,
      shortcut: 'Shift+ArrowRight',
      run: () => stretch('end', 'word', 1),
    },
    {
      id: 'reader.shorterWord',
      title: say('reader.shorterWord'),
      group: moving,
      shortcut: 'Shift+ArrowLeft',
      run: () => stretch('end', 'word', -1),
    },
    {
      id: 'reader.startLater',
      title: say('reader.startLater'),
      group: moving,
      shortcut: 'Alt+ArrowRight',
      run: () => stretch('start', 'word', 1),
    },
    {
      id: 'reader.startEarlier',
      title: say('reader.startEarlier'),
      group: moving,
      shortcut: 'Alt+ArrowLeft',
      run: () => stretch('start', 'word', -1),
    },
    {
      id: 'reader.longerSentence',
      title: say('reader.longerSentence'),
      group: moving,
      shortcut: 'Mod+Shift+ArrowRight',
      run: () => stretch('end', 'sentence', 1),
    },
    {
      id: 'reader.shorterSentence',
      title: say('reader.shorterSentence'),
      group: moving,
      shortcut: 'Mod+Shift+ArrowLeft',
      run: () => stretch('end', 'sentence', -1),
    },
  ])
}
