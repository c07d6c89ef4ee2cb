import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * Something the analyst can do, by name. The palette, the "?" map, the menu and the keyboard all read this one list.
 * `shortcut` is written as `Mod+K`, `Shift+H`, `?` or `g m`; Mod is Ctrl, or Cmd on a Mac.
 */
export type Command = { id: string; title: string; group: string; shortcut?: string | undefined; run: () => void }

let commands: readonly Command[] = []
const listeners = new Set<() => void>()

const publish = (next: readonly Command[]) => {
  commands = next
  for (const listener of listeners) listener()
}

/** Offers commands for as long as the component stands on the screen. Give a stable list of ids; `run` may change freely. */
export const useCommands = (offered: readonly Command[]): void => {
  const latest = useRef(offered)
  latest.current = offered
  const signature = offered.map(one => `${one.id}|${one.title}|${one.shortcut ?? ''}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; `run` is read when it is needed.
  useEffect(() => {
    const mine = latest.current.map((one, index) => ({ ...one, run: () => latest.current[index]?.run() }))
    publish([...commands, ...mine])
    return () => publish(commands.filter(one => !mine.includes(one)))
  }, [signature])
}

/** What is offered now, and word of every change of it. */
export const offeredCommands = {
  list: (): readonly Command[] => commands,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

export const useCommandList = (): readonly Command[] =>
  useSyncExternalStore(offeredCommands.subscribe, offeredCommands.list)

export const runCommand = (id: string): void => commands.findLast(one => one.id === id)?.run()

/** A modal dialog keeps the page behind it to itself. */
export const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null

/** Runs what was chosen in the menu of the window. Undo and redo belong to the field that has the keyboard. */
export const runFromMenu = (id: string): void => {
  if ((id === 'undo' || id === 'redo') && isTyping(document.activeElement)) document.execCommand(id)
  else if (!isDialogOpen()) runCommand(id)
}

export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement)

/** A press of Enter on a control is that control's. The link to where the analyst is leads nowhere and takes none. */
const isPressable = (target: EventTarget | null) =>
  target instanceof Element && target.matches('button, summary, a[href]:not([aria-current]), [role="button"]')

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'])

/** The keys as a shortcut is written; null while only a modifier is down. Shift counts with letters and named keys, since it is part of every other sign. */
export const keysOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null => {
  if (modifiers.has(key)) return null
  const shift = shiftKey && (key.length > 1 || /\p{L}/u.test(key))
  return [
    ctrlKey || metaKey ? 'Mod' : '',
    altKey ? 'Alt' : '',
    shift ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ]
    .filter(Boolean)
    .join('+')
}

/** Keys that every field has for its own words: undo, and moving and deleting by word and line. */
const ofFields = /^Mod\+(Shift\+)?[ZY]$|\+(Arrow\w+|Home|End|PageUp|PageDown|Backspace|Delete|Insert)$/

/** While the analyst types, letters, undo and moving belong to the field; other commands with Ctrl, Cmd or Alt still run. */
export const runsWhileTyping = (keys: string): boolean => /^(Mod|Alt)\+/.test(keys) && !ofFields.test(keys)

/** What a press means after `leader`, the first half of a sequence or null: the command to run, and what now leads. The command offered last wins. */
export const commandFor = (
  keys: string,
  leader: string | null,
  offered: readonly Command[],
): { command: Command | undefined; leader: string | null } => {
  const sequence = `${leader === null ? '' : `${leader} `}${keys}`.toUpperCase()
  const command = offered.findLast(one => one.shortcut?.toUpperCase() === sequence)
  const leads = leader === null && offered.some(one => one.shortcut?.toUpperCase().startsWith(`${sequence} `))
  return { command, leader: command === undefined && leads ? keys : null }
}

const isMac = globalThis.navigator?.platform?.startsWith('Mac') ?? false

/** What stands on keys whose name is not what is printed on them. */
const printed: readonly (readonly [string, string])[] = [
  ['Mod', isMac ? '⌘' : 'Ctrl'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['PageUp', 'Page Up'],
  ['PageDown', 'Page Down'],
]

/** A shortcut as it is printed on keys: `Ctrl K`. */
export const keyNames = (shortcut: string): string =>
  printed.reduce((words, [name, key]) => words.replace(name, key), shortcut).replaceAll('+', ' ')

/** Runs the command whose shortcut was pressed. Plain letters do nothing while the analyst types. Called once, at start. */
export const listenForShortcuts = (): (() => void) => {
  let leader: string | null = null
  const listen = (event: KeyboardEvent) => {
    const keys = keysOf(event)
    if (keys === null || event.defaultPrevented) return
    // The keyboard too is the dialog's own: Escape is its way out.
    if (isDialogOpen()) return
    if (isTyping(event.target) && !runsWhileTyping(keys)) return
    if (keys === 'Enter' && isPressable(event.target)) return
    const found = commandFor(keys, leader, commands)
    leader = found.leader
    if (found.command === undefined) return
    event.preventDefault()
    found.command.run()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}
