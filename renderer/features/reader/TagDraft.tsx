import { useMemo } from 'react'
import type { TagId } from '../../../shared/model/id.ts'
import type { TagPath } from '../../../shared/model/tag.ts'
import { TagPicker } from '../../parts/TagPicker.tsx'
import { say } from '../../say.ts'
import { putTags } from './coding.ts'
import { DraftCard } from './DraftCard.tsx'
import type { Place } from './place.ts'

/** Puts a tag, known or new, on the words. */
export const TagDraft = ({ place, onDone, onClose }: { place: Place; onDone: () => void; onClose: () => void }) => {
  const borne = useMemo(() => new Set(place.excerpt?.tags), [place])
  const put = async (tags: readonly TagId[], newTags: readonly TagPath[]) => {
    if (await putTags(place, tags, newTags)) onDone()
  }
  return (
    <DraftCard title={say('reader.draftTag')} onClose={onClose}>
      <TagPicker
        without={borne}
        onPick={tag => void put([tag], [])}
        onCreate={path => void put([], [path])}
        onCancel={onClose}
      />
    </DraftCard>
  )
}
