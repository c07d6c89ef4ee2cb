import { Download, Upload } from 'lucide-react'
import { useState } from 'react'
import { useCommands } from '../../../commands.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { ExportRegisterDialog } from './ExportRegisterDialog.tsx'
import { ReadRegisterDialog } from './ReadRegisterDialog.tsx'

/** Beside the links of the views: registers in and out. */
export const ExchangeButtons = () => {
  const [shown, setShown] = useState<'read' | 'export' | null>(null)
  const close = () => setShown(null)
  const command = (name: 'read' | 'export', title: string) => ({
    id: `risks.exchange.${name}`,
    title,
    group: say('shell.risks'),
    run: () => setShown(name),
  })
  useCommands([command('read', say('registerExchange.open')), command('export', say('registerExchange.openExport'))])
  return (
    <>
      <Button
        look="quiet"
        iconOnly
        icon={<Upload size={16} />}
        label={say('registerExchange.open')}
        onClick={() => setShown('read')}
      />
      <Button
        look="quiet"
        iconOnly
        icon={<Download size={16} />}
        label={say('registerExchange.openExport')}
        onClick={() => setShown('export')}
      />
      {shown === 'read' ? <ReadRegisterDialog onClose={close} /> : null}
      {shown === 'export' ? <ExportRegisterDialog onClose={close} /> : null}
    </>
  )
}
