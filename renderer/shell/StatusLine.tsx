import { WifiOff } from 'lucide-react'
import type { CaseState } from '../../shared/contract/case.ts'
import { say } from '../say.ts'

export const StatusLine = ({ state }: { state: CaseState }) => (
  <footer className="status-line">
    <span>{say('shell.countSources', { count: state.counts.sources })}</span>
    <span>{say('shell.countExcerpts', { count: state.counts.excerpts })}</span>
    <span>{say('shell.countClaims', { count: state.counts.claims })}</span>
    <span>{say('shell.countConflicts', { count: state.counts.openConflicts })}</span>
    <span>{say('shell.countRisks', { count: state.counts.risks })}</span>
    <span className="status-end" title={say('shell.offlineWhy')}>
      <WifiOff size={12} aria-hidden="true" /> {say('shell.offline')}
    </span>
  </footer>
)
