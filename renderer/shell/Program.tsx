import { Suspense, useEffect, useState } from 'react'
import { type Command, isDialogOpen, useCommands } from '../commands.ts'
import { putHandedAway, useHanded } from '../handed.ts'
import { useIsLeaving } from '../leaving.ts'
import { notify } from '../notices.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { later } from '../ui/later.tsx'
import { openHanded, openRecent } from './case-commands.ts'
import { copyDiagnostics } from './diagnostics.ts'
import { KeyboardMap } from './KeyboardMap.tsx'
import { Leaving } from './Leaving.tsx'
import { toggleTheme, useIsDark } from './theme.ts'

const About = later(() => import('./About.tsx').then(part => part.About))
const SettingsDialog = later(() => import('./SettingsDialog.tsx').then(part => part.SettingsDialog))

type ProgramDialog = 'about' | 'settings' | 'keyboard'

/** What can be done with the program itself, whatever case is open or none: for palette, keyboard and the window's menu. */
export const Program = () => {
  const [dialog, setDialog] = useState<ProgramDialog | null>(null)
  const dark = useIsDark()
  const close = () => setDialog(null)
  const command = (id: string, title: string, run: () => void, shortcut?: string): Command => ({
    id,
    title,
    group: say('desktop.program'),
    shortcut,
    run,
  })
  useCommands([
    command('help.shortcuts', say('shell.keyboard'), () => setDialog('keyboard'), '?'),
    command('theme', dark ? say('shell.light') : say('shell.dark'), toggleTheme),
    command('program.settings', say('desktop.settings'), () => setDialog('settings'), 'Mod+,'),
    command('program.diagnostics', say('desktop.copyDiagnostics'), () => void copyDiagnostics()),
    command('program.about', say('desktop.about'), () => setDialog('about')),
    ...useRecentCommands(),
  ])
  useHandedCase()
  return (
    <>
      {dialog === 'keyboard' ? <KeyboardMap onClose={close} /> : null}
      <Suspense fallback={null}>
        {dialog === 'about' ? <About onClose={close} /> : null}
        {dialog === 'settings' ? <SettingsDialog onClose={close} /> : null}
      </Suspense>
      {useIsLeaving() ? <Leaving /> : null}
    </>
  )
}

/** How long after the first drawing the cases opened before are asked for, in milliseconds: nobody opens the menu sooner. */
const recentAfter = 1_500

/** A command for each case opened before, but for the one that is open. */
const useRecentCommands = (): Command[] => {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), recentAfter)
    return () => clearTimeout(timer)
  }, [])
  const recent = useRead('case.recent', wanted ? {} : null)
  const state = useRead('case.state', {})
  const isOpen = state.value !== null && state.value !== undefined
  // The newest is the one that is open.
  return (recent.value ?? [])
    .slice(isOpen ? 1 : 0)
    .filter(one => one.state !== 'missing')
    .map(({ id, name, folder }) => ({
      id: `case.recent.${id}`,
      title: say('desktop.openNamed', { name, folder }),
      group: say('desktop.openRecent'),
      run: () => void openRecent(id),
    }))
}

/** Milliseconds between two looks whether the dialog has gone. */
const lookEvery = 250

/** Opens what was given to the program from outside; a dialog keeps it waiting, since what was typed in that would be lost. */
const useHandedCase = () => {
  const handed = useHanded()
  useEffect(() => {
    if (handed === null) return
    const open = () => {
      if (isDialogOpen()) return
      putHandedAway()
      void openHanded(handed.id)
    }
    if (isDialogOpen()) notify({ tone: 'plain', text: say('desktop.handedWaits', { name: handed.fileName }) })
    else open()
    // A dialog that leaves the page says so to nobody but itself.
    const timer = setInterval(open, lookEvery)
    return () => clearInterval(timer)
  }, [handed])
}
