import { useState } from 'react'
import type { Remapping } from '../../../../shared/contract/criteria.ts'
import type { AssessmentId } from '../../../../shared/model/id.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { addressOf } from '../../../location.ts'
import { FormDialog } from '../../../parts/FormDialog.tsx'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/Field.tsx'
import { LevelBadge } from '../Level.tsx'
import { Differences } from './Differences.tsx'
import type { CriteriaHands } from './use-criteria.ts'

/** Rows that are drawn; the others are picked with all and told by their number. */
const mostRows = 200

const moves = ({ before, after }: Remapping): boolean => after !== null && after.level !== before.level

const Side = ({ side, low, high }: { side: Remapping['before']; low: number; high: number }) => (
  <span title={say('criteria.range', { low, high })}>
    <LevelBadge level={side.level} /> <span className="small muted">{`${side.likelihood}, ${side.impact}`}</span>
  </span>
)

type RowProps = { row: Remapping; isPicked: boolean; onPick: (id: AssessmentId) => void }

const Row = ({ row, isPicked, onPick }: RowProps) => {
  const { assessment, risk, ref, title, kind, before, after, likelihoodLow: low, likelihoodHigh: high, notes } = row
  const name = say('criteria.pick', { ref, kind: say(`risks.${kind}`) })
  return (
    <tr>
      <td>
        {after === null ? null : (
          <input type="checkbox" aria-label={name} checked={isPicked} onChange={() => onPick(assessment)} />
        )}
      </td>
      <td>
        <a href={addressOf('risks', risk)} title={title}>
          {ref}
        </a>{' '}
        <span className="small muted">{say(`risks.${kind}`)}</span>
        <span className="criteria-title">{title}</span>
      </td>
      <td>
        <Side side={before} low={low} high={high} />
      </td>
      <td>
        {after === null ? (
          <span className="badge warning">{say(row.isFrozen ? 'criteria.frozen' : 'criteria.noPlace')}</span>
        ) : (
          <Side side={after} low={low} high={high} />
        )}
      </td>
      <td className="small muted">{notes.join(' ')}</td>
    </tr>
  )
}

type SaveCriteriaProps = { hands: CriteriaHands; onClose: () => void }

/**
 * Keeps the scales as a new version and shows what they would make of every score. Nothing is scored again that was not picked. With nothing
 * edited it only scores again what stands under older versions.
 */
export const SaveCriteria = ({ hands, onClose }: SaveCriteriaProps) => {
  const { scales, inForce, isEdited, putBack } = hands
  const answer = useRead('criteria.remap', { scales })
  const [picked, setPicked] = useState<ReadonlySet<AssessmentId>>(new Set())
  const [reason, setReason] = useState('')
  const { rows, same } = answer.value ?? { rows: [], same: 0 }
  const mapped = rows.filter(({ after }) => after !== null)
  const lost = rows.length - mapped.length
  const hasScores = rows.length + same > 0
  const pick = (which: readonly Remapping[]) => setPicked(new Set(which.map(({ assessment }) => assessment)))
  const toggle = (id: AssessmentId) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  const save = async () => {
    const rescoring = { rescore: [...picked], reason: reason.trim(), date: presentDay() }
    if (!isEdited) return perform('criteria.rescore', rescoring)
    const outcome = await perform('criteria.update', picked.size === 0 ? scales : { ...scales, rescoring })
    if (outcome.ok) putBack()
    return outcome
  }
  const needsReason = picked.size > 0
  return (
    <FormDialog
      wide
      title={say(isEdited ? 'criteria.saveTitle' : 'criteria.rescoreTitle')}
      className="criteria-save"
      saveLabel={
        isEdited && !hasScores
          ? say('criteria.saveOnly')
          : isEdited
            ? say('criteria.saveAnd', { count: picked.size })
            : say('criteria.rescore', { count: picked.size })
      }
      canSave={
        answer.value !== undefined && (isEdited ? true : picked.size > 0) && (!needsReason || reason.trim() !== '')
      }
      onSave={save}
      onClose={onClose}
    >
      {isEdited ? (
        <details open={rows.length === 0}>
          <summary>{say('criteria.whatChanges')}</summary>
          <Differences from={inForce} to={scales} />
        </details>
      ) : null}
      <p>
        {answer.refusal?.message ??
          (answer.value === undefined
            ? say('criteria.counting')
            : !hasScores
              ? say('criteria.effectNone')
              : say('criteria.effect', { same, mapped: mapped.length, lost, levels: rows.filter(moves).length }))}
      </p>
      {mapped.length === 0 ? null : (
        <div className="criteria-picks">
          <Button
            label={say('criteria.pickLevels', { count: rows.filter(moves).length })}
            onClick={() => pick(rows.filter(moves))}
          />
          <Button label={say('criteria.pickAll', { count: mapped.length })} onClick={() => pick(mapped)} />
          <Button label={say('criteria.pickNone')} onClick={() => pick([])} disabled={picked.size === 0} />
          <span className="muted small" role="status">
            {say('criteria.picked', { count: picked.size })}
          </span>
        </div>
      )}
      {rows.length === 0 ? null : (
        <div className="criteria-remap" role="region" aria-label={say('criteria.remap')} tabIndex={0}>
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="unseen">{say('criteria.again')}</span>
                </th>
                <th scope="col">{say('criteria.score')}</th>
                <th scope="col">{say('criteria.before')}</th>
                <th scope="col">{say('criteria.after')}</th>
                <th scope="col">{say('criteria.notes')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, mostRows).map(row => (
                <Row key={row.assessment} row={row} isPicked={picked.has(row.assessment)} onPick={toggle} />
              ))}
            </tbody>
          </table>
          {rows.length > mostRows ? (
            <p className="muted">{say('criteria.moreRows', { count: rows.length - mostRows })}</p>
          ) : null}
        </div>
      )}
      {mapped.length === 0 ? null : (
        <TextArea
          label={say('criteria.reason')}
          hint={say('criteria.reasonHint')}
          rows={2}
          required={needsReason}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
      )}
    </FormDialog>
  )
}
