import { useState } from 'react'
import type { ResemblanceRow } from '../../../../shared/contract/resemblances.ts'
import { notify } from '../../../notices.ts'
import { titleOf } from '../../../parts/names.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/Field.tsx'

/** What the analyst makes of two sources that resemble each other: one origin, one source, or independent. */
export const Decision = ({ resemblance, onClose }: { resemblance: ResemblanceRow; onClose: () => void }) => {
  const { id, state, kind, first, second, firstTitle } = resemblance
  const { value: lineages = [] } = useRead('lineages.list', {})
  const { value: one } = useRead('sources.describe', { id: first })
  const { value: other } = useRead('sources.describe', { id: second })
  const [chosen, setChosen] = useState<string | null>(null)
  if (!one || !other) return null
  const known = one.source.lineage ?? other.source.lineage
  const lineage = chosen ?? known ?? ''
  const decide = async (made: Promise<{ ok: boolean }>) => {
    if ((await made).ok) onClose()
  }
  const confirm = () =>
    decide(
      perform('resemblances.confirm', { id, lineage: lineages.find(({ id: own }) => own === lineage)?.id ?? null }),
    )
  const join = async () => {
    const made = await perform('sources.joinAsCopy', { newer: second, into: first })
    if (!made.ok) return
    notify({ tone: 'plain', text: say('resemblances.joined', { title: titleOf({ title: firstTitle }) }) })
    onClose()
  }
  if (state !== 'proposed') {
    return (
      <>
        <Badge tone={state === 'confirmed' ? 'settled' : 'plain'}>
          {say(state === 'confirmed' ? 'resemblances.stateConfirmed' : 'resemblances.stateDismissed')}
        </Badge>
        <Button writes label={say('resemblances.reopen')} onClick={() => void perform('resemblances.reopen', { id })} />
      </>
    )
  }
  return (
    <>
      <div className="resemblances-origin">
        <SelectField<string>
          writes
          label={say('resemblances.whichOrigin')}
          value={lineage}
          choices={[
            ...(known === null
              ? [{ value: '', label: say('resemblances.newOrigin', { title: titleOf(one.source) }) }]
              : []),
            ...lineages.map(({ id: own, name }) => ({ value: own, label: name })),
          ]}
          onChoose={setChosen}
        />
      </div>
      {kind === 'same article' ? (
        <Button
          writes
          label={say('resemblances.join')}
          title={say('resemblances.joinWhy')}
          onClick={() => void join()}
        />
      ) : null}
      <Button
        writes
        label={say('resemblances.dismiss')}
        title={say('resemblances.dismissWhy')}
        onClick={() => void decide(perform('resemblances.dismiss', { id }))}
      />
      <Button
        writes
        look="primary"
        label={say('resemblances.confirm')}
        title={say('resemblances.confirmWhy')}
        onClick={() => void confirm()}
      />
    </>
  )
}
