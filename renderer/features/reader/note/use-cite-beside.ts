import { useContext } from 'react'
import { useCommands } from '../../../commands.ts'
import { say } from '../../../say.ts'
import { excerptAt, type Place } from '../place.ts'
import { BesideSource } from './beside.ts'

type CitingProps = { placeNow: () => Place | null; onCited: (place: Place) => void }

/** Cites the selected words, or the chosen highlight, in the note that stands beside; without one it asks which is to. */
export const useCiteBeside = ({ placeNow, onCited }: CitingProps): void => {
  const { cite, isOpen, toggle } = useContext(BesideSource)
  const run = async () => {
    if (!isOpen) return toggle()
    const place = placeNow()
    if (cite === null || place === null) return
    const excerpt = await excerptAt(place)
    if (excerpt === null) return
    cite(excerpt)
    onCited(place)
  }
  useCommands([
    {
      id: 'reader.citeBeside',
      title: say('noteBeside.cite'),
      group: say('noteBeside.group'),
      shortcut: 'Q',
      run: () => void run(),
    },
  ])
}
