import { RotateCw, Wrench } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import type { CheckFinding } from '../../../shared/contract/case-wide.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import { recordName } from '../../../shared/model/record-name.ts'
import { call } from '../../api.ts'
import { RecordLink } from '../../parts/RecordLink.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import './safety.css'

const severities = ['corrupt', 'warning', 'unsupported'] as const

/** The check of the whole case: run when the screen opens and when asked, never by itself, since it reads every record. */
export const CheckScreen = () => {
  const { value: state } = useRead('case.state', {})
  const [report, setReport] = useState<OutputOf<'check.run'> | null>(null)
  const [refused, setRefused] = useState('')
  const [busy, setBusy] = useState(true)
  const [repaired, setRepaired] = useState<readonly string[] | null>(null)
  const run = useCallback(async () => {
    setBusy(true)
    const outcome = await call('check.run', {})
    setBusy(false)
    setReport(outcome.ok ? outcome.value : null)
    setRefused(outcome.ok ? '' : outcome.message)
  }, [])
  useEffect(() => void run(), [run])
  const repair = async () => {
    setBusy(true)
    const outcome = await perform('check.repair', {})
    if (outcome.ok) setRepaired(outcome.value.repaired)
    await run()
  }
  if (refused !== '') {
    return (
      <EmptyState sentence={refused}>
        <Button label={say('safety.checkAgain')} onClick={() => void run()} />
      </EmptyState>
    )
  }
  return (
    <div className="safety-check">
      <header>
        <h2>{say('safety.check')}</h2>
        <p className="muted" role="status">
          {report === null || busy ? say('safety.checking') : summary(report)}
        </p>
        <div className="safety-actions">
          <Button
            label={say('safety.checkAgain')}
            icon={<RotateCw size={14} />}
            disabled={busy}
            onClick={() => {
              setRepaired(null)
              void run()
            }}
          />
          <Button
            writes
            label={say('safety.repair')}
            icon={<Wrench size={14} />}
            title={say('safety.repairWhat')}
            disabled={busy || state?.readOnly !== false}
            onClick={() => void repair()}
          />
        </div>
        {repaired === null ? null : (
          <div className="safety-repaired" role="status">
            <p>{say('safety.repaired', { count: repaired.length })}</p>
            <ul>
              {repaired.map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
      </header>
      {severities.map(severity => (
        <Findings
          key={severity}
          severity={severity}
          findings={report?.findings.filter(one => one.severity === severity) ?? []}
        />
      ))}
    </div>
  )
}

const summary = ({ findings, counts }: OutputOf<'check.run'>) => {
  const looked = recordName.options
    .flatMap(record => {
      const count = counts[record] ?? 0
      return count === 0 ? [] : [say('safety.kindCount', { count, kind: say(`history.kind.${record}`, { count }) })]
    })
    .join(', ')
  return say('safety.checked', { count: findings.length, looked })
}

/** Findings shown before more are asked for. */
const atFirst = 100

const Findings = ({
  severity,
  findings,
}: {
  severity: CheckFinding['severity']
  findings: readonly CheckFinding[]
}) => {
  const [all, setAll] = useState(false)
  if (findings.length === 0) return null
  const shown = all ? findings : findings.slice(0, atFirst)
  return (
    <section className={`safety-findings ${severity}`}>
      <h3>{say(`safety.${severity}`, { count: findings.length })}</h3>
      <p className="small muted">{say(`safety.${severity}What`)}</p>
      <ul>
        {shown.map(({ record, id, sentence }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same, and the list never changes.
          <li key={index}>
            <RecordLink record={record} id={id}>
              {sentence}
            </RecordLink>
          </li>
        ))}
      </ul>
      {shown.length === findings.length ? null : (
        <Button label={say('safety.allFindings', { count: findings.length })} onClick={() => setAll(true)} />
      )}
    </section>
  )
}
