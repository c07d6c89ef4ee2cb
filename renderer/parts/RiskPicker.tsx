import { useMemo } from 'react'
import type { RegisterRow } from '../../shared/contract/risks.ts'
import type { RiskId } from '../../shared/model/id.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'
import { Picker } from '../ui/Picker.tsx'
import { recentOf, rememberRecent } from './recent.ts'
import { newRisk } from './risk-draft.ts'

type RiskPickerProps = {
  /** Those that are linked already. */
  without: readonly RiskId[]
  onPick: (risk: Pick<RegisterRow, 'id' | 'ref' | 'title' | 'terms'>) => void
  onCancel: () => void
}

/** Picks a risk by its ref or letters of its title, or makes a new one of the words typed. */
export const RiskPicker = ({ without, onPick, onCancel }: RiskPickerProps) => {
  const { value: risks } = useRead('risks.register', {})
  const offered = useMemo(() => (risks ?? []).filter(risk => !without.includes(risk.id)), [risks, without])
  if (risks === undefined) return null
  const option = (risk: RegisterRow) => ({ id: risk.id, label: `${risk.ref} ${risk.title}`, hint: risk.category })
  const create = async (title: string) => {
    const made = await perform('risks.create', newRisk(title))
    if (made.ok) onPick(made.value)
  }
  return (
    <Picker
      label={say('parts.riskPicker')}
      placeholder={say('parts.riskPlaceholder')}
      options={offered.map(option)}
      recent={recentOf('risk', offered).map(option)}
      nothing={say('parts.noRisks')}
      autoFocus
      onPick={id => {
        const risk = offered.find(one => one.id === id)
        if (risk === undefined) return
        rememberRecent('risk', risk.id)
        onPick(risk)
      }}
      onCancel={onCancel}
      onCreate={title => void create(title)}
      createLabel={words => say('parts.createRisk', { words })}
    />
  )
}
