import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import type { RiskId } from '../../../../shared/model/id.ts'
import { ColumnHead } from '../../../parts/ColumnHead.tsx'
import { nextSelection } from '../../../parts/row-selection.ts'
import { TableSpacer } from '../../../parts/TableSpacer.tsx'
import { say } from '../../../say.ts'
import { field, fieldLabel, isEditable } from './fields.ts'
import { type Grouping, type ListLine, nextSorts } from './listing.ts'
import { cellOf } from './RiskCell.tsx'
import { RowField } from './RowFields.tsx'
import { type Column, changeView, toggleFold, type View } from './view.ts'
import { groupWords } from './words.ts'
import './register.css'

const rowHeight = 38

/** The keyboard goes to the row that is shown below. */
export const focusRow = (): void => document.querySelector<HTMLElement>('.risks-table tr[tabindex="0"]')?.focus()

type Choosing = 'alone' | 'toggle' | 'extend'

type RiskTableProps = {
  lines: readonly ListLine[]
  view: View
  /** The ids selected, the one that selecting started from first. */
  selected: readonly RiskId[]
  /** The one that is shown below. */
  current: RiskId | null
  /** The one whose row is edited. */
  edited: RiskId | null
  today: string
  onSelect: (ids: RiskId[], current: RiskId) => void
  onEdit: (id: RiskId | null) => void
}

/** The register as a grid of rows, of which those near the window are drawn. Arrows move; the row chosen is shown below. */
export const RiskTable = ({ lines, view, selected, current, edited, today, onSelect, onEdit }: RiskTableProps) => {
  const { columns, sorts, grouping } = view
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  // A scroll draws this component anew: what it leaves as it is is kept.
  const head = useMemo(() => <Head columns={columns} sorts={sorts} />, [columns, sorts])
  const isSelected = useMemo(() => new Set<RiskId>(selected), [selected])
  const { at, active } = useMemo(() => {
    const at = lines.findIndex(line => line.kind === 'risk' && line.risk.id === current)
    return { at, active: at >= 0 ? at : lines.findIndex(line => line.kind === 'risk') }
  }, [lines, current])
  const drawn = virtual.getVirtualItems()
  const before = drawn[0]?.start ?? 0
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)

  // A risk chosen elsewhere, on the map or by an address, is brought into sight.
  const drawing = useRef({ virtual, at })
  drawing.current = { virtual, at }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a group that is folded or a filter must not scroll, only another choice.
  useEffect(() => {
    const { virtual, at } = drawing.current
    if (at >= 0) virtual.scrollToIndex(at)
  }, [current])

  useEffect(() => {
    if (edited !== null) scroller.current?.querySelector<HTMLElement>('tr.edited :is(input, select)')?.focus()
  }, [edited])

  const goTo = (id: RiskId, how: Choosing) => {
    const shown = lines.flatMap(line => (line.kind === 'risk' ? [line.risk] : []))
    const next = nextSelection(shown, selected, id, how) as RiskId[]
    onSelect(next, next.includes(id) ? id : (next.at(-1) ?? id))
  }
  const going = useRef(goTo)
  going.current = goTo
  const choose = useCallback((id: RiskId, how: Choosing) => going.current(id, how), [])
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const steps: Record<string, [number, 1 | -1]> = {
      ArrowDown: [active + 1, 1],
      ArrowUp: [active - 1, -1],
      PageDown: [active + page, -1],
      PageUp: [active - page, 1],
      Home: [0, 1],
      End: [lines.length - 1, -1],
    }
    const step = steps[event.key]
    const here = lines[active]
    if (step !== undefined) {
      const to = riskFrom(lines, ...step)
      if (to !== null) {
        goTo(to, event.shiftKey ? 'extend' : 'alone')
        requestAnimationFrame(focusRow)
      }
    } else if (event.key === ' ' && here?.kind === 'risk') goTo(here.risk.id, 'toggle')
    else if (event.key === 'F2' && here?.kind === 'risk') onEdit(here.risk.id)
    else if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      const all = lines.flatMap(line => (line.kind === 'risk' ? [line.risk.id] : []))
      const last = here?.kind === 'risk' ? here.risk.id : all[0]
      if (last !== undefined) onSelect(all, last)
    } else return
    event.preventDefault()
  }
  return (
    <div ref={scroller} className="data-table risks-table">
      <table
        className="grid-table"
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table, whose rows are selected and edited.
        role="grid"
        aria-label={say('risks.register')}
        aria-multiselectable="true"
        aria-rowcount={lines.length + 1}
        onKeyDown={press}
      >
        {head}
        <tbody>
          {before > 0 ? <TableSpacer columns={columns.length} height={before} /> : null}
          {drawn.map(({ index }) => {
            const line = lines[index]
            if (line === undefined) return null
            if (line.kind === 'group') {
              return (
                <GroupHead
                  key={`group ${line.key}`}
                  line={line}
                  index={index}
                  grouping={grouping}
                  columns={columns.length}
                />
              )
            }
            const { risk } = line
            return (
              <Row
                key={risk.id}
                risk={risk}
                index={index}
                columns={columns}
                today={today}
                isEdited={edited === risk.id}
                isSelected={isSelected.has(risk.id)}
                isActive={index === active}
                onChoose={choose}
                onEdit={onEdit}
              />
            )
          })}
          {after > 0 ? <TableSpacer columns={columns.length} height={after} /> : null}
        </tbody>
      </table>
    </div>
  )
}

/** The risk at a line, or the nearest one in a direction, past the heads of groups; then in the other one. */
const riskFrom = (lines: readonly ListLine[], from: number, towards: 1 | -1): RiskId | null => {
  const start = Math.max(0, Math.min(lines.length - 1, from))
  for (const direction of [towards, -towards]) {
    for (let at = start; at >= 0 && at < lines.length; at += direction) {
      const line = lines[at]
      if (line?.kind === 'risk') return line.risk.id
    }
  }
  return null
}

/**
 * How the editing of a row ends: by Enter or Escape in a field, or when the keyboard goes elsewhere. Words that cannot be
 * saved keep it open at Enter.
 */
const leaving = (end: () => void) => ({
  onKeyDownCapture: ({ key, currentTarget }: KeyboardEvent<HTMLTableRowElement>) => {
    if (key !== 'Enter' && key !== 'Escape') return
    // The field has its own turn first: it saves, or gives back what was there.
    requestAnimationFrame(() => {
      const wrong = key === 'Enter' ? currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]') : null
      if (wrong) return wrong.focus()
      end()
      requestAnimationFrame(focusRow)
    })
  },
  onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLTableRowElement>) => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) end()
  },
})

const Head = ({ columns, sorts }: Pick<View, 'columns' | 'sorts'>) => (
  <>
    <colgroup>
      {columns.map(({ field, width }) => (
        // The title takes what the others leave.
        <col key={field} style={field === 'title' ? undefined : { width }} />
      ))}
    </colgroup>
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ field: name }) => {
          const place = sorts.findIndex(one => one.field === name)
          const sort = sorts[place]
          return (
            <ColumnHead
              key={name}
              name={name}
              columns={columns}
              labelOf={fieldLabel}
              isNumeric={field(name).isNumeric === true}
              sort={
                sort === undefined
                  ? null
                  : { descending: sort.descending, place: sorts.length === 1 ? null : place + 1 }
              }
              onSort={isFurther => changeView({ sorts: nextSorts(sorts, name, isFurther) })}
              onColumns={next => changeView({ columns: next })}
            />
          )
        })}
      </tr>
    </thead>
  </>
)

type GroupHeadProps = { line: ListLine & { kind: 'group' }; index: number; grouping: Grouping; columns: number }

const GroupHead = ({ line: { key, count, isFolded }, index, grouping, columns }: GroupHeadProps) => {
  const group = groupWords(grouping, key)
  const Chevron = isFolded ? ChevronRight : ChevronDown
  return (
    <tr className="register-group" aria-rowindex={index + 2}>
      <td colSpan={columns}>
        <button
          type="button"
          aria-expanded={!isFolded}
          title={say(isFolded ? 'register.unfold' : 'register.fold', { group })}
          onClick={() => toggleFold(key)}
        >
          <Chevron size={14} aria-hidden="true" />
          <span className="label">{group}</span>
          <span className="small muted">{count}</span>
        </button>
      </td>
    </tr>
  )
}

type RowProps = CellsProps & {
  index: number
  isSelected: boolean
  isActive: boolean
  onChoose: (id: RiskId, how: Choosing) => void
  onEdit: (id: RiskId | null) => void
}

const Row = memo(({ index, isSelected, isActive, onChoose, onEdit, ...cells }: RowProps) => {
  const { risk, isEdited } = cells
  return (
    <tr
      data-risk={risk.id}
      className={isEdited ? 'edited' : undefined}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      onClick={event => {
        if (isEdited) return
        onChoose(risk.id, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone')
      }}
      onDoubleClick={() => onEdit(risk.id)}
      {...(isEdited ? leaving(() => onEdit(null)) : {})}
    >
      <Cells {...cells} />
    </tr>
  )
})

type CellsProps = { risk: RegisterRow; columns: readonly Column[]; today: string; isEdited: boolean }

const Cells = ({ risk, columns, today, isEdited }: CellsProps) => (
  <>
    {columns.map(({ field: name }) =>
      isEdited && isEditable(name) ? (
        <td key={name} className="edited">
          <RowField risk={risk} name={name} />
        </td>
      ) : (
        <td key={name} className={field(name).isNumeric ? 'numeric' : undefined}>
          {cellOf[name](risk, today)}
        </td>
      ),
    )}
  </>
)
