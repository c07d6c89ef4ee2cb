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

export const useCommandList = (): readonly Command[] =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => commands,
  )

export const runCommand = (id: string): void => commands.findLast(one => one.id === id)?.run()

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement)

const pressed = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key))
  return [event.ctrlKey || event.metaKey ? 'Mod' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+')
}

/** While the analyst types, letters and undo belong to the field; commands with Ctrl, Cmd or Alt still run. */
const isForTheProduct = (keys: string) => /^(Mod|Alt)\+/.test(keys) && !/^Mod\+(Shift\+)?Z$/.test(keys)

let leader: string | null = null

/** Runs the command whose shortcut was pressed. Plain letters do nothing while the analyst types. Called once, at start. */
export const listenForShortcuts = (): (() => void) => {
  const listen = (event: KeyboardEvent) => {
    const keys = pressed(event)
    // A modal dialog keeps the keyboard to itself: Escape is its own way out.
    if (document.querySelector('dialog[open]') !== null && !keys.startsWith('Mod+')) return
    if (event.defaultPrevented || (isTyping(event.target) && !isForTheProduct(keys))) return
    const sequence = leader === null ? keys : `${leader} ${keys}`
    const command = commands.findLast(one => one.shortcut?.toUpperCase() === sequence.toUpperCase())
    const leads =
      leader === null && commands.some(one => one.shortcut?.toUpperCase().startsWith(`${keys.toUpperCase()} `))
    leader = command === undefined && leads ? keys : null
    if (command === undefined) return
    event.preventDefault()
    command.run()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}
