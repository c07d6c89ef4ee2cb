import { History, WifiOff } from 'lucide-react'
import type { CaseState } from '../../shared/contract/case.ts'
import { addressOf } from '../location.ts'
import { TaskLine } from '../parts/TaskLine.tsx'
import { clock, say } from '../say.ts'

/** Every acknowledged edit is on the disk already; the words say since when. */
const savedWords = ({ savedAt }: CaseState) =>
  savedAt === null ? say('shell.savedPlain') : say('shell.saved', { time: clock(savedAt) })

export const StatusLine = ({ state }: { state: CaseState }) => (
  <footer className="status-line">
    <a className="status-saved" href={addressOf('history')} title={say('shell.openHistory')}>
      <History size={12} aria-hidden="true" />
      <span role="status">{savedWords(state)}</span>
    </a>
    <span className="status-counts">
      <span>{say('shell.countSources', { count: state.counts.sources })}</span>
      <span>{say('shell.countExcerpts', { count: state.counts.excerpts })}</span>
      <span>{say('shell.countClaims', { count: state.counts.claims })}</span>
      <span>{say('shell.countConflicts', { count: state.counts.openConflicts })}</span>
      <span>{say('shell.countRisks', { count: state.counts.risks })}</span>
    </span>
    <TaskLine />
    <span className="status-end" title={say('shell.offlineWhy')}>
      <WifiOff size={12} aria-hidden="true" /> {say('shell.offline')}
    </span>
  </footer>
)
