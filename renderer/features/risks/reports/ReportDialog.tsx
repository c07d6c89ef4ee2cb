import { useState } from 'react'
import {
  type RiskReport,
  type RiskReportFormat,
  type RiskReportKind,
  riskReportFormat,
  riskReportKind,
} from '../../../../shared/contract/risk-reports.ts'
import type { AsOf } from '../../../../shared/contract/risks.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { notify } from '../../../notices.ts'
import { PlaceDialog } from '../../../parts/PlaceDialog.tsx'
import { perform, useRead } from '../../../query.ts'
import { day, say } from '../../../say.ts'
import { SelectField } from '../../../ui/Field.tsx'
import './reports.css'

/** A moment as a value of a list: told apart by its words. */
const momentKey = (moment: AsOf): string => (moment === null ? '' : JSON.stringify(moment))

/** The briefings, newest first, and the days on which something moved: what a report can be since, or as of. */
const useMoments = (): { value: string; label: string; moment: NonNullable<AsOf> }[] | null => {
  const { value: issued } = useRead('editions.list', {})
  const { value: days } = useRead('risks.days', { clock: 'dated' })
  if (issued === undefined || days === undefined) return null
  const briefed = issued
    .toSorted((one, other) => other.created.localeCompare(one.created))
    .map(({ title, number, created }) => ({
      moment: { recorded: created },
      label: say('riskReports.editionMoment', { title, number, day: day(created) }),
    }))
  const dated = days
    .toReversed()
    .map(one => ({ moment: { dated: one }, label: partialDateWords(partialDate.parse(one)) }))
  return [...briefed, ...dated].map(one => ({ ...one, value: momentKey(one.moment) }))
}

const write = async (asked: RiskReport) => {
  const outcome = await perform('risks.report', asked)
  if (!outcome.ok || outcome.value.path === null) return
  const { path, degraded } = outcome.value
  notify({ tone: 'plain', text: [say('riskReports.written', { path }), ...degraded].join(' ') })
}

/** What can be told of another moment than now. */
const hasAsOf = (kind: RiskReportKind) => kind === 'top' || kind === 'register'

type ReportDialogProps = Pick<RiskReport, 'kind' | 'risk' | 'since'> & { onClose: () => void }

/** Which report of the register, as what, and where to: beginning with what the screen shows. */
export const ReportDialog = ({ onClose, ...first }: ReportDialogProps) => {
  const moments = useMoments()
  const { value: rows } = useRead('risks.register', {})
  const [kind, setKind] = useState<RiskReportKind>(first.kind)
  const [format, setFormat] = useState<RiskReportFormat>('pdf')
  const [chosenRisk, setRisk] = useState(first.risk)
  const [chosenSince, setSince] = useState(first.since)
  const [chosenAsOf, setAsOf] = useState<AsOf>(null)
  const risks = (rows ?? []).filter(({ id, status }) => status !== 'archived' || id === first.risk)
  const risk = kind === 'dossier' ? (chosenRisk ?? risks[0]?.id ?? null) : null
  const since = kind === 'changes' ? (chosenSince ?? moments?.[0]?.moment ?? null) : null
  const asOf = hasAsOf(kind) ? chosenAsOf : null
  const known = moments ?? []
  const sinceChoices =
    since === null || known.some(({ value }) => value === momentKey(since))
      ? known
      : [
          { value: momentKey(since), moment: since, label: 'dated' in since ? since.dated : day(since.recorded) },
          ...known,
        ]
  const isReady = rows !== undefined && moments !== null && (kind !== 'dossier' || risk !== null)
  return (
    <PlaceDialog
      title={say('riskReports.dialog')}
      action={say('riskReports.write')}
      disabled={!isReady}
      onChoose={() => void write({ kind, format, risk, since, asOf })}
      onClose={onClose}
    >
      <div className="risk-report">
        <SelectField
          label={say('riskReports.kind')}
          hint={say(`riskReports.hint.${kind}`)}
          value={kind}
          choices={riskReportKind.options.map(value => ({ value, label: say(`riskReports.kindOf.${value}`) }))}
          onChoose={setKind}
        />
        {kind === 'dossier' ? (
          <SelectField
            label={say('riskReports.risk')}
            value={(risk ?? '') as string}
            choices={risks.map(({ id, ref, title }) => ({ value: id as string, label: `${ref} ${title}` }))}
            onChoose={id => setRisk(risks.find(one => one.id === id)?.id ?? null)}
          />
        ) : null}
        {kind === 'changes' ? (
          <SelectField
            label={say('riskReports.since')}
            value={momentKey(since)}
            choices={sinceChoices}
            onChoose={value => setSince(sinceChoices.find(one => one.value === value)?.moment ?? null)}
          />
        ) : null}
        {hasAsOf(kind) ? (
          <SelectField
            label={say('riskReports.asOf')}
            value={momentKey(asOf)}
            choices={[{ value: '', label: say('riskReports.now') }, ...known]}
            onChoose={value => setAsOf(known.find(one => one.value === value)?.moment ?? null)}
          />
        ) : null}
        <SelectField
          label={say('riskReports.format')}
          value={format}
          choices={riskReportFormat.options.map(value => ({ value, label: say(`riskReports.formatOf.${value}`) }))}
          onChoose={setFormat}
        />
      </div>
    </PlaceDialog>
  )
}
