import type { Host } from '../host.ts'

/** The host's functions that the workbench process can ask for; `emit` answers nothing and is a message of its own. */
export type HostFunction = Exclude<keyof Host, 'emit'>

/** The case to begin with: a file, or the sample with the real articles, or (neither given) the last one or the sample. */
export type FirstCase = { file: string | null; originals: string | null }

/** From the app to the workbench process. */
export type ToWorkbench =
  | { kind: 'call'; id: number; name: string; input: unknown }
  | { kind: 'open'; id: number; first: FirstCase }
  /** A case given to the running program, which the page is to open. */
  | { kind: 'handOver'; file: string }
  /** Tags of the languages to be spoken from now on, the most wanted first. */
  | { kind: 'speak'; tags: string[] }
  | { kind: 'look' }
  | { kind: 'close' }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string }

/** From the workbench process to the app. */
export type FromWorkbench =
  /** `answer` is an `Outcome` as JSON. */
  | { kind: 'outcome'; id: number; answer: string }
  | { kind: 'ask'; id: number; name: HostFunction; values: unknown[] }
  /** The sign of life that a look asks for. */
  | { kind: 'alive' }
  | { kind: 'event'; event: Parameters<Host['emit']>[0] }
