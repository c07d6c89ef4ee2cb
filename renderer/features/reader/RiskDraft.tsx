import { useState } from 'react'
import type { RegisterRow } from '../../../shared/contract/risks.ts'
import { riskEvidenceRole } from '../../../shared/model/risk.ts'
import { navigate } from '../../location.ts'
import { recentOf, rememberRecent } from '../../parts/recent.ts'
import { newRisk } from '../../parts/risk-draft.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { DraftCard } from './DraftCard.tsx'
import { citationOf, excerptAt, type Place } from './place.ts'

type RiskDraftProps = { place: Place; onDone: () => void; onClose: () => void }

/** Cites the words for a risk, known or new, and leads on to scoring it anew. */
export const RiskDraft = ({ place, onDone, onClose }: RiskDraftProps) => {
  const { value: risks } = useRead('risks.register', {})
  const [picked, setPicked] = useState<Pick<RegisterRow, 'id' | 'ref' | 'title'> | null>(null)
  const [role, setRole] = useState<(typeof riskEvidenceRole.options)[number]>('indicates')
  if (risks === undefined) return null

  const option = (risk: RegisterRow) => ({ id: risk.id, label: `${risk.ref} ${risk.title}`, hint: risk.category })
  const create = async (title: string) => {
    const made = await perform('risks.create', newRisk(title))
    if (made.ok) setPicked(made.value)
  }
  const cite = async (): Promise<boolean> => {
    if (picked === null) return false
    rememberRecent('risk', picked.id)
    const outcome = await perform('risks.cite', { risk: picked.id, role, ...citationOf(place) })
    return outcome.ok
  }
  const citeAndScore = async () => {
    if (picked === null) return
    const excerpt = await excerptAt(place)
    if (excerpt === null) return
    const outcome = await perform('risks.cite', { risk: picked.id, role, excerpt })
    if (outcome.ok) navigate('risks', picked.id, { assess: '1', excerpt })
  }
  return (
    <DraftCard title={say('reader.draftRisk')} onClose={onClose}>
      {picked === null ? (
        <Picker
          label={say('parts.riskPicker')}
          placeholder={say('parts.riskPlaceholder')}
          options={risks.map(option)}
          recent={recentOf('risk', risks).map(option)}
          nothing={say('parts.noRisks')}
          autoFocus
          onPick={id => setPicked(risks.find(risk => risk.id === id) ?? null)}
          onCancel={onClose}
          onCreate={title => void create(title)}
          createLabel={words => say('parts.createRisk', { words })}
        />
      ) : (
        <form
          className="reader-draft-body"
          onSubmit={async event => {
            event.preventDefault()
            if (await cite()) onDone()
          }}
        >
          <p>
            <b>{picked.ref}</b> {picked.title}
          </p>
          <SelectField
            label={say('reader.riskRole', { ref: picked.ref })}
            value={role}
            choices={riskEvidenceRole.options.map(value => ({ value, label: say(`reader.${value}`) }))}
            onChoose={setRole}
          />
          <div className="reader-draft-actions">
            <Button writes label={say('reader.citeAndScore')} onClick={() => void citeAndScore()} />
            <Button writes label={say('reader.cite')} look="primary" type="submit" autoFocus />
          </div>
        </form>
      )}
    </DraftCard>
  )
}
