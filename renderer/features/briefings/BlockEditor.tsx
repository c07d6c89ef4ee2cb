import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import { RichTextEditor } from '../../parts/editor/RichTextEditor.tsx'
import { say } from '../../say.ts'
import { BlockFilters } from './BlockFilters.tsx'
import { kindName, nameOf } from './block-words.ts'
import { Judgements } from './Judgements.tsx'
import { PartMarking } from './MarkingField.tsx'
import { SavedField } from './SavedField.tsx'

type BlockEditorProps = { briefing: Briefing; block: BriefingBlock; onChange: (block: BriefingBlock) => void }

/** What can be said of a block: its heading and marking, and its own words or its filters. */
export const BlockEditor = ({ briefing, block, onChange }: BlockEditorProps) => (
  <>
    <div className="briefings-row">
      <SavedField
        label={say('briefings.heading')}
        placeholder={kindName(block.kind)}
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
    <Contents briefing={briefing} block={block} onChange={onChange} />
  </>
)

const Contents = ({ briefing, block, onChange }: BlockEditorProps) => {
  switch (block.kind) {
    case 'bottom line':
    case 'prose':
      return (
        <RichTextEditor
          name={nameOf(block)}
          document={block.document}
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
