import { useState } from 'react'
import type { CaseState } from '../../shared/contract/case.ts'
import { type Command, useCommands } from '../commands.ts'
import { navigate } from '../location.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'

/** What is typed is saved when its field loses the focus, so the case that it belongs to gets it first. */
const leaveFields = () => document.activeElement instanceof HTMLElement && document.activeElement.blur()

/** Puts another case on the desk. Its first screen is the library: the address of the old one leads nowhere in it. */
const change = async (name: 'case.create' | 'case.open' | 'case.openSample') => {
  leaveFields()
  const outcome = await perform(name, {})
  if (outcome.ok && outcome.value.opened) navigate('sources')
}

export const createCase = (): void => void change('case.create')
export const chooseCase = (): void => void change('case.open')
export const openSample = (): void => void change('case.openSample')

export const openRecent = async (id: string): Promise<void> => {
  const outcome = await perform('case.openRecent', { id })
  if (outcome.ok && outcome.value.opened) navigate('sources')
}

const closeCase = async () => {
  leaveFields()
  await perform('case.close', {})
  navigate('welcome')
}

/** What can be done with a whole case: the same list for the menu of the top bar, the palette, the keyboard and the window's menu. */
export const useCaseCommands = (state: CaseState | null | undefined) => {
  const [naming, setNaming] = useState(false)
  const command = (id: string, title: string, run: () => void, shortcut?: string): Command => ({
    id,
    title,
    group: say('shell.caseMenu'),
    shortcut,
    run,
  })
  const always = [
    command('case.create', say('shell.newCase'), createCase, 'Mod+N'),
    command('case.open', say('shell.openCase'), chooseCase, 'Mod+O'),
    command('case.openSample', say('shell.openSample'), openSample),
  ]
  const commands = state
    ? [
        ...(state.readOnly ? [] : [command('case.details', say('shell.caseDetails'), () => setNaming(true))]),
        ...always,
        command('case.close', say('shell.closeCase'), () => void closeCase()),
      ]
    : always
  useCommands(commands)
  return { commands, naming, stopNaming: () => setNaming(false) }
}
