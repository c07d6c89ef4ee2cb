import type { TagId } from '../../../shared/model/id.ts'
import { TagPicker } from '../../parts/TagPicker.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { NameList } from './NameList.tsx'

type SourceTagsProps = { tags: readonly TagId[]; onSave: (tags: TagId[]) => void }

/** The tags of a source: taken off and put on where they stand. */
export const SourceTags = ({ tags, onSave }: SourceTagsProps) => {
  const { value: known = [] } = useRead('tags.list', {})
  return (
    <NameList
      title={say('sources.tags')}
      named={known.filter(tag => tags.includes(tag.id))}
      addLabel={say('sources.addTag')}
      removeKey="sources.removeTag"
      onRemove={id => onSave(tags.filter(one => one !== id))}
      picker={over => (
        <TagPicker
          onPick={tag => {
            over()
            onSave([...new Set([...tags, tag])])
          }}
          onCancel={over}
        />
      )}
    />
  )
}
