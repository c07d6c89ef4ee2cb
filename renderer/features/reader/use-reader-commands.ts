import { type HighlightColour, highlightColour } from '../../../shared/model/excerpt.ts'
import { type Command, useCommands } from '../../commands.ts'
import { say } from '../../say.ts'
import { type Act, acts, keyOfAct } from './acts.ts'
import type { Selected } from './hands/use-selected-stretch.ts'
import { selectionCommands } from './selection-commands.ts'
import type { Direction, Readable } from './stretches.ts'

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
  texts: () => void
  reattach: () => void
}

/** Everything that can be done in the reader, by key: what to do with words, and how to reach and select them without a mouse. */
export const useReaderCommands = (reader: ReaderCommands): void => {
  const { readable, selected } = reader
  const group = say('reader.group')
  const moving = say('reader.moving')
  const actCommands = acts.map(
    (act): Command => ({
      id: `reader.${act}`,
      title: say(`reader.${act}`),
      group,
      shortcut: keyOfAct[act],
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
    ...actCommands,
    ...colours,
    { id: 'reader.find', title: say('reader.find'), group, shortcut: 'Mod+F', run: reader.find },
    { id: 'reader.apparatus', title: say('reader.toggleApparatus'), group, run: reader.toggleApparatus },
    { id: 'reader.remove', title: say('reader.removeHighlight'), group, shortcut: 'Delete', run: reader.remove },
    { id: 'reader.texts', title: say('texts.open'), group, run: reader.texts },
    { id: 'reader.reattach', title: say('reattach.open'), group, run: reader.reattach },
    { id: 'reader.leave', title: say('reader.leave'), group, shortcut: 'Escape', run: reader.leave },
    { id: 'reader.next', title: say('reader.nextHighlight'), group: moving, shortcut: ']', run: () => reader.step(1) },
    {
      id: 'reader.previous',
      title: say('reader.previousHighlight'),
      group: moving,
      shortcut: '[',
      run: () => reader.step(-1),
    },
    ...selectionCommands(readable, selected),
  ])
}
