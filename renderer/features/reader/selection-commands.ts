import type { TextRange } from '../../../shared/model/text-version.ts'
import type { Command } from '../../commands.ts'
import { say } from '../../say.ts'
import type { Selected } from './page-hooks.ts'
import { type Direction, extended, nextParagraph, nextSentence, type Readable } from './stretches.ts'

/** Selecting words of a text without a mouse: by paragraph and sentence, and either end by word. */
export const selectionCommands = (readable: Readable, selected: Selected): Command[] => {
  const moving = say('reader.moving')
  const go = (next: TextRange | null) => next !== null && selected.select(next)
  const stretch = (edge: 'start' | 'end', by: 'word' | 'sentence', direction: Direction) =>
    selected.stretch !== null && selected.select(extended(readable, selected.stretch, edge, by, direction))
  return [
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
  ]
}
