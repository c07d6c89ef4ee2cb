import type { Obstacle } from './contract/safety.ts'
import type { RecordName } from './model/record-name.ts'

/** A long piece of work on its way: `done` of `total` in whatever it counts. */
export type TaskProgress = { id: string; label: string; done: number; total: number; over: boolean }

/** What the page is told without having asked: the one event channel beside `workbench.call`. */
export type WorkbenchEvent =
  /** Records of these kinds changed by something other than the page's own call: ask again. */
  | { kind: 'changed'; changed: RecordName[] }
  /** The analyst chose a command from the application menu; `id` is the page's own name for it. */
  | { kind: 'command'; id: string }
  /** Something went wrong outside any call; a sentence to show. */
  | { kind: 'problem'; message: string }
  /** A case that was to be opened from outside the page cannot be opened as usual. */
  | { kind: 'obstacle'; obstacle: Obstacle }
  /** A case was given to the running program from outside; `id` is for `case.openHanded`. */
  | { kind: 'handed'; id: string; fileName: string }
  /** The window is to close: save what was typed, finish what was begun, and answer with `program.left`. */
  | { kind: 'leave' }
  | { kind: 'task'; task: TaskProgress }
