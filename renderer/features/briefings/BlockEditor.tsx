import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import { say } from '../../say.ts'
import type { Aim } from './aim.ts'
import { BlockFilters } from './BlockFilters.tsx'
import { draftedHeading } from './block-words.ts'
import { CheckedProse } from './CheckedProse.tsx'
import { Judgements } from './Judgements.tsx'
import { PartMarking } from './MarkingField.tsx'
import { SavedField } from './SavedField.tsx'

type BlockEditorProps = {
  briefing: Briefing
  block: BriefingBlock
  /** What to bring before the analyst, where it is in this block. */
  aim: Aim | null
  onChange: (block: BriefingBlock) => void
}

/** What can be said of a block: its heading and marking, and its own words or its filters. */
export const BlockEditor = ({ briefing, block, aim, onChange }: BlockEditorProps) => (
  <>
    <div className="briefings-row heading">
      <SavedField
        label={say('briefings.heading')}
        placeholder={draftedHeading(block.kind)}
        value={block.heading}
        onSave={heading => onChange({ ...block, heading: heading.trim() })}
      />
      <PartMarking
        whole={briefing.marking}
        value={block.marking}
        onChange={marking => onChange({ ...block, marking })}
      />
    </div>
    {'caption' in block ? (
      <SavedField
        label={say('briefings.caption')}
        placeholder={say('briefings.captionHint')}
        value={block.caption}
        onSave={caption => onChange({ ...block, caption: caption.trim() })}
      />
    ) : null}
    <Contents briefing={briefing} block={block} aim={aim} onChange={onChange} />
  </>
)

const Contents = ({ briefing, block, aim, onChange }: BlockEditorProps) => {
  switch (block.kind) {
    case 'bottom line':
    case 'prose':
      return (
        <CheckedProse
          briefing={briefing}
          block={block}
          aim={aim}
          onSave={document => onChange({ ...block, document })}
        />
      )
    case 'key judgements':
      return (
        <Judgements
          judgements={block.judgements}
          marking={block.marking === '' ? briefing.marking : block.marking}
          onChange={judgements => onChange({ ...block, judgements })}
        />
      )
    default:
      return (
        <>
          <BlockFilters id={briefing.id} block={block} onChange={onChange} />
          <p className="small muted">{say('briefings.live')}</p>
        </>
      )
  }
}
