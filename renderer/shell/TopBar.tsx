import { ChevronDown, KeyRound, Lock, Moon, Redo2, Search, Sun, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { CaseState } from '../../shared/contract/case.ts'
import { type Command, keyNames, useCommands } from '../commands.ts'
import { navigate } from '../location.ts'
import { redo, undo } from '../parts/taking-back.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Palette } from './Palette.tsx'
import { toggleTheme, useIsDark } from './theme.ts'

/** The entries of the menu that begin a new part of it. */
const parting = new Set(['case.history', 'case.create', 'case.close'])

export const TopBar = ({ state, caseCommands }: { state: CaseState; caseCommands: readonly Command[] }) => {
  const [open, setOpen] = useState(false)
  const dark = useIsDark()
  const canUndo = state.undo !== null && !state.readOnly
  const canRedo = state.redo !== null && !state.readOnly
  const undoName = state.undo === null ? say('shell.nothingToUndo') : say('shell.undoWhat', { what: state.undo })
  const redoName = state.redo === null ? say('shell.nothingToRedo') : say('shell.redoWhat', { what: state.redo })
  const themeName = dark ? say('shell.light') : say('shell.dark')
  const inCase = say('shell.caseMenu')
  useCommands([
    {
      id: 'search.open',
      title: say('shell.openSearch'),
      group: inCase,
      shortcut: 'Mod+Shift+K',
      run: () => navigate('search'),
    },
    { id: 'palette', title: say('shell.palette'), group: inCase, shortcut: 'Mod+K', run: () => setOpen(true) },
    ...(canUndo ? [{ id: 'undo', title: undoName, group: inCase, shortcut: 'Mod+Z', run: () => void undo() }] : []),
    ...(canRedo
      ? [{ id: 'redo', title: redoName, group: inCase, shortcut: 'Mod+Shift+Z', run: () => void redo() }]
      : []),
  ])
  return (
    <header className="top-bar">
      <div className="top-case">
        <h1>
          <Menu
            label={say('shell.caseMenuOf', { name: state.name })}
            className="case-button"
            items={caseCommands.map(one => ({
              id: one.id,
              label: one.title,
              hint: one.shortcut === undefined ? undefined : keyNames(one.shortcut),
              apart: parting.has(one.id),
              run: one.run,
            }))}
          >
            <span>{state.name}</span>
            <ChevronDown size={14} aria-hidden="true" />
          </Menu>
        </h1>
        <span className="marking">
          <span className="unseen">{say('shell.marking')} </span>
          {state.marking}
        </span>
        {state.sealed ? (
          <span className="case-sign sealed" title={say('sealing.signWhat')}>
            <KeyRound size={12} aria-hidden="true" />
            {say('sealing.sign')}
          </span>
        ) : null}
        {state.readOnly ? (
          <span className="case-sign read-only" title={say('shell.readOnlyWhy')}>
            <Lock size={12} aria-hidden="true" />
            {say('shell.readOnly')}
          </span>
        ) : null}
      </div>
      <button type="button" className="top-search" onClick={() => setOpen(true)}>
        <Search size={14} aria-hidden="true" />
        <span>{say('shell.searchOrCommand')}</span>
        <kbd>{keyNames('Mod+K')}</kbd>
      </button>
      <div className="top-end">
        <Button
          label={undoName}
          icon={<Undo2 size={16} />}
          iconOnly
          look="quiet"
          disabled={!canUndo}
          onClick={() => void undo()}
        />
        <Button
          label={redoName}
          icon={<Redo2 size={16} />}
          iconOnly
          look="quiet"
          disabled={!canRedo}
          onClick={() => void redo()}
        />
        <Button
          label={themeName}
          icon={dark ? <Sun size={16} /> : <Moon size={16} />}
          iconOnly
          look="quiet"
          onClick={toggleTheme}
        />
      </div>
      {open ? <Palette onClose={() => setOpen(false)} /> : null}
    </header>
  )
}
