import type { OutputOf } from '../../shared/contract.ts'
import { announce } from '../announcements.ts'
import { notify } from '../notices.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'

type Taken = OutputOf<'history.undo'>

const mostSaid = 3

/** What was left as it is because another command has changed it since: a few sentences and the count of the others. */
export const leftWords = ({ skipped }: Taken): string => {
  const others = skipped.length - mostSaid
  const said = skipped.slice(0, mostSaid).join(' ')
  return others > 0 ? `${said} ${say('history.moreLeft', { count: others })}` : said
}

const tell = (sentence: 'history.undone' | 'history.redone', taken: Taken) => {
  // What went back as it should is seen in its place; only what did not is news.
  if (taken.skipped.length > 0)
    notify({ tone: 'plain', text: say(sentence, { label: taken.label, left: leftWords(taken) }) })
  else announce(say(sentence === 'history.undone' ? 'hands.undone' : 'hands.redone', { label: taken.label }))
}

export const undo = async (): Promise<void> => {
  const outcome = await perform('history.undo', {})
  if (outcome.ok) tell('history.undone', outcome.value)
}

export const redo = async (): Promise<void> => {
  const outcome = await perform('history.redo', {})
  if (outcome.ok) tell('history.redone', outcome.value)
}
