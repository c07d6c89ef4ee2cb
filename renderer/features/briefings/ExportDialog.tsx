import { useState } from 'react'
import { type BriefingFormat, briefingFormat, type TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { dismissNotice, notify } from '../../notices.ts'
import { TaskLine } from '../../parts/TaskLine.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { ExportGate } from './ExportGate.tsx'
import './export-dialog.css'
import { CheckField } from './SavedField.tsx'

type ExportDialogProps = {
  briefing: Briefing
  findings: readonly TradecraftFinding[]
  /** Leads to where a finding is. */
  onGo: (finding: TradecraftFinding) => void
  onClose: () => void
}

/** Format, version or draft, and what goes with it; nothing is exported while an error of the check is open. */
export const ExportDialog = ({ briefing, findings, onGo, onClose }: ExportDialogProps) => {
  const { id } = briefing
  const isFixed = useWhyFixed() !== null
  const last = useRead('editions.list', { briefing: id }).value?.[0]?.number ?? 0
  const limits = useRead('briefings.limits', {}).value?.degraded ?? []
  const [format, setFormat] = useState<BriefingFormat>('pdf')
  const [issue, setIssue] = useState(!isFixed)
  const [attachments, setAttachments] = useState(true)
  const [password, setPassword] = useState('')
  const [isShown, setShown] = useState(false)
  const [running, setRunning] = useState(false)
  const [fault, setFault] = useState('')
  const open = findings.filter(one => one.severity === 'error' && one.answer === null)
  const isPdf = format === 'pdf'
  const number = last + 1

  const run = async () => {
    setRunning(true)
    setFault('')
    const outcome = await perform('briefings.export', {
      id,
      format,
      issue,
      attachments: isPdf && attachments,
      password: isPdf && password !== '' ? password : null,
    })
    setRunning(false)
    if (!outcome.ok) {
      setFault(outcome.message)
      // Said here, where the analyst is: the notice would stand behind the dialog.
      dismissNotice()
      return
    }
    const { path } = outcome.value
    if (path === null) return
    const degraded = outcome.value.degraded.join(' ')
    notify({
      tone: 'plain',
      text: issue ? say('issuing.issued', { number, path, degraded }) : say('issuing.done', { path, degraded }),
    })
    onClose()
  }
  return (
    <Dialog
      title={say('issuing.title')}
      wide
      closeLabel={say('shell.close')}
      onClose={() => running || onClose()}
      footer={
        <>
          {running ? (
            <span className="exporting" role="status">
              <span>{say('issuing.running')}</span>
              <TaskLine />
            </span>
          ) : null}
          <Button label={say('shell.cancel')} disabled={running} onClick={onClose} />
          <Button
            label={say('issuing.run')}
            look="primary"
            disabled={running || open.length > 0}
            onClick={() => void run()}
          />
        </>
      }
    >
      <div className="export">
        <ExportGate id={id} findings={findings} onGo={onGo} />
        <div className="export-choices">
          <fieldset>
            <legend className="label">{say('issuing.format')}</legend>
            {briefingFormat.options.map(one => (
              <Choice
                key={one}
                group="format"
                name={say(`issuing.format.${one}`)}
                about={say(`issuing.about.${one}`)}
                isChosen={format === one}
                onChoose={() => setFormat(one)}
              />
            ))}
          </fieldset>
          <fieldset>
            <legend className="label">{say('issuing.as')}</legend>
            <Choice
              group="as"
              name={say('issuing.issue', { number })}
              about={say(isFixed ? 'issuing.readOnly' : 'issuing.issueAbout')}
              isChosen={issue}
              disabled={isFixed}
              onChoose={() => setIssue(true)}
            />
            <Choice
              group="as"
              name={say('issuing.draft')}
              about={say('issuing.draftAbout')}
              isChosen={!issue}
              onChoose={() => setIssue(false)}
            />
            {isPdf ? (
              <div className="export-pdf">
                <CheckField label={say('issuing.attachments')} checked={attachments} onChange={setAttachments} />
                <TextField
                  label={say('issuing.password')}
                  hint={say('issuing.passwordHint')}
                  type={isShown ? 'text' : 'password'}
                  autoComplete="new-password"
                  value={password}
                  onChange={event => setPassword(event.target.value)}
                />
                {password === '' ? null : (
                  <CheckField label={say('issuing.showPassword')} checked={isShown} onChange={setShown} />
                )}
              </div>
            ) : null}
          </fieldset>
        </div>
        {isPdf && limits.length > 0 ? (
          <section className="export-limits" aria-label={say('issuing.limits')}>
            <span className="label">{say('issuing.limits')}</span>
            <ul>
              {limits.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </section>
        ) : null}
        {fault === '' ? null : (
          <p className="refusal" role="alert">
            {fault}
          </p>
        )}
      </div>
    </Dialog>
  )
}

type ChoiceProps = {
  group: string
  name: string
  about: string
  isChosen: boolean
  disabled?: boolean
  onChoose: () => void
}

const Choice = ({ group, name, about, isChosen, disabled = false, onChoose }: ChoiceProps) => (
  <label className="export-choice">
    <input type="radio" name={group} checked={isChosen} disabled={disabled} onChange={onChoose} />
    <span>
      <b>{name}</b>
      <span className="small muted">{about}</span>
    </span>
  </label>
)
