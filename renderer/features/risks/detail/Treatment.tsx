import { Pencil, Plus, X } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { RiskView } from '../../../../shared/contract/risks.ts'
import type { InputOf } from '../../../../shared/contract.ts'
import { daySpan } from '../../../../shared/model/partial-date.ts'
import { type Indicator, indicator, type RiskAction, riskAction } from '../../../../shared/model/risk.ts'
import { presentDay } from '../../../../shared/rules/local-day.ts'
import { nameOf as named } from '../../../../shared/rules/vocabulary.ts'
import { partialDateWords } from '../../../../shared/rules/words.ts'
import { DateField } from '../../../parts/DateField.tsx'
import { ExcerptPicker, Quotes } from '../../../parts/Quotes.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { choicesOf, SelectField, TextField } from '../../../ui/Field.tsx'
import { DirectionGlyph, indicatorNews, stateTones } from '../DirectionGlyph.tsx'

type Patch = InputOf<'risks.update'>['patch']
/** A line that is not saved yet has no id. */
type Unsaved<Line extends { id: string }> = Omit<Line, 'id'> & { id?: Line['id'] | undefined }
type Action = Unsaved<RiskAction>
type Watched = Unsaved<Omit<Indicator, 'changed'>>

const save = (risk: RiskView, patch: Patch) => perform('risks.update', { id: risk.id, patch })

type LinesProps<Line extends { id?: string | undefined }> = {
  title: string
  addLabel: string
  lines: readonly Line[]
  states: readonly { value: string; label: string }[]
  stateLabel: string
  stateOf: (line: Line) => string
  withState: (line: Line, state: string) => Line
  nameOf: (line: Line) => string
  onSave: (lines: Line[]) => Promise<{ ok: boolean }>
  show: (line: Line) => ReactNode
  form: (line: Line | null, onDone: (line: Line) => void, onCancel: () => void) => ReactNode
}

/** A list whose lines are added, edited in place, given a state and removed; it is saved as a whole. */
const Lines = <Line extends { id?: string | undefined }>(props: LinesProps<Line>) => {
  const { title, addLabel, lines, states, stateLabel, stateOf, withState, nameOf, onSave, show, form } = props
  const [editing, setEditing] = useState<Line | 'new' | null>(null)
  /** Once the form is gone its button takes the focus again. */
  const [left, setLeft] = useState<string | null>(null)
  const leave = (key: string) => {
    setEditing(null)
    setLeft(key)
  }
  const put = async (key: string, next: Line[]) => {
    const outcome = await onSave(next)
    if (outcome.ok) leave(key)
  }
  return (
    <section aria-label={title}>
      <h3 className="label">{title}</h3>
      <ul className="risks-lines">
        {lines.map(line =>
          editing !== 'new' && editing?.id === line.id ? (
            <li key={line.id}>
              {form(
                line,
                changed =>
                  void put(
                    line.id ?? '',
                    lines.map(one => (one.id === line.id ? changed : one)),
                  ),
                () => leave(line.id ?? ''),
              )}
            </li>
          ) : (
            <li key={line.id}>
              {show(line)}
              <select
                className="input"
                aria-label={`${stateLabel}: ${nameOf(line)}`}
                value={stateOf(line)}
                onChange={event =>
                  void onSave(lines.map(one => (one.id === line.id ? withState(one, event.target.value) : one)))
                }
              >
                {states.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              <Button
                writes
                label={`${say('shell.edit')}: ${nameOf(line)}`}
                icon={<Pencil size={14} />}
                iconOnly
                look="quiet"
                autoFocus={left === line.id}
                onClick={() => setEditing(line)}
              />
              <Button
                writes
                label={`${say('shell.remove')}: ${nameOf(line)}`}
                icon={<X size={14} />}
                iconOnly
                look="quiet"
                onClick={() => void onSave(lines.filter(one => one.id !== line.id))}
              />
            </li>
          ),
        )}
      </ul>
      {editing === 'new' ? (
        form(
          null,
          added => void put('new', [...lines, added]),
          () => leave('new'),
        )
      ) : (
        <Button
          writes
          label={addLabel}
          icon={<Plus size={14} />}
          look="quiet"
          className="risks-flush"
          autoFocus={left === 'new'}
          onClick={() => setEditing('new')}
        />
      )}
    </section>
  )
}

type LineFormProps = { name: string; onSubmit: () => void; onCancel: () => void; children: ReactNode }

const intoSight = (form: HTMLFormElement | null) => form?.scrollIntoView({ block: 'nearest' })

const LineForm = ({ name, onSubmit, onCancel, children }: LineFormProps) => (
  <form
    ref={intoSight}
    className="risks-add"
    aria-label={name}
    onSubmit={(event: FormEvent) => {
      event.preventDefault()
      onSubmit()
    }}
    onKeyDown={event => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onCancel()
    }}
  >
    {children}
    <div className="risks-actions">
      <Button writes type="submit" label={say('shell.save')} look="primary" />
      <Button label={say('shell.cancel')} onClick={onCancel} />
    </div>
  </form>
)

type ActionFormProps = { action: Action | null; owner: string; onDone: (line: Action) => void; onCancel: () => void }

const ActionForm = ({ action, owner, onDone, onCancel }: ActionFormProps) => {
  const [draft, setDraft] = useState<Action>(action ?? { text: '', owner, due: null, status: 'planned', effect: '' })
  const set = (patch: Partial<Action>) => setDraft(before => ({ ...before, ...patch }))
  return (
    <LineForm name={say('risks.action')} onSubmit={() => onDone(draft)} onCancel={onCancel}>
      <TextField
        label={say('risks.action')}
        required
        autoFocus
        value={draft.text}
        onChange={event => set({ text: event.target.value })}
      />
      <TextField
        label={say('risks.owner')}
        value={draft.owner}
        onChange={event => set({ owner: event.target.value })}
      />
      <DateField label={say('risks.actionDue')} value={draft.due} onChange={due => set({ due })} />
      <TextField
        label={say('risks.actionEffect')}
        value={draft.effect}
        onChange={event => set({ effect: event.target.value })}
      />
    </LineForm>
  )
}

/** Still to be done, and its last day is past. */
const actionStatusName = (status: RiskAction['status']) => named('actionStatus', status)
const stateName = (state: Indicator['state']) => named('indicatorState', state)

const isLate = ({ due, status }: Pick<RiskAction, 'due' | 'status'>): boolean =>
  due !== null && (status === 'planned' || status === 'under way') && daySpan(due).last < presentDay()

/** What is being done, with owner, due date, expected effect and state. */
export const Actions = ({ risk }: { risk: RiskView }) => (
  <Lines<Action>
    title={say('risks.actions')}
    addLabel={say('risks.addAction')}
    lines={risk.actions}
    states={choicesOf(riskAction.shape.status.options, actionStatusName)}
    stateLabel={say('risks.actionStatus')}
    stateOf={one => one.status}
    withState={(one, status) => ({ ...one, status: riskAction.shape.status.parse(status) })}
    nameOf={one => one.text}
    onSave={actions => save(risk, { actions })}
    show={one => (
      <span>
        {one.text}{' '}
        <span className="small muted">
          {[one.owner, one.due === null ? '' : say('risks.due', { date: partialDateWords(one.due) }), one.effect]
            .filter(Boolean)
            .join(' · ')}
        </span>{' '}
        {isLate(one) ? <Badge tone="conflict">{say('assess.late')}</Badge> : null}
      </span>
    )}
    form={(action, onDone, onCancel) => <ActionForm {...{ action, onDone, onCancel }} owner={risk.owner} />}
  />
)

type IndicatorFormProps = { watched: Watched | null; onDone: (line: Watched) => void; onCancel: () => void }

const IndicatorForm = ({ watched, onDone, onCancel }: IndicatorFormProps) => {
  const [draft, setDraft] = useState<Watched>(
    watched ?? { statement: '', direction: 'raises', threshold: '', state: 'not seen', excerpts: [] },
  )
  const set = (patch: Partial<Watched>) => setDraft(before => ({ ...before, ...patch }))
  return (
    <LineForm name={say('risks.indicator')} onSubmit={() => onDone(draft)} onCancel={onCancel}>
      <TextField
        label={say('risks.indicator')}
        required
        autoFocus
        value={draft.statement}
        onChange={event => set({ statement: event.target.value })}
      />
      <SelectField
        label={say('assess.direction')}
        value={draft.direction}
        choices={indicator.shape.direction.options.map(value => ({ value, label: say(`assess.${value}`) }))}
        onChoose={direction => set({ direction })}
      />
      <TextField
        label={say('risks.threshold')}
        value={draft.threshold}
        onChange={event => set({ threshold: event.target.value })}
      />
      <div className="risks-shown-by">
        <Quotes
          excerpts={draft.excerpts.map(excerpt => ({ excerpt }))}
          onRemove={gone => set({ excerpts: draft.excerpts.filter(one => one !== gone) })}
        />
        <ExcerptPicker without={draft.excerpts} onPick={picked => set({ excerpts: [...draft.excerpts, picked] })} />
      </div>
    </LineForm>
  )
}

/** What to watch: each statement with its threshold, whether it was seen, and the passages that show it. */
export const Indicators = ({ risk }: { risk: RiskView }) => (
  <Lines<Watched>
    title={say('risks.indicators')}
    addLabel={say('risks.addIndicator')}
    lines={risk.indicators}
    states={choicesOf(indicator.shape.state.options, stateName)}
    stateLabel={say('risks.state')}
    stateOf={one => one.state}
    withState={(one, state) => ({ ...one, state: indicator.shape.state.parse(state) })}
    nameOf={one => one.statement}
    onSave={indicators => save(risk, { indicators })}
    show={one => (
      <span>
        <DirectionGlyph kind={risk.kind} direction={one.direction} />{' '}
        {one.state === 'not seen' ? null : (
          <Badge tone={stateTones[indicatorNews({ kind: risk.kind, direction: one.direction })][one.state]}>
            {stateName(one.state)}
          </Badge>
        )}{' '}
        {one.statement}{' '}
        {one.threshold === '' ? null : (
          <span className="small muted">{say('assess.threshold', { threshold: one.threshold })}</span>
        )}
        <Quotes excerpts={one.excerpts.map(excerpt => ({ excerpt }))} />
      </span>
    )}
    form={(watched, onDone, onCancel) => <IndicatorForm {...{ watched, onDone, onCancel }} />}
  />
)
