import { highlightColour } from '../../../shared/model/excerpt.ts'
import type { TagId } from '../../../shared/model/id.ts'
import { recentOf, rememberRecent } from '../../parts/recent.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Picker } from '../../ui/Picker.tsx'
import { DraftCard } from './DraftCard.tsx'
import { excerptAt, type Place } from './place.ts'

/** Puts a tag, known or new, on the words. */
export const TagDraft = ({ place, onDone, onClose }: { place: Place; onDone: () => void; onClose: () => void }) => {
  const { value: tags } = useRead('tags.list', {})
  if (tags === undefined) return null
  const option = (tag: (typeof tags)[number]) => ({ id: tag.id, label: tag.name, hint: tag.description || undefined })

  const put = async (tag: TagId) => {
    const excerpt = await excerptAt(place)
    if (excerpt === null) return
    const known = place.excerpt?.tags ?? []
    const saved = await perform('excerpts.update', { id: excerpt, patch: { tags: [...new Set([...known, tag])] } })
    if (!saved.ok) return
    rememberRecent('tag', tag)
    onDone()
  }
  const create = async (name: string) => {
    const colours = highlightColour.options
    const colour = colours[tags.length % colours.length] ?? 'straw'
    const made = await perform('tags.create', { name, parent: null, colour, description: '' })
    if (made.ok) await put(made.value.id)
  }
  return (
    <DraftCard title={say('reader.draftTag')} onClose={onClose}>
      <Picker
        label={say('parts.tagPicker')}
        placeholder={say('parts.tagPlaceholder')}
        options={tags.map(option)}
        recent={recentOf('tag', tags).map(option)}
        nothing={say('parts.noTags')}
        autoFocus
        onPick={id => {
          const tag = tags.find(one => one.id === id)
          if (tag) void put(tag.id)
        }}
        onCancel={onClose}
        onCreate={name => void create(name)}
        createLabel={words => say('parts.createTag', { words })}
      />
    </DraftCard>
  )
}
