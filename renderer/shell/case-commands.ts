import { useState } from 'react'
import type { CaseState } from '../../shared/contract/case.ts'
import type { Opening } from '../../shared/contract/safety.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { type Command, useCommands } from '../commands.ts'
import { comeToRest } from '../leaving.ts'
import { navigate } from '../location.ts'
import { meetObstacle } from '../obstacles.ts'
import { perform } from '../query.ts'
import { say } from '../say.ts'

/** The first screen of a case just opened is the library: the address of the one before leads nowhere in it. */
const arrive = (outcome: Outcome<Opening>) => {
  if (!outcome.ok) return
  const { opened, obstacle } = outcome.value
  if (opened) navigate('sources')
  if (obstacle !== null) meetObstacle(obstacle)
}

const change = async (name: 'case.create' | 'case.open' | 'case.openSample') => {
  await comeToRest()
  arrive(await perform(name, {}))
}

export const createCase = (): void => void change('case.create')
export const chooseCase = (): void => void change('case.open')
export const openSample = (): void => void change('case.openSample')

export const openRecent = async (id: string): Promise<void> => {
  await comeToRest()
  arrive(await perform('case.openRecent', { id }))
}

/** Opens a case that was given to the program from outside. */
export const openHanded = async (id: string): Promise<void> => {
  await comeToRest()
  arrive(await perform('case.openHanded', { id }))
}

const closeCase = async () => {
  await comeToRest()
  await perform('case.close', {})
  navigate('welcome')
}

/** The dialog about the whole case that stands open. */
export type CaseDialog = 'details' | 'backups' | 'everything' | 'seal' | 'change' | 'unseal'

const sealingSteps = ({ sealed, readOnly }: CaseState) =>
  readOnly ? [] : sealed ? (['change', 'unseal'] as const) : (['seal'] as const)

/** What can be done with a whole case: the same list for the menu of the top bar, the palette, the keyboard and the window's menu. */
export const useCaseCommands = (state: CaseState | null | undefined) => {
  const [dialog, setDialog] = useState<CaseDialog | null>(null)
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
        ...(state.readOnly ? [] : [command('case.details', say('shell.caseDetails'), () => setDialog('details'))]),
        command('case.tags', say('shell.openTags'), () => navigate('tags'), 'Mod+Shift+T'),
        command('case.history', say('shell.openHistory'), () => navigate('history'), 'Mod+H'),
        command('case.backups', say('shell.backups'), () => setDialog('backups')),
        command('case.check', say('shell.openCheck'), () => navigate('check')),
        command('case.exportEverything', say('everything.open'), () => setDialog('everything')),
        ...sealingSteps(state).map(step => command(`case.${step}`, say(`sealing.${step}`), () => setDialog(step))),
        ...always,
        command('case.close', say('shell.closeCase'), () => void closeCase()),
      ]
    : always
  useCommands(commands)
  return { commands, dialog, closeDialog: () => setDialog(null) }
}
