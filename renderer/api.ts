import { contract, type InputOf, type OperationName, type OutputOf } from '../shared/contract.ts'
import type { WorkbenchEvent } from '../shared/event.ts'
import { type Outcome, refusal } from '../shared/outcome.ts'
import { say } from './say.ts'

/** What the preload script lays on the window: a call, answered with an `Outcome` as JSON, and an event, nothing else. */
type Bridge = {
  call(name: string, input: unknown): Promise<string>
  onEvent(listener: (event: WorkbenchEvent) => void): () => void
}

declare global {
  interface Window {
    workbench: Bridge
  }
}

/**
 * Asks the workbench. The answer has the type that the contract gives the name; main has checked it against the schema.
 * It never rejects: where nobody answers (the process is gone, the input cannot cross), that is a `broken` refusal.
 */
export const call = async <Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Outcome<OutputOf<Name>>> => {
  const answer = answerTo(name, input)
  if (contract[name].kind === 'write') {
    writes.add(answer)
    void answer.then(() => writes.delete(answer))
  }
  return answer
}

const answerTo = async <Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Outcome<OutputOf<Name>>> => {
  try {
    return JSON.parse(await window.workbench.call(name, input))
  } catch {
    return refusal('broken', say('shell.unanswered'))
  }
}

/** What was asked to be written and is not yet acknowledged. */
const writes = new Set<Promise<unknown>>()

/** Waits until every write asked for until now, and by what follows from it, is acknowledged or refused. */
export const written = async (): Promise<void> => {
  while (writes.size > 0) await Promise.all(writes)
}

export const onEvent = (listener: (event: WorkbenchEvent) => void): (() => void) => window.workbench.onEvent(listener)
