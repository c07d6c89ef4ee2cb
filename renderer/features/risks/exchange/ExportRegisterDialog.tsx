import { useState } from 'react'
import { type RegisterFormat, registerFormat } from '../../../../shared/contract/register-exchange.ts'
import { notify } from '../../../notices.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SelectField } from '../../../ui/Field.tsx'

/** Writes the file and names it; the dialog is gone by then. */
const write = async (format: RegisterFormat) => {
  const outcome = await perform('registerExchange.export', { format })
  if (!outcome.ok || outcome.value.path === null) return
  notify({ tone: 'plain', text: say('export.written', { path: outcome.value.path }) })
}

/** The whole register with its past, as a file that can be read in again. */
export const ExportRegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const [format, setFormat] = useState<RegisterFormat>('xlsx')
  return (
    <Dialog
      title={say('registerExchange.exportTitle')}
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button
            look="primary"
            label={say('export.choosePlace')}
            onClick={() => {
              onClose()
              void write(format)
            }}
          />
        </>
      }
    >
      <SelectField
        label={say('export.as')}
        hint={say(`registerExchange.formatHint.${format}`)}
        value={format}
        choices={registerFormat.options.map(value => ({ value, label: say(`export.format.${value}`) }))}
        onChoose={setFormat}
      />
    </Dialog>
  )
}
