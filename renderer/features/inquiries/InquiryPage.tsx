import { Ellipsis, Pencil, Plus, RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { InquiryView } from '../../../shared/contract/inquiries.ts'
import type { Hypothesis } from '../../../shared/model/hypothesis.ts'
import type { InquiryId } from '../../../shared/model/id.ts'
import { addressOf, navigate } from '../../location.ts'
import { notify } from '../../notices.ts'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { useKeptFocus } from '../../ui/focus.ts'
import { Menu } from '../../ui/Menu.tsx'
import { useMedia } from '../../ui/media.ts'
import { Panes } from '../../ui/Panes.tsx'
import { AddClaimsDialog } from './AddClaimsDialog.tsx'
import { Findings } from './Findings.tsx'
import { HypothesisDialog, InquiryDialog } from './InquiryDialog.tsx'
import { focusTable, InquiryGrid } from './InquiryGrid.tsx'
import { focusReason, Judgement } from './Judgement.tsx'
import { type InquiryDoings, useInquiryCommands } from './use-inquiry-commands.ts'
import { useInquiryHands } from './use-inquiry-hands.ts'
import { factColumns, type InquiryTable, useInquiryTable } from './use-inquiry-table.ts'

/** One inquiry by its address. */
export const InquiryPage = ({ id, isKnown }: { id: string; isKnown: boolean }) => {
  const { value: view } = useRead('inquiries.read', isKnown ? { id: id as InquiryId } : null)
  if (!isKnown)
    return (
      <EmptyState sentence={say('inquiries.gone')}>
        <Button label={say('inquiries.all')} onClick={() => navigate('inquiries')} />
      </EmptyState>
    )
  return view === undefined ? null : <Inquiry view={view} />
}

type Asking = 'claims' | 'edit' | { hypothesis: Hypothesis | null } | null

const Inquiry = ({ view }: { view: InquiryView }) => {
  const table = useInquiryTable(view)
  const hands = useInquiryHands(table)
  const [asking, setAsking] = useState<Asking>(null)
  const isSmall = useMedia('(max-width: 900px), (max-height: 480px)')
  const doings: InquiryDoings = {
    addClaims: () => setAsking('claims'),
    addHypothesis: () => setAsking({ hypothesis: null }),
    edit: () => setAsking('edit'),
    editHypothesis: () => table.hypothesis && setAsking({ hypothesis: table.hypothesis }),
    save: () =>
      void perform('inquiries.save', { id: view.id }).then(outcome => {
        if (outcome.ok && outcome.value.path !== null)
          notify({ tone: 'plain', text: say('parts.saved', { path: outcome.value.path }) })
      }),
    remove: () => void perform('inquiries.remove', { id: view.id }).then(({ ok }) => ok && navigate('inquiries')),
  }
  useInquiryCommands(table, hands, doings)
  useKeptFocus(() => document.getElementById('inquiry-grid'))
  const open = () => {
    if (table.place.line > 0 && table.place.column >= factColumns) focusReason()
    else if (table.place.line > 0) document.querySelector<HTMLElement>('.inquiry-detail a')?.focus()
    else if (table.hypothesis !== undefined && hands.canChange()) doings.editHypothesis()
  }
  const isEmpty = view.hypotheses.length === 0 || view.claims.length === 0
  const main = (
    <div className="inquiry-main">
      <InquiryGrid table={table} onOpen={open} onRemove={hands.remove} onType={hands.type} />
      {view.hypotheses.length === 0 ? (
        <EmptyState sentence={say('inquiries.noHypotheses')}>
          <Button writes label={say('inquiries.addHypothesis')} onClick={doings.addHypothesis} />
        </EmptyState>
      ) : view.claims.length === 0 ? (
        <EmptyState sentence={say('inquiries.noClaims')}>
          <Button writes label={say('inquiries.addClaims')} onClick={doings.addClaims} />
        </EmptyState>
      ) : null}
      {isEmpty ? null : (
        <Findings
          view={view}
          onShow={claim => {
            table.moveTo(claim)
            focusTable()
          }}
        />
      )}
    </div>
  )
  const detail = <Judgement table={table} hands={hands} onEdit={hypothesis => setAsking({ hypothesis })} />
  const stop = () => setAsking(null)
  return (
    <div className={isSmall ? 'inquiry-stack' : 'inquiry'}>
      <InquiryHead view={view} doings={doings} />
      <InquiryTools table={table} doings={doings} />
      {isSmall ? (
        <>
          {main}
          {detail}
        </>
      ) : (
        <div className="inquiry-body">
          <Panes
            id="inquiry"
            panes={[
              { id: 'table', min: '420px', children: main },
              { id: 'detail', size: '340px', min: '260px', max: '560px', children: detail },
            ]}
          />
        </div>
      )}
      {asking === null ? null : asking === 'claims' ? (
        <AddClaimsDialog inquiry={view} onClose={stop} />
      ) : asking === 'edit' ? (
        <InquiryDialog inquiry={view} onClose={stop} />
      ) : (
        <HypothesisDialog inquiry={view.id} hypothesis={asking.hypothesis} onClose={stop} />
      )}
    </div>
  )
}

const InquiryHead = ({ view, doings }: { view: InquiryView; doings: InquiryDoings }) => {
  const isFixed = useWhyFixed() !== null
  return (
    <header className="inquiry-title">
      <div>
        <a className="small" href={addressOf('inquiries')}>
          {say('inquiries.all')}
        </a>
        <h2>{view.question}</h2>
        {view.comment === '' ? null : <p className="small muted">{view.comment}</p>}
      </div>
      <div className="inquiry-title-end">
        <Button
          writes
          iconOnly
          look="quiet"
          icon={<Pencil size={14} />}
          label={say('inquiries.edit')}
          onClick={doings.edit}
        />
        <RecordHistory record="inquiry" id={view.id} name={view.question} />
        <Menu
          label={say('inquiries.more')}
          className="button quiet icon-only"
          items={[
            { id: 'csv', label: say('inquiries.saveCsv'), run: doings.save },
            ...(isFixed ? [] : [{ id: 'remove', label: say('inquiries.remove'), apart: true, run: doings.remove }]),
          ]}
        >
          <Ellipsis size={16} aria-label={say('inquiries.more')} />
        </Menu>
      </div>
    </header>
  )
}

const InquiryTools = ({ table, doings }: { table: InquiryTable; doings: InquiryDoings }) => (
  <div className="inquiry-tools" role="toolbar" aria-label={say('inquiries.tools')}>
    <Button writes label={say('inquiries.addClaims')} icon={<Plus size={14} />} onClick={doings.addClaims} />
    <Button writes label={say('inquiries.addHypothesis')} icon={<Plus size={14} />} onClick={doings.addHypothesis} />
    <SelectField
      label={say('inquiries.order')}
      value={table.order}
      choices={[
        { value: 'telling', label: say('inquiries.orderTelling') },
        { value: 'own', label: say('inquiries.orderOwn') },
      ]}
      onChoose={table.changeOrder}
    />
    {table.isOutOfOrder ? (
      <Button
        look="quiet"
        icon={<RotateCw size={14} />}
        label={say('inquiries.orderAgain')}
        onClick={() => table.changeOrder('telling')}
      />
    ) : null}
    {table.nothing === 0 ? null : (
      <label className="inquiry-hide">
        <input type="checkbox" checked={table.isHiding} onChange={event => table.setHiding(event.target.checked)} />
        {say('inquiries.hideNothing', { count: table.nothing })}
      </label>
    )}
  </div>
)
