import { FileText } from 'lucide-react'
import { useState } from 'react'
import type { RiskReportKind } from '../../../../shared/contract/risk-reports.ts'
import { riskId } from '../../../../shared/model/id.ts'
import { useCommands } from '../../../commands.ts'
import { useLocation } from '../../../location.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { momentOf } from '../changes/since.ts'
import { ReportDialog } from './ReportDialog.tsx'

/** What is reported of each view before another choice is made. */
const kinds: Readonly<Record<string, RiskReportKind>> = {
  indicators: 'indicators',
  reviews: 'reviews',
  changes: 'changes',
}

/** Beside the links of the views: reports begin with what is on the screen. */
export const ReportButton = () => {
  const { id, query } = useLocation()
  const [isOpen, setOpen] = useState(false)
  useCommands([
    {
      id: 'risks.report',
      title: say('movers.report'),
      group: say('shell.risks'),
      shortcut: 'Mod+E',
      run: () => setOpen(true),
    },
  ])
  return (
    <>
      <Button
        label={say('movers.report')}
        icon={<FileText size={14} />}
        look="quiet"
        className="risks-report"
        onClick={() => setOpen(true)}
      />
      {isOpen ? (
        <ReportDialog
          kind={kinds[query.view ?? ''] ?? 'top'}
          risk={riskId.safeParse(id).data ?? null}
          since={momentOf(query)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
