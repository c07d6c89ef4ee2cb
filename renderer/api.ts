import type { InputOf, OperationName, OutputOf } from '../shared/contract.ts'
import type { WorkbenchEvent } from '../shared/event.ts'
import type { Outcome } from '../shared/outcome.ts'

/** What the preload script lays on the window: a call and an event, nothing else. */
type Bridge = {
  call(name: string, input: unknown): Promise<Outcome<unknown>>
  onEvent(listener: (event: WorkbenchEvent) => void): () => void
}

declare global {
  interface Window {
    workbench: Bridge
  }
}

/** Asks the workbench. The answer has the type that the contract gives the name; main has checked it against the schema. */
export const call = <Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<Outcome<OutputOf<Name>>> =>
  window.workbench.call(name, input) as Promise<Outcome<OutputOf<Name>>>

export const onEvent = (listener: (event: WorkbenchEvent) => void): (() => void) => window.workbench.onEvent(listener)
