import type { CollectionId } from '../../../shared/model/id.ts'
import { treeLines } from '../../../shared/rules/tree.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Picker } from '../../ui/Picker.tsx'

/** Picks a collection, or makes a new one from the words typed. */
export const CollectionPicker = ({
  onPick,
  onCancel,
}: {
  onPick: (id: CollectionId) => void
  onCancel: () => void
}) => {
  const { value: collections } = useRead('collections.list', {})
  if (collections === undefined) return null
  const nameOf = (id: CollectionId | null): string | undefined => collections.find(one => one.id === id)?.name
  const create = async (name: string) => {
    const made = await perform('collections.create', { name, parent: null })
    if (made.ok) onPick(made.value.id)
  }
  return (
    <Picker
      label={say('library.collectionPicker')}
      placeholder={say('library.collectionPlaceholder')}
      options={treeLines(collections).map(({ one: { id, name, parent } }) => ({
        id,
        label: name,
        // Shown, and not looked through: what is typed is the name of the collection itself.
        aside: <span className="small muted">{nameOf(parent)}</span>,
      }))}
      nothing={say('library.noCollections')}
      autoFocus
      onPick={id => {
        const picked = collections.find(one => one.id === id)
        if (picked) onPick(picked.id)
      }}
      onCancel={onCancel}
      onCreate={name => void create(name)}
      createLabel={words => say('library.createCollection', { words })}
    />
  )
}
