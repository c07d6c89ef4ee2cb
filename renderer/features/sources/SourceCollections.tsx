import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { CollectionId, SourceId } from '../../../shared/model/id.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { CollectionPicker } from './CollectionPicker.tsx'

type SourceCollectionsProps = { id: SourceId; collections: readonly CollectionId[] }

/** The collections a source is in: taken out of them and put into others where they stand. */
export const SourceCollections = ({ id, collections }: SourceCollectionsProps) => {
  const { value: known = [] } = useRead('collections.list', {})
  const [picking, setPicking] = useState(false)
  const isFixed = useWhyFixed() !== null
  const collect = (into: CollectionId[], outOf: CollectionId[]) =>
    void perform('sources.collect', { ids: [id], into, outOf })
  return (
    <div className="sources-tags">
      <h3 className="small muted">{say('library.collections')}</h3>
      <div className="sources-row">
        {known
          .filter(one => collections.includes(one.id))
          .map(one => (
            <span key={one.id} className="badge">
              {one.name}
              <button
                type="button"
                className="sources-untag"
                disabled={isFixed}
                aria-label={say('library.takeOut', { name: one.name })}
                onClick={() => collect([], [one.id])}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </span>
          ))}
        <Button
          writes
          look="quiet"
          icon={<Plus size={14} />}
          label={say('library.putInto')}
          aria-expanded={picking}
          onClick={() => setPicking(before => !before)}
        />
      </div>
      {picking ? (
        <CollectionPicker
          onPick={into => {
            setPicking(false)
            collect([into], [])
          }}
          onCancel={() => setPicking(false)}
        />
      ) : null}
    </div>
  )
}
