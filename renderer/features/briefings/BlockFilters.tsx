import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import { indicatorState } from '../../../shared/model/risk.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { say } from '../../say.ts'
import { SelectField } from '../../ui/Field.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Choices, RiskCategories, TermCategories } from './Categories.tsx'
import { DayField, MostField } from './DayField.tsx'
import { CheckField } from './SavedField.tsx'
import { Statement } from './Statement.tsx'

type LiveBlock = Exclude<BriefingBlock, { kind: 'bottom line' | 'prose' | 'key judgements' }>

type BlockFiltersProps = { id: Briefing['id']; block: LiveBlock; onChange: (block: BriefingBlock) => void }

const axes = ['sources', 'parties', 'dates'] as const
const conflictStates = ['open', 'resolved', 'dismissed'] as const
const forms = ['table', 'full'] as const
const scopes = ['all', 'cited'] as const
const styles = ['descriptor', 'chicago'] as const

/** What a live block draws from the case. */
export const BlockFilters = ({ id, block, onChange }: BlockFiltersProps) => {
  const isFixed = useWhyFixed() !== null
  switch (block.kind) {
    case 'matrix':
      return (
        <>
          <div className="briefings-row">
            <SelectField
              writes
              label={say('briefings.axis')}
              value={block.axis}
              choices={axes.map(value => ({ value, label: say(`briefings.sum.axis.${value}`) }))}
              onChoose={axis => onChange({ ...block, axis })}
            />
            <DayField
              label={say('briefings.asOf')}
              hint={say('briefings.asOfHint')}
              value={block.asOf}
              onSave={asOf => onChange({ ...block, asOf })}
            />
          </div>
          <TermCategories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
        </>
      )
    case 'conflicts':
      return (
        <>
          <Choices
            label={say('briefings.states')}
            hint={say('briefings.statesHint')}
            options={conflictStates}
            words={one => nameOf('conflictState', one)}
            chosen={block.states}
            onChange={states => onChange({ ...block, states })}
          />
          <TermCategories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
          <CheckField
            label={say('briefings.differences')}
            checked={block.differences}
            disabled={isFixed}
            onChange={differences => onChange({ ...block, differences })}
          />
        </>
      )
    case 'heat map':
      return (
        <>
          <RiskCategories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
          <CheckField
            label={say('briefings.arrows')}
            checked={block.arrows}
            disabled={isFixed}
            onChange={arrows => onChange({ ...block, arrows })}
          />
        </>
      )
    case 'register':
      return (
        <>
          <div className="briefings-row">
            <SelectField
              writes
              label={say('briefings.form')}
              value={block.form}
              choices={forms.map(value => ({ value, label: say(`briefings.form.${value}`) }))}
              onChoose={form => onChange({ ...block, form })}
            />
            <MostField value={block.most} onSave={most => onChange({ ...block, most })} />
          </div>
          <RiskCategories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
        </>
      )
    case 'movers':
      return (
        <>
          <DayField
            label={say('briefings.since')}
            hint={say('briefings.sinceHint')}
            value={block.since}
            onSave={since => onChange({ ...block, since })}
          />
          <RiskCategories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
        </>
      )
    case 'timeline':
      return (
        <>
          <div className="briefings-row">
            <DayField label={say('briefings.from')} value={block.from} onSave={from => onChange({ ...block, from })} />
            <DayField label={say('briefings.to')} value={block.to} onSave={to => onChange({ ...block, to })} />
          </div>
          <TermCategories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
        </>
      )
    case 'indicators':
      return (
        <>
          <Choices
            label={say('briefings.states')}
            hint={say('briefings.statesHint')}
            options={indicatorState.options}
            words={one => nameOf('indicatorState', one)}
            chosen={block.states}
            onChange={states => onChange({ ...block, states })}
          />
          <RiskCategories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
        </>
      )
    case 'gaps':
      return <TermCategories chosen={block.categories} onChange={categories => onChange({ ...block, categories })} />
    case 'sources':
      return (
        <>
          <SelectField
            writes
            label={say('briefings.scope')}
            value={block.scope}
            choices={scopes.map(value => ({ value, label: say(`briefings.sum.${value}`) }))}
            onChoose={scope => onChange({ ...block, scope })}
          />
          <Statement id={id} statement={block.statement} onSave={statement => onChange({ ...block, statement })} />
        </>
      )
    case 'endnotes':
      return (
        <SelectField
          writes
          label={say('briefings.style')}
          value={block.style}
          choices={styles.map(value => ({ value, label: say(`briefings.style.${value}`) }))}
          onChoose={style => onChange({ ...block, style })}
        />
      )
    case 'scale key':
    case 'evidence annex':
    case 'changes':
      return null
  }
}
