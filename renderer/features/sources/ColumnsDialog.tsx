import { ArrowDown, ArrowUp } from 'lucide-react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Column, hiddenColumns, movedColumn, toggledColumn } from './columns.ts'
import { type Field, fieldLabel } from './fields.ts'
import { changeView, restoreFirstLooks } from './view.ts'

/** Chooses which fields are columns, and in what order. Changes show at once in the table behind it. */
export const ColumnsDialog = ({ columns, onClose }: { columns: readonly Column[]; onClose: () => void }) => {
  const toggle = (name: Field) => changeView({ columns: toggledColumn(columns, name) })
  const move = (name: Field, by: number) => changeView({ columns: movedColumn(columns, name, by) })
  return (
    <Dialog
      title={say('library.columns')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" label={say('library.firstColumns')} onClick={restoreFirstLooks} />
          <Button look="primary" label={say('library.columnsDone')} onClick={onClose} />
        </>
      }
    >
      <ol className="sources-columns">
        {columns.map(({ field: name }, at) => (
          <li key={name}>
            <label>
              <input type="checkbox" checked disabled={columns.length === 1} onChange={() => toggle(name)} />
              {fieldLabel(name)}
            </label>
            <Button
              look="quiet"
              iconOnly
              icon={<ArrowUp size={14} />}
              label={say('library.columnEarlier', { column: fieldLabel(name) })}
              disabled={at === 0}
              onClick={() => move(name, -1)}
            />
            <Button
              look="quiet"
              iconOnly
              icon={<ArrowDown size={14} />}
              label={say('library.columnLater', { column: fieldLabel(name) })}
              disabled={at === columns.length - 1}
              onClick={() => move(name, 1)}
            />
          </li>
        ))}
        {hiddenColumns(columns).map(name => (
          <li key={name}>
            <label>
              <input type="checkbox" checked={false} onChange={() => toggle(name)} />
              <span className="muted">{fieldLabel(name)}</span>
            </label>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
