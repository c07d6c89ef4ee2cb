import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, expect, test, vi } from 'vitest'
import { type MenuActions, menuTemplate } from '../../../main/electron/menu-template.ts'
import { say } from '../../../main/say.ts'
import { speakAsTold } from '../../../main/spoken.ts'
import { railScreens } from '../../../renderer/location.ts'
import type { Offer } from '../../../shared/contract/program.ts'

afterEach(() => speakAsTold(''))

const actions = (): MenuActions => ({ run: vi.fn(), zoomIn: vi.fn(), zoomOut: vi.fn(), actualSize: vi.fn() })

const command = (id: string, title = id, shortcut?: string, group = 'Case') => ({
  id,
  title,
  group,
  ...(shortcut ? { shortcut } : {}),
})

const nothing: Offer = { commands: [], inDialog: false, typing: false }
const linux = { platform: 'linux', developer: false } as const
const mac = { platform: 'darwin', developer: false } as const

type Item = MenuItemConstructorOptions
const under = (item: Item | undefined) => (item?.submenu ?? []) as Item[]
const every = (items: readonly Item[]): Item[] => items.flatMap(item => [item, ...every(under(item))])
const menu = (offer: Offer, target: Parameters<typeof menuTemplate>[2] = linux, does = actions()) =>
  menuTemplate(offer, does, target)
const byId = (items: readonly Item[], id: string) => every(items).find(item => item.id === id)

test('an entry that the page does not offer is there and cannot be chosen', () => {
  const entry = byId(menu(nothing), 'case.open')
  expect(entry).toMatchObject({ label: 'Open a case', enabled: false, accelerator: 'CmdOrCtrl+O' })
  const offered = byId(menu({ ...nothing, commands: [command('case.open', 'Open a case', 'Mod+O')] }), 'case.open')
  expect(offered).toMatchObject({ enabled: true })
  const commands = [command('go.matrix')]
  expect(byId(menu({ ...nothing, commands, inDialog: true }), 'go.matrix')).toMatchObject({ enabled: false })
})

test('a screen is named in the menu without the word that stands over it', () => {
  const commands = railScreens.map(screen => command(`go.${screen}`, `Go to ${screen}`))
  const go = menu({ ...nothing, commands }).find(({ label }) => label === 'Go')
  const labels = under(go).flatMap(({ id, label }) => (id?.startsWith('go.') ? [label] : []))
  expect(labels).toEqual(railScreens.map(screen => say(`shell.${screen}`)))
})

test('whatever the page offers stands in the menu once, and runs the command of its id', () => {
  const commands = [
    ...['undo', 'theme', 'palette', 'go.matrix', 'case.history', 'case.seal', 'case.recent.1', 'help.shortcuts'],
    ...['program.about', 'reader.find', 'note.new'],
  ].map(id => command(id, `Title of ${id}`, undefined, id.split('.')[0]))
  for (const target of [linux, mac, { platform: 'win32', developer: true } as const]) {
    const does = actions()
    const items = menu({ ...nothing, commands }, target, does)
    for (const { id } of commands) {
      const entries = every(items).filter(item => item.id === id)
      expect(entries).toHaveLength(1)
      const choose = entries[0]?.click as (() => void) | undefined
      choose?.()
      expect(does.run).toHaveBeenLastCalledWith(id)
    }
  }
})

test('a command offered twice is that of the last who offered it', () => {
  const items = menu({ ...nothing, commands: [command('palette', 'first'), command('palette', 'last')] })
  expect(every(items).filter(({ id }) => id === 'palette')).toMatchObject([{ label: 'last' }])
})

test('undo belongs to the case, or to the field that has the keyboard', () => {
  const commands = [command('undo', 'Undo: a claim', 'Mod+Z')]
  expect(byId(menu({ ...nothing, commands }), 'undo')?.label).toBe('Undo: a claim')
  expect(byId(menu({ ...nothing, commands }), 'redo')?.enabled).toBe(false)
  expect(byId(menu({ ...nothing, commands, typing: true }), 'undo')).toMatchObject({ label: 'Undo', enabled: true })
  expect(byId(menu({ ...nothing, commands, typing: true }), 'redo')).toMatchObject({ label: 'Redo', enabled: true })
})

test('keys are shown and left to the page; a letter or a sequence stands in brackets', () => {
  const entry = (shortcut: string) => byId(menu({ ...nothing, commands: [command('one', 'One', shortcut)] }), 'one')
  expect(entry('Mod+Shift+F')).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+F', registerAccelerator: false })
  expect(entry('F3')).toMatchObject({ label: 'One', accelerator: 'F3', registerAccelerator: false })
  for (const shortcut of ['M', 'g m', '?', 'Shift+H', 'Enter', 'Alt+ArrowUp', 'Alt+Delete']) {
    expect(entry(shortcut)?.label).toBe(`One  [${shortcut}]`)
    expect(entry(shortcut)).not.toHaveProperty('accelerator')
  }
})

test('words of a case are shown as they are, and no longer than a menu is wide', () => {
  const title = (words: string, target: Parameters<typeof menuTemplate>[2]) =>
    byId(menu({ ...nothing, commands: [command('undo', words)] }, target), 'undo')?.label
  expect(title('Undo: Smith & Sons', linux)).toBe('Undo: Smith && Sons')
  expect(title('Undo: Smith & Sons', mac)).toBe('Undo: Smith & Sons')
  expect(title('x'.repeat(500), linux)).toHaveLength(60)
})

test('each system has the entries that it expects', () => {
  const rolesOf = (target: Parameters<typeof menuTemplate>[2]) =>
    every(menu(nothing, target)).flatMap(({ role }) => role ?? [])
  const both = ['cut', 'copy', 'paste', 'delete', 'selectAll', 'togglefullscreen', 'help']
  expect(rolesOf(linux)).toEqual(expect.arrayContaining([...both, 'quit']))
  expect(rolesOf(mac)).toEqual(expect.arrayContaining([...both, 'close', 'services', 'hide', 'minimize', 'quit']))
  expect(rolesOf(linux)).not.toContain('toggleDevTools')
  expect(rolesOf({ ...linux, developer: true })).toContain('toggleDevTools')
  expect(menu(nothing, mac)[0]?.label).toBe('Glossator')
})

test('every word is of the language spoken', () => {
  speakAsTold('uk')
  const isCyrillic = (label = '') => /\p{Script=Cyrillic}/u.test(label)
  const left = every(menu(nothing)).filter(({ label, visible }) => label && visible !== false && !isCyrillic(label))
  expect(left.map(({ label }) => label)).toEqual([])
})
