import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { MatrixAxis } from '../../../shared/contract/matrix.ts'
import { nameOf } from '../../../shared/rules/vocabulary.ts'
import { StageGlyph } from '../../parts/StageGlyph.tsx'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { useMedia } from '../../ui/media.ts'
import { ConflictMark, LetterMark } from './CellContent.tsx'

/** One stage for each glyph: the others share the glyph of their neighbour and are named on hover. */
const stages = ['rumoured', 'proposed', 'agreed in principle', 'text agreed', 'signed', 'rejected'] as const

/** What every mark in a cell means, in the look it has there. */
export const Legend = ({ axis }: { axis: MatrixAxis }) => {
  const isTall = useMedia('(min-height: 700px)')
  const [asked, setOpen] = useState<boolean | null>(null)
  const open = asked ?? isTall
  return (
    <div className="matrix-legend">
      <Button
        label={say('matrix.legend')}
        icon={open ? <ChevronDown size={12} /> : <ChevronRight size={12} />}
        look="quiet"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open ? <Meanings axis={axis} /> : null}
    </div>
  )
}

const Meanings = ({ axis }: { axis: MatrixAxis }) => (
  <ul aria-label={say('matrix.legend')}>
    {stages.map(stage => (
      <li key={stage}>
        <StageGlyph stage={stage} /> {nameOf('stage', stage)}
      </li>
    ))}
    {axis === 'sources' ? (
      <li className="matrix-cell-content unread">
        <span className="matrix-cell-words">{say('matrix.unread')}</span> {say('matrix.legendUnread')}
      </li>
    ) : (
      <li>{say(axis === 'parties' ? 'matrix.legendBlankParty' : 'matrix.legendBlankDate')}</li>
    )}
    <li>
      <LetterMark letter="s" /> <i>{say('matrix.silent')}</i> {say('matrix.legendSilent')}
    </li>
    <li>
      <LetterMark letter="n" /> {say('matrix.noValue')} {say('matrix.legendNoValue')}
    </li>
    <li className="matrix-cell-content denied">
      <span className="matrix-cell-words">{say('matrix.denied')}</span> {say('matrix.legendDenied')}
    </li>
    <li>
      <ConflictMark open count={1} /> {say('matrix.legendConflict')}
    </li>
    <li>
      <ConflictMark open={false} count={1} /> {say('matrix.legendSettled')}
    </li>
    <li>{say('matrix.legendCounts')}</li>
    <li>
      <span className="matrix-cell-stale">{say('matrix.stale')}</span> {say('matrix.legendStale')}
    </li>
  </ul>
)
