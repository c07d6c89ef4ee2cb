import { Bookmark, Columns3, Plus, X } from 'lucide-react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { conditionsOf, FilterButton } from './FilterButton.tsx'
import { type Grouping, groupings } from './listing.ts'
import { changeFilter, changeView, type View } from './view.ts'

type RegisterBarProps = {
  view: View
  /** Those that the filter chooses from. */
  risks: readonly RegisterRow[]
  shown: number
  selected: number
  /** The cell of the map that the register is narrowed to, in words. */
  cell: string | null
  onClearCell: () => void
  onColumns: () => void
  onViews: () => void
  onNew: () => void
}

/** Above the register: what it is narrowed, grouped and shown by. */
export const RegisterBar = (props: RegisterBarProps) => {
  const { view, risks, shown, selected, cell, onClearCell, onColumns, onViews, onNew } = props
  const { filter, grouping } = view
  const conditions = conditionsOf(filter)
  return (
    <>
      <div className="register-bar" role="toolbar" aria-label={say('risks.register')}>
        <input
          className="input"
          type="search"
          aria-label={say('register.search')}
          placeholder={say('register.search')}
          value={filter.words}
          onChange={event => changeFilter({ words: event.target.value })}
        />
        <FilterButton risks={risks} filter={filter} />
        <select
          className="input"
          aria-label={say('register.groupBy')}
          value={grouping}
          onChange={event =>
            changeView({
              grouping: groupings.find(one => one === (event.target.value as Grouping)) ?? 'nothing',
              folded: [],
            })
          }
        >
          {groupings.map(one => (
            <option key={one} value={one}>
              {say(`register.groupBy.${one}`)}
            </option>
          ))}
        </select>
        <Button look="quiet" iconOnly icon={<Columns3 size={16} />} label={say('parts.columns')} onClick={onColumns} />
        <Button look="quiet" iconOnly icon={<Bookmark size={16} />} label={say('parts.views')} onClick={onViews} />
        <span className="register-end">
          <span
            className="small muted"
            role="status"
            aria-label={say('register.countName', { shown, count: risks.length })}
          >
            {selected > 1
              ? say('register.selectedShort', { count: selected })
              : say('register.count', { shown, count: risks.length })}
          </span>
          <Button writes label={say('register.new')} icon={<Plus size={14} />} onClick={onNew} />
        </span>
      </div>
      {conditions.length === 0 && cell === null ? null : (
        <div className="register-conditions">
          {cell === null ? null : <Condition words={cell} drop={onClearCell} />}
          {conditions.map(({ key, ...condition }) => (
            <Condition key={key} {...condition} />
          ))}
        </div>
      )}
    </>
  )
}

const Condition = ({ words, drop }: { words: string; drop: () => void }) => (
  <button
    type="button"
    className="badge accent register-condition"
    aria-label={say('register.dropCondition', { what: words })}
    title={say('register.dropCondition', { what: words })}
    onClick={drop}
  >
    {words}
    <X size={12} aria-hidden="true" />
  </button>
)
