import { useMemo, useSyncExternalStore } from 'react'
import { contract, type InputOf, type OutputOf, type ReadName, type WriteName } from '../shared/contract.ts'
import type { Outcome, Refusal } from '../shared/outcome.ts'
import { call, onEvent } from './api.ts'
import { runFromMenu } from './commands.ts'
import { type Followed, followerOf } from './following.ts'
import { takeHanded } from './handed.ts'
import { leave } from './leaving.ts'
import { notify } from './notices.ts'
import { meetObstacle } from './obstacles.ts'
import { heardOf } from './tasks.ts'

/** The state of one question. While a newer answer is on its way the last one stays, so that a screen never flickers. */
export type Answer<Value> = { value: Value | undefined; refusal: Refusal | undefined }

type Entry = {
  name: ReadName
  input: unknown
  answer: Answer<unknown>
  listeners: Set<() => void>
  /** The answer with its place in the log, where the next one is made of what changed since (`following.ts`). */
  followed: Followed | null
  /** Counts the asks, so that a late answer to an older ask is dropped. */
  asked: number
}

const unanswered: Answer<never> = { value: undefined, refusal: undefined }
const entries = new Map<string, Entry>()

/** How many questions have no answer to show yet. */
let waiting = 0
const waitingListeners = new Set<() => void>()

const count = (by: number) => {
  waiting += by
  for (const listener of waitingListeners) listener()
}

const ask = async (entry: Entry): Promise<void> => {
  entry.asked += 1
  const { asked } = entry
  const first = entry.answer === unanswered
  if (first) count(1)
  const follow = followerOf(entry.name, entry.input)
  const outcome = follow ? await follow(entry.followed) : await call(entry.name, entry.input as never)
  if (first) count(-1)
  if (asked !== entry.asked) return
  const followed = follow && outcome.ok ? (outcome.value as Followed) : null
  entry.followed = followed
  entry.answer = outcome.ok
    ? { value: followed === null ? outcome.value : followed.value, refusal: undefined }
    : { value: undefined, refusal: outcome }
  for (const listener of entry.listeners) listener()
}

const keyOf = (name: ReadName, input: unknown) => `${name} ${JSON.stringify(input)}`

const entryFor = (name: ReadName, input: unknown): Entry => {
  const key = keyOf(name, input)
  const known = entries.get(key)
  if (known) return known
  const entry: Entry = { name, input, answer: unanswered, listeners: new Set(), followed: null, asked: 0 }
  entries.set(key, entry)
  return entry
}

/** Drops every answer made of one of the changed kinds of record; what is on the screen is asked again. */
export const forget = (changed: readonly string[]): void => {
  for (const [key, entry] of entries) {
    const from: readonly string[] = contract[entry.name].from
    if (!from.some(record => changed.includes(record))) continue
    if (entry.listeners.size === 0) entries.delete(key)
    else void ask(entry)
  }
}

/** Listens for what the page is told without having asked. Called once, at start. */
export const listenForEvents = (): (() => void) =>
  onEvent(event => {
    if (event.kind === 'changed') forget(event.changed)
    else if (event.kind === 'command') runFromMenu(event.id)
    else if (event.kind === 'problem') notify({ tone: 'problem', text: event.message })
    else if (event.kind === 'obstacle') meetObstacle(event.obstacle)
    else if (event.kind === 'handed') takeHanded(event)
    else if (event.kind === 'leave') void leave()
    else heardOf(event.task)
  })

/**
 * One question for as long as somebody listens: asked when the first does, and again when a write makes it stale. Its
 * answer is kept for who asks next, unless it is one of many that are passed by.
 */
export const watch = <Name extends ReadName>(name: Name, input: InputOf<Name>, isKept = true) => ({
  subscribe: (listener: () => void) => {
    const entry = entryFor(name, input)
    entry.listeners.add(listener)
    if (entry.asked === 0) void ask(entry)
    return () => {
      entry.listeners.delete(listener)
      const key = keyOf(name, input)
      if (!isKept && entry.listeners.size === 0 && entries.get(key) === entry) entries.delete(key)
    }
  },
  answer: () => entryFor(name, input).answer as Answer<OutputOf<Name>>,
})

const unasked = { subscribe: () => () => undefined, answer: () => unanswered }

/** Asks, and asks again whenever a write changes what the answer is made of. `null` as input asks nothing yet. */
export const useRead = <Name extends ReadName>(name: Name, input: InputOf<Name> | null): Answer<OutputOf<Name>> => {
  const key = JSON.stringify(input)
  const question = useMemo(() => (key === 'null' ? unasked : watch(name, JSON.parse(key))), [name, key])
  return useSyncExternalStore<Answer<OutputOf<Name>>>(question.subscribe, question.answer)
}

const subscribeToWaiting = (listener: () => void) => {
  waitingListeners.add(listener)
  return () => void waitingListeners.delete(listener)
}

/** Whether something on the screen has no answer to show yet: the screen says so to assistive technology. */
export const useIsWaiting = (): boolean => useSyncExternalStore(subscribeToWaiting, () => waiting > 0)

/** Carries out a write, tells every reader what it changed, and shows a refusal as a notice. */
export const perform = async <Name extends WriteName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Outcome<OutputOf<Name>>> => {
  const outcome = await call(name, input)
  if (outcome.ok) forget(outcome.changed)
  else notify({ tone: 'problem', text: outcome.message })
  return outcome
}
