import type { CollectionId, SourceId } from '../../../shared/model/id.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { CollectionPicker } from './CollectionPicker.tsx'
import { NameList } from './NameList.tsx'

type SourceCollectionsProps = { id: SourceId; collections: readonly CollectionId[] }

/** The collections a source is in: taken out of them and put into others where they stand. */
export const SourceCollections = ({ id, collections }: SourceCollectionsProps) => {
  const { value: known = [] } = useRead('collections.list', {})
  const collect = (into: CollectionId[], outOf: CollectionId[]) =>
    void perform('sources.collect', { ids: [id], into, outOf })
  return (
    <NameList
      title={say('library.collections')}
      named={known.filter(one => collections.includes(one.id))}
      addLabel={say('library.putInto')}
      removeKey="library.takeOut"
      onRemove={one => collect([], [one])}
      picker={over => (
        <CollectionPicker
          onPick={into => {
            over()
            collect([into], [])
          }}
          onCancel={over}
        />
      )}
    />
  )
}
