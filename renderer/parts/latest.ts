import { useEffect, useState, useSyncExternalStore } from 'react'
import type { InputOf, OutputOf, ReadName } from '../../shared/contract.ts'
import { type Answer, watch } from '../query.ts'

type Asking<Name extends ReadName> = {
  key: string
  question: ReturnType<typeof watch<Name>>
  leave: () => void
}

/**
 * One name asked with an input that changes often, as a slider makes it. The last answer stays while a newer one is on
 * its way, and only one ask is under way at a time: of the inputs in between the newest is asked next, the others never.
 * `keeps` says which answers are worth keeping for later.
 */
export const latestAnswer = <Name extends ReadName>(name: Name, keeps: (input: InputOf<Name>) => boolean) => {
  let shown: Answer<OutputOf<Name>> = { value: undefined, refusal: undefined }
  let answered: string | null = null
  let asking: Asking<Name> | null = null
  let wanted: { key: string; input: InputOf<Name> } | null = null
  const listeners = new Set<() => void>()

  const isAnswered = ({ question }: Asking<Name>) => {
    const { value, refusal } = question.answer()
    return value !== undefined || refusal !== undefined
  }
  const hear = () => {
    if (asking !== null && isAnswered(asking)) {
      const answer = asking.question.answer()
      const isNew = answer !== shown
      shown = answer
      answered = asking.key
      if (isNew) for (const listener of listeners) listener()
    }
    putNext()
  }
  const putNext = () => {
    if (wanted === null || wanted.key === asking?.key) return
    if (asking !== null && !isAnswered(asking)) return
    const last = asking
    const question = watch(name, wanted.input, keeps(wanted.input))
    asking = { key: wanted.key, question, leave: () => undefined }
    asking.leave = question.subscribe(hear)
    last?.leave()
    hear()
  }
  return {
    want: (input: InputOf<Name>): void => {
      wanted = { key: JSON.stringify(input), input }
      putNext()
    },
    leave: (): void => {
      asking?.leave()
      asking = null
      wanted = null
    },
    read: () => shown,
    /** The input that is answered by what is read, as JSON. */
    answered: () => answered,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const always = () => true

/** The latest answer for as long as the component stands on the screen; `isCurrent` once it is that of the input given. */
export const useLatest = <Name extends ReadName>(
  name: Name,
  input: InputOf<Name>,
  keeps: (input: InputOf<Name>) => boolean = always,
): Answer<OutputOf<Name>> & { isCurrent: boolean } => {
  const [latest] = useState(() => latestAnswer(name, keeps))
  const key = JSON.stringify(input)
  useEffect(() => latest.want(JSON.parse(key)), [latest, key])
  useEffect(() => latest.leave, [latest])
  const answer = useSyncExternalStore(latest.subscribe, latest.read)
  return { ...answer, isCurrent: latest.answered() === key }
}
