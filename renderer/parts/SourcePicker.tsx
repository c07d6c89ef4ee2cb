import { useMemo } from 'react'
import type { SourceId } from '../../shared/model/id.ts'
import { useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker } from '../ui/Picker.tsx'
import { titleOf } from './names.ts'

/** Sources shown while nothing is typed. */
const mostAtFirst = 50

/** Picks a source by letters of its title, its file or its publisher. */
export const SourcePicker = ({ onPick, onCancel }: { onPick: (id: SourceId) => void; onCancel: () => void }) => {
  const { value: sources } = useRead('sources.changes', { since: null })
  const options = useMemo(
    () => (sources?.rows ?? []).map(one => ({ id: one.id, label: titleOf(one), hint: one.publisher || undefined })),
    [sources],
  )
  return (
    <Picker
      label={say('parts.sourcePicker')}
      placeholder={say('parts.sourcePlaceholder')}
      options={options}
      mostAtFirst={mostAtFirst}
      nothing={sources === undefined ? '' : say('parts.noSources')}
      autoFocus
      onPick={id => {
        const source = options.find(one => one.id === id)
        if (source) onPick(source.id)
      }}
      onCancel={onCancel}
    />
  )
}
