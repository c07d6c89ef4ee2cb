import type { Briefing } from '../../../shared/model/briefing.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'
import { DayField } from './DayField.tsx'
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

/** The fields the cover is made of. */
export const Cover = ({ briefing, onUpdate }: CoverProps) => {
  const isFixed = useWhyFixed() !== null
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
      <DayField label={say('briefings.cutOff')} value={briefing.cutOff} onSave={cutOff => onUpdate({ cutOff })} />
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
