import { FileDown, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import { briefingId } from '../../../shared/model/id.ts'
import { useCommands } from '../../commands.ts'
import { navigate, useLocation } from '../../location.ts'
import { notify } from '../../notices.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Panes } from '../../ui/Panes.tsx'
import './briefings.css'
import { type Aim, Composer } from './Composer.tsx'
import { PagePreview } from './PagePreview.tsx'
import { TradecraftPanel } from './TradecraftPanel.tsx'

/** Blocks on the left, pages on the right, the tradecraft check below. */
export const BriefingsScreen = () => {
  const { id } = useLocation()
  const { value: briefings, refusal } = useRead('briefings.list', {})
  const [making, setMaking] = useState(false)
  useCommands([
    {
      id: 'briefings.new',
      title: say('briefings.new'),
      group: say('shell.briefings'),
      shortcut: 'Shift+B',
      run: () => setMaking(true),
    },
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (briefings === undefined) return null
  const current = briefings.find(one => one.id === id) ?? briefings[0]
  return (
    <>
      {current === undefined ? (
        <EmptyState sentence={say('briefings.none')}>
          <Button writes label={say('briefings.new')} look="primary" onClick={() => setMaking(true)} />
        </EmptyState>
      ) : (
        <OpenBriefing
          key={current.id}
          id={current.id}
          choices={briefings.map(one => ({ value: one.id as string, label: one.title }))}
          onNew={() => setMaking(true)}
        />
      )}
      {making ? <NewBriefing onClose={() => setMaking(false)} /> : null}
    </>
  )
}

type OpenBriefingProps = { id: Briefing['id']; choices: { value: string; label: string }[]; onNew: () => void }

const OpenBriefing = ({ id, choices, onNew }: OpenBriefingProps) => {
  const { value: briefing, refusal } = useRead('briefings.read', { id })
  const [aim, setAim] = useState<Aim | null>(null)
  const [printing, setPrinting] = useState(false)
  const print = async () => {
    setPrinting(true)
    const outcome = await perform('briefings.export', { id })
    setPrinting(false)
    if (outcome.ok && outcome.value.path !== null) {
      notify({
        tone: 'plain',
        text: say('briefings.exported', { path: outcome.value.path, degraded: outcome.value.degraded.join(' ') }),
      })
    }
  }
  useCommands([
    {
      id: 'briefings.export',
      title: say('briefings.exportPdf'),
      group: say('shell.briefings'),
      shortcut: 'Mod+E',
      run: () => void print(),
    },
  ])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (briefing === undefined) return null
  const update = (patch: Partial<Omit<Briefing, 'id' | 'created' | 'updated'>>) =>
    void perform('briefings.update', { id, patch })
  return (
    <div className="briefings">
      <div className="briefings-tools" role="toolbar" aria-label={say('shell.briefings')}>
        <SelectField
          label={say('briefings.choose')}
          value={id as string}
          choices={choices}
          onChoose={chosen => navigate('briefings', briefingId.parse(chosen))}
        />
        <span className="briefings-tools-end">
          <RecordHistory record="briefing" id={id} name={briefing.title} />
          <Button
            writes
            label={say('briefings.remove')}
            icon={<Trash2 size={14} />}
            iconOnly
            look="quiet"
            onClick={() => void perform('briefings.remove', { id }).then(() => navigate('briefings'))}
          />
          <Button writes label={say('briefings.new')} icon={<Plus size={14} />} onClick={onNew} />
          <Button
            label={say(printing ? 'briefings.exporting' : 'briefings.exportPdf')}
            icon={<FileDown size={14} />}
            look="primary"
            disabled={printing}
            onClick={() => void print()}
          />
        </span>
      </div>
      <div className="briefings-body">
        <Panes
          id="briefings"
          panes={[
            {
              id: 'blocks',
              size: '36%',
              min: '300px',
              children: (
                <Composer
                  briefing={briefing}
                  aim={aim}
                  onUpdate={update}
                  onShow={block => setAim({ block, edit: false })}
                />
              ),
            },
            {
              id: 'pages',
              min: '30%',
              children: <PagePreview briefing={briefing} aim={aim} />,
            },
          ]}
        />
      </div>
      <TradecraftPanel
        id={id}
        onShow={block => setAim({ block: briefing.blocks.findIndex(one => one.id === block), edit: true })}
      />
    </div>
  )
}

const templates = ['flash', 'brief', 'dossier'] as const

const NewBriefing = ({ onClose }: { onClose: () => void }) => {
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState<(typeof templates)[number]>('brief')
  const create = async () => {
    const outcome = await perform('briefings.create', { title, template })
    if (outcome.ok) navigate('briefings', outcome.value.id)
    return outcome
  }
  return (
    <FormDialog
      title={say('briefings.new')}
      className="briefings-fields"
      saveLabel={say('briefings.create')}
      onSave={create}
      onClose={onClose}
    >
      <TextField
        label={say('briefings.title')}
        required
        value={title}
        onChange={event => setTitle(event.target.value)}
      />
      <SelectField
        label={say('briefings.template')}
        value={template}
        choices={templates.map(value => ({ value, label: say(`briefings.${value}`) }))}
        onChoose={setTemplate}
      />
    </FormDialog>
  )
}
