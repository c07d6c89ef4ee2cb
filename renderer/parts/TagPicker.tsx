import { highlightColour } from '../../shared/model/excerpt.ts'
import type { TagId } from '../../shared/model/id.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker } from '../ui/Picker.tsx'
import { recentOf, rememberRecent } from './recent.ts'

/** Picks a tag, or makes a new one from the words typed; a new one takes the next of the eight colours. */
export const TagPicker = ({ onPick, onCancel }: { onPick: (tag: TagId) => void; onCancel: () => void }) => {
  const { value: tags } = useRead('tags.list', {})
  if (tags === undefined) return null
  const option = (tag: (typeof tags)[number]) => ({ id: tag.id, label: tag.name, hint: tag.description || undefined })
  const pick = (tag: TagId) => {
    rememberRecent('tag', tag)
    onPick(tag)
  }
  const create = async (name: string) => {
    const colours = highlightColour.options
    const colour = colours[tags.length % colours.length] ?? 'straw'
    const made = await perform('tags.create', { name, parent: null, colour, description: '' })
    if (made.ok) pick(made.value.id)
  }
  return (
    <Picker
      label={say('parts.tagPicker')}
      placeholder={say('parts.tagPlaceholder')}
      options={tags.map(option)}
      recent={recentOf('tag', tags).map(option)}
      nothing={say('parts.noTags')}
      autoFocus
      onPick={id => {
        const tag = tags.find(one => one.id === id)
        if (tag) pick(tag.id)
      }}
      onCancel={onCancel}
      onCreate={name => void create(name)}
      createLabel={words => say('parts.createTag', { words })}
    />
  )
}
