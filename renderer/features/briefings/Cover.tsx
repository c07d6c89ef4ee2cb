import { useState } from 'react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { markingLevels } from '../../../shared/rules/markings.ts'
import { readPartialDate } from '../../../shared/rules/read-date.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { choicesOf, SelectField } from '../../ui/Field.tsx'
import { SavedField } from './SavedField.tsx'

type CoverProps = {
  briefing: Briefing
  onUpdate: (patch: Partial<Omit<Briefing, 'id' | 'created' | 'updated' | 'blocks'>>) => void
}

/** The fields the cover is made of. A date that cannot be read stays in its field and changes nothing. */
export const Cover = ({ briefing, onUpdate }: CoverProps) => {
  const scheme = useRead('case.state', {}).value?.scheme ?? null
  const markings = markingLevels({ scheme }).map(({ name }) => name)
  const [wrongDate, setWrongDate] = useState<string | null>(null)
  const saveCutOff = (words: string) => {
    const cutOff = readPartialDate(words)
    const isWrong = cutOff === null && words.trim() !== ''
    setWrongDate(isWrong ? words : null)
    if (!isWrong) onUpdate({ cutOff })
  }
  return (
    <>
      <SavedField
        label={say('briefings.title')}
        value={briefing.title}
        onSave={title => title.trim() !== '' && onUpdate({ title })}
      />
      <SavedField
        label={say('briefings.subtitle')}
        value={briefing.subtitle}
        onSave={subtitle => onUpdate({ subtitle })}
      />
      <div className="briefings-row">
        <SavedField label={say('briefings.author')} value={briefing.author} onSave={author => onUpdate({ author })} />
        <SavedField
          label={say('briefings.audience')}
          value={briefing.audience}
          onSave={audience => onUpdate({ audience })}
        />
      </div>
      <SelectField
        writes
        label={say('briefings.marking')}
        value={briefing.marking}
        choices={choicesOf(markings)}
        onChoose={chosen => onUpdate({ marking: chosen })}
      />
      <SavedField
        label={say('briefings.cutOff')}
        value={wrongDate ?? briefing.cutOff ?? ''}
        error={wrongDate === null ? undefined : say('briefings.cutOffWrong')}
        onSave={saveCutOff}
      />
    </>
  )
}
