import { Moon, Redo2, Search, Sun, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { CaseState } from '../../shared/contract/case.ts'
import { useCommands } from '../commands.ts'
import { navigate } from '../location.ts'
import { perform } from '../query.ts'
import { clock, say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { KeyboardMap } from './KeyboardMap.tsx'
import { Palette } from './Palette.tsx'
import { isDark, toggleTheme } from './theme.ts'

/** Every acknowledged edit is on the disk already; the words say since when. */
const savedWords = ({ readOnly, savedAt }: CaseState) =>
  readOnly
    ? say('shell.readOnly')
    : savedAt === null
      ? say('shell.savedPlain')
      : say('shell.saved', { time: clock(savedAt) })

export const TopBar = ({ state }: { state: CaseState }) => {
  const [open, setOpen] = useState<'palette' | 'keyboard' | null>(null)
  const [dark, setDark] = useState(isDark)
  const undo = () => void perform('history.undo', {})
  const redo = () => void perform('history.redo', {})
  const changeTheme = () => setDark(toggleTheme())
  const undoName = state.undo === null ? say('shell.nothingToUndo') : say('shell.undoWhat', { what: state.undo })
  const redoName = state.redo === null ? say('shell.nothingToRedo') : say('shell.redoWhat', { what: state.redo })
  const inCase = say('shell.caseMenu')
  useCommands([
    { id: 'palette', title: say('shell.palette'), group: inCase, shortcut: 'Mod+K', run: () => setOpen('palette') },
    { id: 'keyboard', title: say('shell.keyboard'), group: inCase, shortcut: '?', run: () => setOpen('keyboard') },
    { id: 'undo', title: undoName, group: inCase, shortcut: 'Mod+Z', run: undo },
    { id: 'redo', title: redoName, group: inCase, shortcut: 'Mod+Shift+Z', run: redo },
    { id: 'theme', title: say('shell.theme'), group: inCase, run: changeTheme },
    {
      id: 'case.create',
      title: say('shell.newCase'),
      group: inCase,
      shortcut: 'Mod+N',
      run: () => void perform('case.create', {}),
    },
    {
      id: 'case.open',
      title: say('shell.openCase'),
      group: inCase,
      shortcut: 'Mod+O',
      run: () => void perform('case.open', {}),
    },
    {
      id: 'case.openSample',
      title: say('shell.openSample'),
      group: inCase,
      run: () => void perform('case.openSample', {}),
    },
    {
      id: 'case.close',
      title: say('shell.closeCase'),
      group: inCase,
      run: () => void perform('case.close', {}).then(() => navigate('welcome')),
    },
  ])
  return (
    <header className="top-bar">
      <h1 title={state.fileName}>{state.name}</h1>
      <span className="marking">{state.marking}</span>
      <button type="button" className="top-search" onClick={() => setOpen('palette')}>
        <Search size={14} aria-hidden="true" />
        <span>{say('shell.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="saved" role="status">
        {savedWords(state)}
      </span>
      <Button
        label={undoName}
        icon={<Undo2 size={16} />}
        iconOnly
        look="quiet"
        disabled={state.undo === null}
        onClick={undo}
      />
      <Button
        label={redoName}
        icon={<Redo2 size={16} />}
        iconOnly
        look="quiet"
        disabled={state.redo === null}
        onClick={redo}
      />
      <Button
        label={say('shell.theme')}
        icon={dark ? <Sun size={16} /> : <Moon size={16} />}
        iconOnly
        look="quiet"
        onClick={changeTheme}
      />
      {open === 'palette' ? <Palette onClose={() => setOpen(null)} /> : null}
      {open === 'keyboard' ? <KeyboardMap onClose={() => setOpen(null)} /> : null}
    </header>
  )
}
