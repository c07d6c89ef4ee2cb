import { useState } from 'react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { readPartialDate } from '../../../shared/rules/read-date.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { MarkingField } from './MarkingField.tsx'
import { CheckField, SavedField } from './SavedField.tsx'

type CoverProps = {
  briefing: Briefing
  onUpdate: (patch: Partial<Omit<Briefing, 'id' | 'created' | 'updated' | 'blocks' | 'answers'>>) => void
}

const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map(one => one.trim())
    .filter(one => one !== '')

/** The fields the cover is made of. A date that cannot be read stays in its field and changes nothing. */
export const Cover = ({ briefing, onUpdate }: CoverProps) => {
  const isFixed = useWhyFixed() !== null
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
      <SavedField
        long
        label={say('briefings.distribution')}
        hint={say('briefings.distributionHint')}
        value={briefing.distribution.join('\n')}
        onSave={words => onUpdate({ distribution: linesOf(words) })}
      />
      <MarkingField
        label={say('briefings.marking')}
        value={briefing.marking}
        onChange={marking => onUpdate({ marking })}
      />
      <SavedField
        label={say('briefings.cutOff')}
        value={wrongDate ?? briefing.cutOff ?? ''}
        error={wrongDate === null ? undefined : say('briefings.cutOffWrong')}
        onSave={saveCutOff}
      />
      <div className="briefings-ticks">
        <CheckField
          label={say('briefings.withContents')}
          checked={briefing.contents}
          disabled={isFixed}
          onChange={contents => onUpdate({ contents })}
        />
        <CheckField
          label={say('briefings.numbered')}
          checked={briefing.numbered}
          disabled={isFixed}
          onChange={numbered => onUpdate({ numbered })}
        />
      </div>
    </>
  )
}
