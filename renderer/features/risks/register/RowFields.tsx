import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { riskStrategy } from '../../../../shared/model/risk.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { InlineDate, InlineField } from '../../../parts/InlineField.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { choicesOf, SelectField } from '../../../ui/Field.tsx'
import { type Editable, fieldLabel } from './fields.ts'

type Patch = Partial<Pick<RegisterRow, Editable>>

/** The field of a cell while its row is edited. Each is saved when it is left, as a step of undo of its own. */
export const RowField = ({ risk, name }: { risk: RegisterRow; name: Editable }) => {
  const label = fieldLabel(name)
  const save = (patch: Patch) => void perform('risks.update', { id: risk.id, patch })
  if (name === 'strikesBy') {
    return <InlineDate label={label} value={risk.strikesBy} onSave={strikesBy => save({ strikesBy })} />
  }
  if (name === 'strategy') {
    return (
      <SelectField
        writes
        label={label}
        value={risk.strategy ?? 'none'}
        choices={[
          { value: 'none', label: say('register.noStrategy') },
          ...choicesOf(riskStrategy.options, one => nameOf('strategy', one)),
        ]}
        onChoose={chosen => save({ strategy: chosen === 'none' ? null : chosen })}
      />
    )
  }
  return (
    <InlineField
      label={label}
      value={risk[name]}
      fault={name === 'title' ? words => (words === '' ? say('register.needsTitle') : undefined) : undefined}
      onSave={words => save({ [name]: words })}
    />
  )
}
