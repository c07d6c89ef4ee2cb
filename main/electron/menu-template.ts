import type { MenuItemConstructorOptions } from 'electron'
import type { Offer } from '../../shared/contract/program.ts'
import type { MessageKey } from '../../shared/messages.ts'
import { say } from '../say.ts'

/** What the menu can set going. */
export type MenuActions = {
  /** Runs a command of the page by its id. */
  run(id: string): void
  zoomIn(): void
  zoomOut(): void
  actualSize(): void
}

export type MenuFor = { platform: NodeJS.Platform; developer: boolean }

type Item = MenuItemConstructorOptions
type OfferedCommand = Offer['commands'][number]

const line: Item = { type: 'separator' }

/** The screens by name alone: the menu they stand in says "Go" already. */
const screenWords: Readonly<Record<string, MessageKey>> = {
  'go.sources': 'shell.sources',
  'go.reader': 'shell.reader',
  'go.excerpts': 'shell.excerpts',
  'go.matrix': 'shell.matrix',
  'go.conflicts': 'shell.conflicts',
  'go.risks': 'shell.risks',
  'go.notes': 'shell.notes',
  'go.briefings': 'shell.briefings',
  'go.timeline': 'shell.timeline',
  'go.inquiries': 'shell.inquiries',
}

/** Letters of an entry: what is longer makes a menu wider than the screen. */
const mostLetters = 60

/** Words as a menu shows them: on Windows and Linux a single `&` would mark the letter behind it. */
const shown = (words: string, { platform }: MenuFor): string => {
  const cut = words.length > mostLetters ? `${words.slice(0, mostLetters - 1)}…` : words
  return platform === 'darwin' ? cut : cut.replaceAll('&', '&&')
}

/** Keys that move and delete in a field, where the menu of a Mac would take them away. */
const ofFields = /(Arrow\w+|Home|End|PageUp|PageDown|Backspace|Delete|Insert)$/

/** Keys that a menu can show as its own; a sequence or a plain letter stands in brackets behind the name. */
const acceleratorOf = (shortcut: string): string | null =>
  /^((Mod|Alt)\+\S+|F\d+)$/.test(shortcut) && !ofFields.test(shortcut) ? shortcut.replace('Mod', 'CmdOrCtrl') : null

/** The page listens to its keys itself and knows when a field has them: here they are only shown, but on a Mac, where the menu is first. */
const keysOf = (shortcut: string | undefined): Pick<Item, 'accelerator' | 'registerAccelerator'> => {
  const accelerator = shortcut === undefined ? null : acceleratorOf(shortcut)
  return accelerator === null ? {} : { accelerator, registerAccelerator: false }
}

/**
 * The menu of the window, made of what the page offers: an entry that the page does not offer at this moment cannot be
 * chosen, and whatever it offers beyond the entries of every desktop program stands under Actions.
 */
export const menuTemplate = (offer: Offer, actions: MenuActions, target: MenuFor): Item[] => {
  const offered = new Map(offer.commands.map(one => [one.id, one]))
  const placed = new Set<string>()

  const entry = (one: OfferedCommand): Item => {
    placed.add(one.id)
    const keys = keysOf(one.shortcut)
    const brackets = one.shortcut !== undefined && keys.accelerator === undefined ? `  [${one.shortcut}]` : ''
    const screen = screenWords[one.id]
    const label = shown(screen === undefined ? one.title : say(screen), target) + brackets
    return { id: one.id, label, enabled: !offer.inDialog, click: () => actions.run(one.id), ...keys }
  }
  const command = (id: string, words: MessageKey, shortcut?: string): Item => {
    const one = offered.get(id)
    if (one) return entry(one)
    placed.add(id)
    return { id, label: shown(say(words), target), enabled: false, ...keysOf(shortcut) }
  }
  /** Undo and redo belong to the field that has the keyboard, and else to the case. */
  const takingBack = (id: 'undo' | 'redo', words: MessageKey, shortcut: string): Item => {
    const one = offer.typing ? undefined : offered.get(id)
    if (one) return entry(one)
    placed.add(id)
    const enabled = offer.typing
    return { id, label: say(words), enabled, click: () => actions.run(id), ...keysOf(shortcut) }
  }
  const all = (belongs: (id: string) => boolean): Item[] =>
    [...offered.values()].filter(({ id }) => belongs(id) && !placed.has(id)).map(entry)
  const role = (role: NonNullable<Item['role']>, words: MessageKey): Item => ({ role, label: say(words) })

  const isMac = target.platform === 'darwin'
  const about = command('program.about', 'desktop.about')
  const settings = command('program.settings', 'desktop.settings', 'Mod+,')
  const shortcuts = command('help.shortcuts', 'shell.keyboard')
  const diagnostics = command('program.diagnostics', 'desktop.copyDiagnostics')
  const recent = all(id => id.startsWith('case.recent.'))
  const begin = [command('case.create', 'shell.newCase', 'Mod+N'), command('case.open', 'shell.openCase', 'Mod+O')]
  const sample = command('case.openSample', 'shell.openSample')
  const end = command('case.close', 'shell.closeCase')
  const kept = [
    command('case.details', 'shell.caseDetails'),
    command('case.history', 'shell.openHistory', 'Mod+H'),
    command('case.backups', 'shell.backups'),
    command('case.check', 'shell.openCheck'),
  ]
  const find = [command('palette', 'shell.palette', 'Mod+K'), command('search.open', 'shell.openSearch', 'Mod+Shift+K')]
  const tags = command('case.tags', 'shell.openTags', 'Mod+Shift+T')
  const go = all(id => id.startsWith('go.'))
  const theme = all(id => id === 'theme')
  const ofCase = all(id => id.startsWith('case.'))

  const file: Item[] = [
    ...begin,
    {
      label: say('desktop.openRecent'),
      submenu: recent.length > 0 ? recent : [{ label: say('desktop.noRecent'), enabled: false }],
    },
    sample,
    line,
    ...kept,
    ...ofCase,
    line,
    ...(isMac ? [] : [settings, line]),
    end,
    isMac ? role('close', 'shell.close') : role('quit', 'desktop.quit'),
  ]
  const edit: Item[] = [
    takingBack('undo', 'desktop.undo', 'Mod+Z'),
    takingBack('redo', 'desktop.redo', 'Mod+Shift+Z'),
    line,
    role('cut', 'desktop.cut'),
    role('copy', 'desktop.copy'),
    role('paste', 'desktop.paste'),
    role('delete', 'desktop.delete'),
    role('selectAll', 'desktop.selectAll'),
    line,
    ...find,
  ]
  const view: Item[] = [
    ...theme,
    line,
    { label: say('desktop.zoomIn'), accelerator: 'CmdOrCtrl+Plus', click: actions.zoomIn },
    // The same key without Shift, and the one of the number pad.
    ...['CmdOrCtrl+=', 'CmdOrCtrl+numadd'].map(accelerator => hidden(accelerator, actions.zoomIn)),
    { label: say('desktop.zoomOut'), accelerator: 'CmdOrCtrl+-', click: actions.zoomOut },
    hidden('CmdOrCtrl+numsub', actions.zoomOut),
    { label: say('desktop.actualSize'), accelerator: 'CmdOrCtrl+0', click: actions.actualSize },
    line,
    role('togglefullscreen', 'desktop.fullScreen'),
    ...(target.developer ? [role('toggleDevTools', 'desktop.developer')] : []),
  ]
  const rest = [...offered.values()].filter(({ id }) => !placed.has(id))
  return [
    ...(isMac ? [programMenu(about, settings, role)] : []),
    { label: say('desktop.file'), submenu: file },
    { label: say('desktop.edit'), submenu: edit },
    { label: say('desktop.view'), submenu: view },
    { label: say('desktop.go'), submenu: [...go, line, tags] },
    ...(rest.length > 0 ? [{ label: say('desktop.actions'), submenu: grouped(rest, entry, target) }] : []),
    ...(isMac ? [windowMenu(role)] : []),
    {
      role: 'help',
      label: say('desktop.help'),
      submenu: [shortcuts, line, diagnostics, ...(isMac ? [] : [line, about])],
    },
  ]
}

const hidden = (accelerator: string, click: () => void): Item => ({
  label: accelerator,
  accelerator,
  click,
  visible: false,
  acceleratorWorksWhenHidden: true,
})

/** One submenu for each group of commands, or the commands themselves where there is one group. */
const grouped = (rest: readonly OfferedCommand[], entry: (one: OfferedCommand) => Item, target: MenuFor): Item[] => {
  const groups = [...new Set(rest.map(({ group }) => group))]
  if (groups.length === 1) return rest.map(entry)
  return groups.map(group => ({
    label: shown(group, target),
    submenu: rest.filter(one => one.group === group).map(entry),
  }))
}

type RoleItem = (role: NonNullable<Item['role']>, words: MessageKey) => Item

/** The first menu on a Mac, named after the program by the system. */
const programMenu = (about: Item, settings: Item, role: RoleItem): Item => ({
  label: 'Glossator',
  submenu: [
    about,
    line,
    settings,
    line,
    role('services', 'desktop.services'),
    line,
    role('hide', 'desktop.hide'),
    role('hideOthers', 'desktop.hideOthers'),
    role('unhide', 'desktop.showAll'),
    line,
    role('quit', 'desktop.quit'),
  ],
})

const windowMenu = (role: RoleItem): Item => ({
  role: 'window',
  label: say('desktop.window'),
  submenu: [role('minimize', 'desktop.minimise'), role('front', 'desktop.bringToFront')],
})
