import type { TagId } from '../../../shared/model/id.ts'
import { TagPicker } from '../../parts/TagPicker.tsx'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { DraftCard } from './DraftCard.tsx'
import { excerptAt, type Place } from './place.ts'

/** Puts a tag, known or new, on the words. */
export const TagDraft = ({ place, onDone, onClose }: { place: Place; onDone: () => void; onClose: () => void }) => {
  const put = async (tag: TagId) => {
    const excerpt = await excerptAt(place)
    if (excerpt === null) return
    const tags = [...new Set([...(place.excerpt?.tags ?? []), tag])]
    const saved = await perform('excerpts.update', { id: excerpt, patch: { tags } })
    if (saved.ok) onDone()
  }
  return (
    <DraftCard title={say('reader.draftTag')} onClose={onClose}>
      <TagPicker onPick={tag => void put(tag)} onCancel={onClose} />
    </DraftCard>
  )
}
