import { Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'

type NameListProps<Id extends string> = {
  title: string
  named: readonly { id: Id; name: string }[]
  addLabel: string
  /** What the button that takes one away is called. */
  removeKey: 'sources.removeTag' | 'library.takeOut'
  onRemove: (id: Id) => void
  /** Where one more is chosen, while it is; it says when that is over. */
  picker: (over: () => void) => ReactNode
}

/** What a source is tagged with or gathered in: taken away and added to where it stands. */
export const NameList = <Id extends string>(props: NameListProps<Id>) => {
  const { title, named, addLabel, removeKey, onRemove, picker } = props
  const [picking, setPicking] = useState(false)
  const isFixed = useWhyFixed() !== null
  return (
    <div className="sources-tags">
      <h3 className="small muted">{title}</h3>
      <div className="sources-row">
        {named.map(({ id, name }) => (
          <span key={id} className="badge">
            {name}
            <button
              type="button"
              className="sources-untag"
              disabled={isFixed}
              aria-label={say(removeKey, { name })}
              onClick={() => onRemove(id)}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        <Button
          writes
          look="quiet"
          icon={<Plus size={14} />}
          label={addLabel}
          aria-expanded={picking}
          onClick={() => setPicking(before => !before)}
        />
      </div>
      {picking ? picker(() => setPicking(false)) : null}
    </div>
  )
}
