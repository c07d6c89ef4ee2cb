import { ChevronDown, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Scales } from '../../../../shared/model/criteria.ts'
import type { CoxCheck } from '../../../../shared/rules/register/cox.ts'
import { presets } from '../../../../shared/rules/register/presets.ts'
import { useCommands } from '../../../commands.ts'
import { useRead } from '../../../query.ts'
import { day, say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/Field.tsx'
import { useWhyFixed } from '../../../ui/fixed.ts'
import { Menu } from '../../../ui/Menu.tsx'
import { Checks, cellsOf } from './Checks.tsx'
import './criteria.css'
import { faultIn, scalesOf } from './draft.ts'
import { GridPainter } from './GridPainter.tsx'
import { ImpactTable } from './ImpactTable.tsx'
import { LikelihoodTable } from './LikelihoodTable.tsx'
import { Appetite, Cadence, Dimensions } from './Limits.tsx'
import { SaveCriteria } from './SaveCriteria.tsx'
import { type CriteriaHands, useCriteria } from './use-criteria.ts'
import { Compare, Versions } from './Versions.tsx'

/** The scales, the grid and the limits under which risks are scored: edited on the left, checked and compared on the right. */
export const CriteriaView = () => {
  const hands = useCriteria()
  const refusal = useRead('criteria.read', {}).refusal
  if (hands === undefined) return refusal === undefined ? null : <p className="refusal">{refusal.message}</p>
  return <Editor hands={hands} />
}

const Editor = ({ hands }: { hands: CriteriaHands }) => {
  const { inForce, scales, isEdited, edit, putBack } = hands
  const versions = useRead('criteria.versions', {}).value ?? []
  const uses = useRead('criteria.uses', {}).value ?? []
  const isScoredOlder = uses.some(({ id, assessments }) => id !== inForce.id && assessments > 0)
  const [saving, setSaving] = useState(false)
  const [shown, setShown] = useState<CoxCheck['rule'] | null>(null)
  const isFixed = useWhyFixed() !== null
  const fault = faultIn(scales)
  const canSave = isEdited && fault === null && !isFixed
  const take = (next: Scales) => (isFixed ? undefined : edit(scalesOf(next)))
  // On what harm is felt and what is borne is said of this case: no preset can know it.
  const begin = (id: string) => {
    const preset = presets.find(one => one.id === id)
    if (preset) take({ ...preset.scales, dimensions: scales.dimensions, appetite: scales.appetite })
  }
  const group = say('criteria.view')
  useCommands([
    ...(canSave
      ? [{ id: 'criteria.save', title: say('criteria.save'), group, shortcut: 'Mod+Enter', run: () => setSaving(true) }]
      : []),
    ...(isEdited ? [{ id: 'criteria.putBack', title: say('criteria.putBack'), group, run: putBack }] : []),
    ...presets.map(({ id, scales: own }) => ({
      id: `criteria.preset.${id}`,
      title: say('criteria.beginWith', { name: own.name }),
      group,
      run: () => begin(id),
    })),
  ])
  return (
    <div className="criteria">
      <header className="criteria-bar">
        <TextField
          writes
          label={say('criteria.name')}
          value={scales.name}
          onChange={event => edit({ ...scales, name: event.target.value })}
        />
        <span className="small muted">
          {isEdited ? say('criteria.edited') : say('criteria.since', { day: day(inForce.created) })}
        </span>
        <span className="criteria-bar-end">
          <Menu
            label={say('criteria.begin')}
            className="button"
            items={presets.map(({ id, scales: own }) => ({
              id,
              label: own.name,
              hint: say(`criteria.source.${id}`),
              run: () => begin(id),
            }))}
          >
            {say('criteria.begin')} <ChevronDown size={14} aria-hidden="true" />
          </Menu>
          {isEdited ? (
            <Button label={say('criteria.putBack')} icon={<Undo2 size={14} />} onClick={putBack} />
          ) : isScoredOlder ? (
            <Button writes label={say('criteria.rescoreOlder')} onClick={() => setSaving(true)} />
          ) : null}
          <Button
            writes
            look="primary"
            label={say('criteria.save')}
            disabled={!canSave}
            title={fault === null ? undefined : say(`criteria.fault.${fault}`)}
            onClick={() => setSaving(true)}
          />
        </span>
        {fault === null ? null : (
          <span className="badge warning" role="status">
            {say(`criteria.fault.${fault}`)}
          </span>
        )}
      </header>
      <div className="criteria-columns">
        <div className="criteria-editor">
          <div className="criteria-scales">
            <LikelihoodTable scales={scales} edit={edit} />
            <ImpactTable scales={scales} edit={edit} />
          </div>
          <GridPainter hands={hands} marked={cellsOf(scales, shown)} />
          <div className="criteria-limits">
            <Dimensions scales={scales} edit={edit} />
            <Appetite scales={scales} edit={edit} />
            <Cadence scales={scales} edit={edit} />
          </div>
        </div>
        <aside className="criteria-aside" aria-label={say('criteria.aside')}>
          <Checks scales={scales} shown={shown} onShow={setShown} />
          <Compare hands={hands} versions={versions} />
          <Versions hands={hands} versions={versions} onTake={take} />
        </aside>
      </div>
      {saving ? <SaveCriteria hands={hands} onClose={() => setSaving(false)} /> : null}
    </div>
  )
}
