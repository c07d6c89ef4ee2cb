import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { useCommands } from '../../commands.ts'
import type { GridPlace } from '../../parts/grid-keys.ts'
import { say } from '../../say.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { stopOf } from './AsOf.tsx'
import { changeFilter, type Showing } from './filter.ts'
import type { Hands } from './use-grid-hands.ts'
import type { useMatrixAddress } from './use-matrix-address.ts'

export type MatrixDialog = 'new' | 'edit' | 'category' | 'parties' | 'views' | 'catalogue' | 'sheet' | 'export'

type CommandsOver = {
  address: ReturnType<typeof useMatrixAddress>
  hands: Hands
  at: GridPlace
  positionColumn: number
  days: readonly PartialDate[]
  setDialog: (dialog: MatrixDialog) => void
  compare: () => void
  story: () => void
  toggleFilter: () => void
  foldAll: () => void
}

/** The commands of the matrix, none by a letter alone: letters type into a cell. Gives what stands in its menu. */
export const useMatrixCommands = (over: CommandsOver): MenuItem[] => {
  const { address, hands, at, positionColumn, days, setDialog } = over
  const command = (id: string, title: string, run: () => void, shortcut?: string) => ({
    id: `matrix.${id}`,
    title,
    group: say('shell.matrix'),
    shortcut,
    run,
  })
  const showOnly = (showing: Showing) => changeFilter(now => ({ showing: now.showing === showing ? 'all' : showing }))
  const goBy = (stops: 1 | -1) => {
    const stop = Math.max(0, Math.min(stopOf(days, address.asOf) + stops, days.length))
    address.setAsOf(days[stop] ?? null)
  }
  useCommands([
    command('newTerm', say('matrix.newTerm'), () => setDialog('new'), 'Alt+Shift+T'),
    command('evidence', say('matrix.openEvidence'), () => hands.open(at, 'key'), 'Alt+E'),
    command('term', say('matrix.wholeTerm'), () => hands.open({ ...at, column: 0 }, 'key'), 'Alt+T'),
    command(
      'position',
      say('matrix.openPosition'),
      () => hands.open({ ...at, column: positionColumn }, 'key'),
      'Alt+P',
    ),
    command('story', say('story.open'), over.story, 'Alt+Shift+S'),
    command('enter', say('matrix.enterValue'), () => void hands.enter(at, null), 'F2'),
    command('silent', say('matrix.markSilentHere'), () => hands.mark('silent'), 'Alt+S'),
    command('denied', say('matrix.markDenied'), () => hands.mark('denies'), 'Alt+D'),
    command('noValue', say('matrix.markNoValue'), () => hands.mark('no-value'), 'Alt+N'),
    command('turn', say('matrix.turn'), address.turnOn, 'Alt+X'),
    command('earlier', say('matrix.earlier'), () => goBy(-1), 'Alt+,'),
    command('later', say('matrix.later'), () => goBy(1), 'Alt+.'),
    command('today', say('matrix.toToday'), () => address.setAsOf(null)),
    command('compare', say('matrix.compareDates'), over.compare, 'Alt+C'),
    command('coverage', say('matrix.openCoverage'), address.toggleCoverage, 'Alt+M'),
    command('filter', say('matrix.toggleFilter'), over.toggleFilter, 'Alt+F'),
    command('conflicts', say('matrix.onlyConflicts'), () => showOnly('conflicts'), 'Alt+Shift+C'),
    command('gaps', say('matrix.onlyGaps'), () => showOnly('gaps'), 'Alt+Shift+G'),
    command('foldAll', say('matrix.foldAll'), over.foldAll, 'Alt+Shift+F'),
    command('renameCategory', say('matrix.renameCategory'), () => setDialog('category')),
    command('parties', say('matrix.editParties'), () => setDialog('parties'), 'Alt+Shift+P'),
    command('catalogue', say('catalogue.openMenu'), () => setDialog('catalogue')),
    command('readSheet', say('exchange.open'), () => setDialog('sheet')),
    command('views', say('parts.views'), () => setDialog('views'), 'Alt+V'),
    command('export', say('export.open'), () => setDialog('export'), 'Mod+E'),
  ])
  return [
    { id: 'views', label: say('parts.views'), run: () => setDialog('views') },
    { id: 'parties', label: say('matrix.editParties'), run: () => setDialog('parties') },
    { id: 'renameCategory', label: say('matrix.renameCategory'), run: () => setDialog('category') },
    { id: 'catalogue', label: say('catalogue.openMenu'), apart: true, run: () => setDialog('catalogue') },
    { id: 'readSheet', label: say('exchange.open'), run: () => setDialog('sheet') },
    { id: 'export', label: say('export.open'), apart: true, run: () => setDialog('export') },
  ]
}
