import { Copy, Pencil, Plus, ShieldAlert, Split, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { MatrixColumn } from '../../../shared/contract/matrix.ts'
import type { ClaimDraft } from '../../../shared/model/claim.ts'
import { type ClaimId, partyId, type SourceId, type TermId } from '../../../shared/model/id.ts'
import type { PartialDate } from '../../../shared/model/partial-date.ts'
import type { Term } from '../../../shared/model/term.ts'
import { useCommands } from '../../commands.ts'
import { navigate } from '../../location.ts'
import { Backlinks } from '../../parts/Backlinks.tsx'
import { ClaimForm } from '../../parts/ClaimForm.tsx'
import { newClaim } from '../../parts/claim-draft.ts'
import { EditableClaim, RelayDialog, rankClaim, removeClaim } from '../../parts/EditableClaim.tsx'
import { PickButton } from '../../parts/PickButton.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { SourcePicker } from '../../parts/SourcePicker.tsx'
import { TermRisks } from '../../parts/TermRisks.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from './Drawer.tsx'
import type { MatrixQuestion } from './use-cells.ts'

/** What the drawer shows: the claims of one cell, or with no column every claim on the term. */
export type DrawerPlace = { term: Term; column: MatrixColumn | null; question: MatrixQuestion }

type EvidenceDrawerProps = {
  place: DrawerPlace
  onClose: () => void
  onEditTerm: () => void
  onShowTerm: (term: TermId) => void
}

/** The claim that is being written: a new one, or one of those shown by its id. */
type Writing = { claim: ClaimDraft } | string | null

export const EvidenceDrawer = ({ place, onClose, onEditTerm, onShowTerm }: EvidenceDrawerProps) => {
  const { term, column, question } = place
  const [writing, setWriting] = useState<Writing>(null)
  const [relaying, setRelaying] = useState<ClaimId | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const { value: cell } = useRead('matrix.cell', column && { ...question, term: term.id, column: column.key })
  const isEmpty = cell?.claims.length === 0
  const claims = useRead(
    'claims.list',
    column === null ? { term: term.id } : cell === undefined || isEmpty ? null : { ids: cell.claims },
  )
  const shown = (isEmpty ? [] : claims.value) ?? []
  const isKnown = isEmpty || claims.value !== undefined
  const source = question.axis === 'sources' && column !== null ? (column.key as SourceId) : undefined
  const party = question.axis === 'parties' && column !== null ? (partyId.safeParse(column.key).data ?? null) : null
  const conflicts = useRead('conflicts.list', { term: term.id }).value ?? []
  const open = conflicts.filter(
    one => one.state === 'open' && (column === null || cell?.openConflicts.includes(one.id) === true),
  )

  const chosen = shown.find(one => one.id === current) ?? (shown.length === 1 ? shown[0] : undefined)
  const go = (id: string | undefined) => {
    if (id === undefined) return
    setCurrent(id)
    list.current?.querySelector<HTMLElement>(`[data-claim="${id}"]`)?.focus()
  }
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(one => one.id === current)
    go(shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))]?.id)
  }
  const done = () => {
    setWriting(null)
    // The form is gone, and with it the place of the keyboard: back to the claim it was about.
    if (typeof writing === 'string') requestAnimationFrame(() => go(writing))
  }
  const create = async (claim: ClaimDraft) => {
    const made = await perform('claims.create', claim)
    if (made.ok) setWriting(null)
  }
  const rank = (to: 'preferred' | 'normal' | 'deprecated') => {
    if (chosen) void rankClaim(chosen.id, to)
  }
  const command = (name: string, title: string, shortcut: string, run: () => void) => ({
    id: `claims.${name}`,
    title,
    group: say('matrix.drawer'),
    shortcut,
    run,
  })
  useCommands([
    command('next', say('claims.next'), 'J', () => step(1)),
    command('previous', say('claims.previous'), 'K', () => step(-1)),
    command('prefer', say('claims.prefer'), '1', () => rank('preferred')),
    command('normal', say('claims.makeNormal'), '2', () => rank('normal')),
    command('deprecate', say('claims.deprecate'), '3', () => rank('deprecated')),
    command('edit', say('claims.edit'), 'F2', () => chosen && setWriting(chosen.id)),
    command('relay', say('claims.relay'), 'Shift+R', () => chosen && setRelaying(chosen.id)),
    command('remove', say('claims.remove'), 'Delete', () => chosen && void removeClaim(chosen.id)),
    command('story', say('story.open'), 'Shift+S', () => navigate('term', term.id)),
  ])

  const begin = (of: SourceId, date: PartialDate | null) =>
    setWriting({ claim: { ...newClaim(term, of, date), party } })
  return (
    <Drawer
      name={say('matrix.drawer')}
      term={term}
      title={column === null ? say('matrix.wholeTerm') : column.title === '' ? say('parts.notStated') : column.title}
      onEscape={writing === null ? onClose : done}
      onClose={onClose}
    >
      {open.map(({ id, reason }) => (
        <div key={id} className="matrix-notice">
          <Split size={16} aria-hidden="true" />
          <span>{reason}</span>
          <Button label={say('matrix.openConflict')} look="quiet" onClick={() => navigate('conflicts', id)} />
        </div>
      ))}
      {claims.refusal ? <p role="alert">{claims.refusal.message}</p> : null}
      {isKnown && shown.length === 0 && writing === null ? <p className="muted">{say('matrix.noClaims')}</p> : null}
      <div ref={list}>
        {shown.map(claim => (
          // biome-ignore lint/a11y/noStaticElementInteractions: it takes the focus so that the keys of the drawer know which claim they are about.
          <div
            key={claim.id}
            className="matrix-claim"
            data-claim={claim.id}
            aria-current={claim.id === current || undefined}
            tabIndex={claim.id === (current ?? shown[0]?.id) ? 0 : -1}
            onFocus={() => setCurrent(claim.id)}
          >
            <EditableClaim
              claim={claim}
              term={term}
              isEditing={writing === claim.id}
              onEdit={() => setWriting(claim.id)}
              onDone={done}
            />
          </div>
        ))}
      </div>
      {writing !== null && typeof writing !== 'string' ? (
        <ClaimForm term={term} claim={writing.claim} onSave={claim => void create(claim)} onCancel={done} />
      ) : null}
      {writing === null ? (
        <div className="matrix-drawer-actions">
          {source === undefined ? (
            <AddOfSource onPick={begin} />
          ) : (
            <>
              <Button
                writes
                label={say('matrix.addClaim')}
                icon={<Plus size={14} />}
                onClick={() => begin(source, column?.date ?? null)}
              />
              {isEmpty ? (
                <Button
                  writes
                  label={say('matrix.markSilent')}
                  onClick={() => void markSilent(term, source, column?.date ?? null)}
                />
              ) : null}
            </>
          )}
          {column === null ? (
            <>
              <RecordHistory record="term" id={term.id} name={`${term.ref} ${term.name}`} />
              <Button writes label={say('matrix.editTerm')} icon={<Pencil size={14} />} onClick={onEditTerm} />
              <Button
                writes
                label={say('matrix.duplicateTerm')}
                icon={<Copy size={14} />}
                onClick={() =>
                  void perform('terms.duplicate', { id: term.id }).then(made => made.ok && onShowTerm(made.value.id))
                }
              />
              <Button
                writes
                label={say('matrix.removeTerm')}
                icon={<Trash2 size={14} />}
                look="quiet"
                onClick={() => {
                  void perform('terms.remove', { id: term.id })
                  onClose()
                }}
              />
            </>
          ) : null}
        </div>
      ) : null}
      {column === null ? (
        <section>
          <h3 className="label">
            <ShieldAlert size={12} aria-hidden="true" /> {say('story.risks')}
          </h3>
          <TermRisks term={term.id} name={term.ref} />
        </section>
      ) : null}
      {column === null ? <Backlinks record="term" id={term.id} /> : null}
      {relaying === null ? null : <RelayDialog claim={relaying} onClose={() => setRelaying(null)} />}
    </Drawer>
  )
}

/** Where the column is no source, the source of a new claim is asked for first; its date is that of the source. */
const AddOfSource = ({ onPick }: { onPick: (source: SourceId, date: PartialDate | null) => void }) => (
  <PickButton label={say('matrix.addClaim')} icon={<Plus size={14} />}>
    {close => (
      <SourcePicker
        onCancel={close}
        onPick={source => {
          close()
          onPick(source, null)
        }}
      />
    )}
  </PickButton>
)

/** Records that the source was read and says nothing of the term: silence is information. */
const markSilent = (term: Term, source: SourceId, date: PartialDate | null) =>
  perform('claims.create', { ...newClaim(term, source, date), polarity: 'silent' })
