import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { TagId } from '../../../shared/model/id.ts'
import { TagPicker } from '../../parts/TagPicker.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'

type SourceTagsProps = { tags: readonly TagId[]; onSave: (tags: TagId[]) => void }

/** The tags of a source: taken off and put on where they stand. */
export const SourceTags = ({ tags, onSave }: SourceTagsProps) => {
  const { value: known = [] } = useRead('tags.list', {})
  const [picking, setPicking] = useState(false)
  const isFixed = useWhyFixed() !== null
  return (
    <div className="sources-tags">
      <h3 className="small muted">{say('sources.tags')}</h3>
      <div className="sources-row">
        {known
          .filter(tag => tags.includes(tag.id))
          .map(tag => (
            <span key={tag.id} className="badge">
              {tag.name}
              <button
                type="button"
                className="sources-untag"
                disabled={isFixed}
                aria-label={say('sources.removeTag', { name: tag.name })}
                onClick={() => onSave(tags.filter(one => one !== tag.id))}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </span>
          ))}
        <Button
          writes
          look="quiet"
          icon={<Plus size={14} />}
          label={say('sources.addTag')}
          aria-expanded={picking}
          onClick={() => setPicking(before => !before)}
        />
      </div>
      {picking ? (
        <TagPicker
          onPick={tag => {
            setPicking(false)
            onSave([...new Set([...tags, tag])])
          }}
          onCancel={() => setPicking(false)}
        />
      ) : null}
    </div>
  )
}
