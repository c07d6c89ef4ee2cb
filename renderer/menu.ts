import type { Offer } from '../shared/contract/program.ts'
import { call } from './api.ts'
import { isDialogOpen, isTyping, offeredCommands } from './commands.ts'

/** How long what is offered stands still before the menu is told, in milliseconds: a change of screen takes many away and brings many. */
const settled = 120

/** What can be done at this moment, each command once, as the last one offered of its id. */
export const offerNow = (): Offer => ({
  commands: [...new Map(offeredCommands.list().map(one => [one.id, one])).values()].map(
    ({ id, title, group, shortcut }) => ({
      id,
      title,
      group,
      ...(shortcut === undefined ? {} : { shortcut }),
    }),
  ),
  inDialog: isDialogOpen(),
  typing: isTyping(document.activeElement),
})

/** Keeps the menu of the window to what the page offers. Called once, at start. */
export const keepMenu = (): void => {
  let told = ''
  let isWaiting = false
  const tell = () => {
    isWaiting = false
    const offer = offerNow()
    const next = JSON.stringify(offer)
    if (next === told) return
    told = next
    void call('program.offer', offer)
  }
  const soon = () => {
    if (!isWaiting) setTimeout(tell, settled)
    isWaiting = true
  }
  offeredCommands.subscribe(soon)
  // A dialog takes the focus as it opens and gives it back, and so does a field.
  for (const kind of ['focusin', 'focusout']) document.addEventListener(kind, soon)
  soon()
}
