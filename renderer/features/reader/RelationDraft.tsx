import { MousePointerClick } from 'lucide-react'
import { useState } from 'react'
import { ExcerptPicker } from '../../parts/ExcerptPicker.tsx'
import { type RelationRole, relationRoles, roleWords } from '../../parts/relation-words.ts'
import { say } from '../../say.ts'
import { Picker } from '../../ui/Picker.tsx'
import { DraftCard } from './DraftCard.tsx'
import type { Place } from './place.ts'
import { endOf, relate, relating } from './relating.ts'

type RelationDraftProps = { place: Place; words: string; onDone: () => void; onClose: () => void }

/** Says what the words are to another passage, and which: by its words, or by pointing at it. */
export const RelationDraft = ({ place, words, onDone, onClose }: RelationDraftProps) => {
  const [role, setRole] = useState<RelationRole | null>(null)
  const end = endOf(place)
  if (role === null) {
    const options = relationRoles.map((one, at) => ({ id: String(at), label: roleWords(one), digit: at + 1 }))
    return (
      <DraftCard title={say('reader.draftRelation')} onClose={onClose}>
        <Picker
          label={say('reader.relationRole')}
          placeholder={say('reader.relationRoleHint')}
          options={options}
          nothing={say('reader.noRole')}
          autoFocus
          onPick={id => setRole(relationRoles[Number(id)] ?? null)}
          onCancel={onClose}
        />
      </DraftCard>
    )
  }
  const point = () => {
    relating.set({ end, words, role })
    onClose()
  }
  return (
    <DraftCard title={say('reader.draftRelationTo', { role: roleWords(role) })} onClose={onClose}>
      <ExcerptPicker
        without={place.excerpt?.id ?? null}
        first={{
          label: say('reader.pointAtIt'),
          mark: <MousePointerClick size={14} aria-hidden="true" />,
          run: point,
        }}
        onPick={other => void relate(end, role, other).then(done => done && onDone())}
        onCancel={onClose}
      />
    </DraftCard>
  )
}
