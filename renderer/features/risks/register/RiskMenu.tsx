import { Ellipsis } from 'lucide-react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { movesFrom } from '../../../../shared/rules/register/life.ts'
import type { Command } from '../../../commands.ts'
import { keyNames } from '../../../commands.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Menu } from '../../../ui/Menu.tsx'
import type { Deed } from './dialogs.ts'

type Done = {
  selection: readonly RegisterRow[]
  begin: (deed: Deed) => void
  editRow: () => void
  shown: (id: RegisterRow['id']) => void
}

export type Doable = { id: string; title: string; shortcut?: string; apart?: true; run: () => void }

/** What can be done with what is selected now, in the order of the menu. */
export const doable = ({ selection, begin, editRow, shown }: Done): Doable[] => {
  const [only] = selection
  if (only === undefined) return []
  const isOne = selection.length === 1
  const isArchived = selection.every(({ status }) => status === 'archived')
  const mayBeAccepted = isOne && movesFrom[only.status].includes('accepted')
  const duplicate = async () => {
    const made = await perform('risks.duplicate', { id: only.id })
    if (made.ok) shown(made.value.id)
  }
  const when = (holds: boolean, ...items: Doable[]) => (holds ? items : [])
  return [
    ...when(
      isOne,
      { id: 'edit', title: say('risks.edit'), shortcut: 'E', run: () => begin('edit') },
      { id: 'editRow', title: say('register.editRow'), shortcut: 'F2', run: editRow },
    ),
    ...when(!isArchived, {
      id: 'move',
      title: say('register.move'),
      shortcut: 'M',
      apart: true,
      run: () => begin('move'),
    }),
    ...when(mayBeAccepted, {
      id: 'accept',
      title: say('register.accept'),
      shortcut: 'Shift+A',
      run: () => begin('accept'),
    }),
    ...when(!isArchived, {
      id: 'archive',
      title: say('register.archive'),
      shortcut: 'Delete',
      run: () => begin('archive'),
    }),
    ...when(isArchived, { id: 'restore', title: say('register.restore'), apart: true, run: () => begin('restore') }),
    ...when(
      isOne,
      { id: 'duplicate', title: say('register.duplicate'), apart: true, run: () => void duplicate() },
      { id: 'secondary', title: say('register.secondary'), run: () => begin('secondary') },
    ),
    ...when(!isArchived, { id: 'merge', title: say('register.merge'), run: () => begin('merge') }),
    ...when(isOne && !isArchived, { id: 'split', title: say('register.split'), run: () => begin('split') }),
  ]
}

/** The same as commands, for the palette and the keyboard. */
export const commandsOf = (items: readonly Doable[]): Command[] =>
  items.map(({ id, title, shortcut, run }) => ({ id: `risks.${id}`, title, group: say('shell.risks'), shortcut, run }))

export const RiskMenu = ({ items }: { items: readonly Doable[] }) => (
  <Menu
    label={say('register.do')}
    className="button quiet icon-only"
    items={items.map(({ id, title, shortcut, apart, run }) => ({
      id,
      label: title,
      hint: shortcut === undefined ? undefined : keyNames(shortcut),
      apart: apart === true,
      run,
    }))}
  >
    <Ellipsis size={16} aria-hidden="true" />
  </Menu>
)
