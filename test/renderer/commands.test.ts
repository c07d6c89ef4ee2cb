import { describe, expect, test } from 'vitest'
import { type Command, commandFor, keyNames, keysOf, runsWhileTyping } from '../../renderer/commands.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  keysOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

const command = (id: string, shortcut?: string): Command => ({
  id,
  title: id,
  group: '',
  shortcut,
  run: () => undefined,
})

describe('keys', () => {
  test('are written as shortcuts are', () => {
    expect(press('k', { ctrlKey: true })).toBe('Mod+K')
    expect(press('k', { metaKey: true })).toBe('Mod+K')
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Z')
    expect(press('3', { altKey: true })).toBe('Alt+3')
    expect(press('ArrowDown', { shiftKey: true })).toBe('Shift+ArrowDown')
    expect(press('h')).toBe('H')
  })

  test('leave out the shift that only makes a sign', () => {
    expect(press('?', { shiftKey: true })).toBe('?')
    expect(press('Ä', { shiftKey: true })).toBe('Shift+Ä')
  })

  test('are nothing while only a modifier is down', () => {
    for (const key of ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']) expect(press(key)).toBeNull()
  })

  test('belong to the field while the analyst types, except with a modifier; undo is always the field’s', () => {
    expect(['H', 'Shift+H', '?', 'Enter', 'Mod+Z', 'Mod+Shift+Z', 'Mod+Y'].filter(runsWhileTyping)).toEqual([])
    expect(['Mod+K', 'Alt+1', 'Mod+Shift+E'].filter(runsWhileTyping)).toHaveLength(3)
    const inField = ['Mod+ArrowLeft', 'Mod+Shift+ArrowRight', 'Alt+ArrowUp', 'Mod+Home', 'Mod+Backspace', 'Alt+Delete']
    expect(inField.filter(runsWhileTyping)).toEqual([])
  })

  test('are named as they stand on a keyboard', () => {
    expect(keyNames('Mod+Shift+Z')).toBe('Ctrl Shift Z')
    expect(keyNames('Alt+Shift+ArrowLeft')).toBe('Alt Shift ←')
  })
})

describe('commands', () => {
  const offered = [
    command('find', 'Mod+F'),
    command('matrix', 'g m'),
    command('old', 'H'),
    command('new', 'H'),
    command('mute'),
  ]

  test('run by their shortcut in either case; the one offered last wins', () => {
    expect(commandFor('Mod+F', null, offered)).toEqual({ command: offered[0], leader: null })
    expect(commandFor('H', null, offered).command?.id).toBe('new')
  })

  test('run by a sequence, which any other key ends', () => {
    const first = commandFor('G', null, offered)
    expect(first).toEqual({ command: undefined, leader: 'G' })
    expect(commandFor('M', first.leader, offered)).toEqual({ command: offered[1], leader: null })
    expect(commandFor('X', first.leader, offered)).toEqual({ command: undefined, leader: null })
    expect(commandFor('M', null, offered).command).toBeUndefined()
  })
})
