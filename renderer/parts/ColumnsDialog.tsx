import { ArrowDown, ArrowUp } from 'lucide-react'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { movedColumn, type TableColumn, toggledColumn } from './table-columns.ts'
import './data-table.css'

type ColumnsDialogProps<Name extends string> = {
  columns: readonly TableColumn<Name>[]
  /** Those that could still be shown, as they would be. */
  hidden: readonly TableColumn<Name>[]
  labelOf: (name: Name) => string
  onColumns: (columns: TableColumn<Name>[]) => void
  onRestore: () => void
  onClose: () => void
}

/** Chooses which fields are columns, and in what order. Changes show at once in the table behind it. */
export const ColumnsDialog = <Name extends string>(props: ColumnsDialogProps<Name>) => {
  const { columns, hidden, labelOf, onColumns, onRestore, onClose } = props
  const toggle = (column: TableColumn<Name>) => onColumns(toggledColumn(columns, column))
  const move = (name: Name, by: number) => onColumns(movedColumn(columns, name, by))
  return (
    <Dialog
      title={say('parts.columns')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" label={say('parts.firstColumns')} onClick={onRestore} />
          <Button look="primary" label={say('parts.columnsDone')} onClick={onClose} />
        </>
      }
    >
      <ol className="table-columns">
        {columns.map((column, at) => (
          <li key={column.field}>
            <label>
              <input type="checkbox" checked disabled={columns.length === 1} onChange={() => toggle(column)} />
              {labelOf(column.field)}
            </label>
            <Button
              look="quiet"
              iconOnly
              icon={<ArrowUp size={14} />}
              label={say('parts.columnEarlier', { column: labelOf(column.field) })}
              disabled={at === 0}
              onClick={() => move(column.field, -1)}
            />
            <Button
              look="quiet"
              iconOnly
              icon={<ArrowDown size={14} />}
              label={say('parts.columnLater', { column: labelOf(column.field) })}
              disabled={at === columns.length - 1}
              onClick={() => move(column.field, 1)}
            />
          </li>
        ))}
        {hidden.map(column => (
          <li key={column.field}>
            <label>
              <input type="checkbox" checked={false} onChange={() => toggle(column)} />
              <span className="muted">{labelOf(column.field)}</span>
            </label>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
