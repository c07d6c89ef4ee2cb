import type { RegisterRow, RiskDetail } from '../../../../shared/contract/risks.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import type { RiskStatus } from '../../../../shared/model/risk.ts'
import { ColumnsDialog } from '../../../parts/ColumnsDialog.tsx'
import { SavedViewsDialog } from '../../../parts/SavedViewsDialog.tsx'
import { AcceptDialog } from './AcceptDialog.tsx'
import type { Deed } from './dialogs.ts'
import { fieldLabel } from './fields.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { RiskDialog } from './RiskDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import { changeView, hiddenColumns, restoreFirstLooks, type View, view as viewSchema } from './view.ts'

type RegisterDialogsProps = {
  deed: Deed | null
  all: readonly RegisterRow[]
  selection: readonly RegisterRow[]
  current: RegisterRow | undefined
  /** The current one in full, once it is known. */
  whole: RiskDetail | null
  view: View
  categories: readonly string[]
  onShow: (id: RiskId) => void
  onMoved: (status: RiskStatus) => void
  onClose: () => void
}

const isShown = (settings: unknown): boolean => {
  const kept = viewSchema.safeParse(settings)
  if (kept.success) changeView(kept.data)
  return kept.success
}

/** The dialog of what is being done with the register, if anything. */
export const RegisterDialogs = (props: RegisterDialogsProps) => {
  const { deed, all, selection, current, whole, view, categories, onShow, onMoved, onClose } = props
  if (deed === 'columns') {
    return (
      <ColumnsDialog
        columns={view.columns}
        hidden={hiddenColumns(view.columns)}
        labelOf={fieldLabel}
        onColumns={columns => changeView({ columns })}
        onRestore={restoreFirstLooks}
        onClose={onClose}
      />
    )
  }
  if (deed === 'views') {
    const settings = JSON.parse(JSON.stringify(view))
    return <SavedViewsDialog screen="risks" settings={settings} onOpen={isShown} onClose={onClose} />
  }
  if (deed === 'new') return <RiskDialog risk={null} categories={categories} onClose={onClose} />
  if (deed === null || current === undefined) return null
  if (deed === 'secondary') {
    return <RiskDialog risk={null} arisesFrom={current} categories={categories} onClose={onClose} />
  }
  if (deed === 'accept') return <AcceptDialog risk={current} onClose={onClose} />
  if (deed === 'merge') return <MergeDialog all={all} risks={selection} onJoined={onShow} onClose={onClose} />
  const isWhole = whole?.id === current.id
  if (deed === 'edit') return isWhole ? <RiskDialog risk={whole} categories={categories} onClose={onClose} /> : null
  if (deed === 'split') return isWhole ? <SplitDialog risk={whole} onClose={onClose} /> : null
  return (
    <MoveDialog
      risks={selection}
      to={deed === 'archive' ? 'archived' : deed === 'restore' ? 'open' : undefined}
      acceptance={isWhole && selection.length === 1 ? whole.acceptance : null}
      onMoved={onMoved}
      onClose={onClose}
    />
  )
}
