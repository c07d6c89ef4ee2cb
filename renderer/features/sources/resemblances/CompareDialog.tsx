import { ChevronDown, ChevronUp } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Comparison } from '../../../../shared/contract/resemblances.ts'
import type { SourceId } from '../../../../shared/model/id.ts'
import type { ResemblanceKind } from '../../../../shared/model/resemblance.ts'
import { titleOf } from '../../../parts/names.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SelectField } from '../../../ui/Field.tsx'
import { ComparedTexts, type Emphasis } from './ComparedTexts.tsx'
import { Decision } from './Decision.tsx'
import { comparedRows, type Part, stepsOf } from './rows.ts'
import './resemblances.css'

type CompareDialogProps = { first: SourceId; second: SourceId; onClose: () => void }

/** Two sources side by side, and what the analyst makes of them. */
export const CompareDialog = ({ first, second, onClose }: CompareDialogProps) => {
  const { value: comparison, refusal } = useRead('resemblances.compare', { first, second })
  const { value: known } = useRead('resemblances.list', { source: second })
  const resemblance = known?.find(one => one.first === first || one.second === first)
  return (
    <Dialog
      full
      title={
        comparison
          ? say('resemblances.title', { first: titleOf(comparison.first), second: titleOf(comparison.second) })
          : say('resemblances.comparing')
      }
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={comparison && resemblance ? <Decision resemblance={resemblance} onClose={onClose} /> : undefined}
    >
      {refusal ? <p className="refusal">{refusal.message}</p> : null}
      {comparison ? (
        <Compared
          comparison={comparison}
          kind={resemblance?.kind ?? 'same article'}
          reason={resemblance?.reason ?? ''}
        />
      ) : null}
    </Dialog>
  )
}

type ComparedProps = { comparison: Comparison; kind: ResemblanceKind; reason: string }

const Compared = ({ comparison, kind, reason }: ComparedProps) => {
  const [chosen, setEmphasis] = useState<Emphasis | null>(null)
  // Of a relay most words differ: what is to be looked at is what does not.
  const emphasis = chosen ?? (kind === 'relay' ? 'shared' : 'differences')
  const [at, setAt] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => comparedRows(comparison), [comparison])
  const steps = useMemo(() => stepsOf(comparison, emphasis), [comparison, emphasis])
  const current = steps[at - 1] ?? null

  useEffect(() => {
    if (current === null) return
    const found = place.current?.querySelector<HTMLElement>(`[data-stretch="${current}"]`)
    found?.focus({ preventScroll: true })
    found?.scrollIntoView({ block: 'center' })
  }, [current])

  const step = (by: 1 | -1) => {
    if (steps.length > 0) setAt(((at + by - 1 + steps.length + (at === 0 && by < 0 ? 1 : 0)) % steps.length) + 1)
  }
  // On the window, before the dialog, which keeps its keys to itself: they hold wherever in it the focus is.
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return
      if (event.key !== 'j' && event.key !== 'k') return
      event.preventDefault()
      step(event.key === 'j' ? 1 : -1)
    }
    window.addEventListener('keydown', keys, true)
    return () => window.removeEventListener('keydown', keys, true)
  })
  useEffect(() => place.current?.focus(), [])
  const toOther = useCallback(
    ({ elsewhere }: Part, side: 'first' | 'second') => {
      const other = side === 'first' ? 'second' : 'first'
      const number = comparison.stretches.findIndex(
        stretch =>
          elsewhere !== null && stretch[other].start <= elsewhere.start && stretch[other].end > elsewhere.start,
      )
      const column = other === 'first' ? 1 : 2
      place.current
        ?.querySelector<HTMLElement>(`td:nth-child(${column}) [data-stretch="${number}"]`)
        ?.scrollIntoView({ block: 'center' })
    },
    [comparison],
  )
  const isShared = emphasis === 'shared'
  const count = { at, count: steps.length }
  return (
    <div className="resemblances-compared">
      <div className="resemblances-bar">
        <SelectField<Emphasis>
          label={say('resemblances.emphasis')}
          value={emphasis}
          choices={[
            { value: 'differences', label: say('resemblances.differences') },
            { value: 'shared', label: say('resemblances.shared') },
          ]}
          onChoose={next => {
            setEmphasis(next)
            setAt(0)
          }}
        />
        <p className="resemblances-reason small">{reason}</p>
        <span className="small muted numeric" role="status">
          {say(isShared ? 'resemblances.atShared' : 'resemblances.atDifference', count)}
        </span>
        <Button
          iconOnly
          icon={<ChevronUp size={16} />}
          label={say(isShared ? 'resemblances.previousShared' : 'resemblances.previousDifference')}
          title={`${say(isShared ? 'resemblances.previousShared' : 'resemblances.previousDifference')} (K)`}
          disabled={steps.length === 0}
          onClick={() => step(-1)}
        />
        <Button
          iconOnly
          icon={<ChevronDown size={16} />}
          label={say(isShared ? 'resemblances.nextShared' : 'resemblances.nextDifference')}
          title={`${say(isShared ? 'resemblances.nextShared' : 'resemblances.nextDifference')} (J)`}
          disabled={steps.length === 0}
          onClick={() => step(1)}
        />
      </div>
      <ComparedTexts {...{ comparison, rows, emphasis, current, place }} onOther={toOther} />
      <p className="resemblances-legend small muted">
        {(isShared ? (['inBoth', 'moved'] as const) : (['only', 'changed', 'moved'] as const)).map(mark => (
          <span key={mark}>
            <mark className={`resemblances-mark ${mark}`}>{say(`resemblances.${mark}`)}</mark>
          </span>
        ))}
      </p>
    </div>
  )
}
