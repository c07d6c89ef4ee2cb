import { useState } from 'react'
import { type RegisterFormat, registerFormat } from '../../../../shared/contract/register-exchange.ts'
import { notify } from '../../../notices.ts'
import { PlaceDialog } from '../../../parts/PlaceDialog.tsx'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'
import { SelectField } from '../../../ui/Field.tsx'

/** Writes the file and names it. */
const write = async (format: RegisterFormat) => {
  const outcome = await perform('registerExchange.export', { format })
  if (!outcome.ok || outcome.value.path === null) return
  notify({ tone: 'plain', text: say('export.written', { path: outcome.value.path }) })
}

/** The whole register with its past, as a file that can be read in again. */
export const ExportRegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const [format, setFormat] = useState<RegisterFormat>('xlsx')
  return (
    <PlaceDialog
      title={say('registerExchange.exportTitle')}
      action={say('export.choosePlace')}
      onChoose={() => void write(format)}
      onClose={onClose}
    >
      <SelectField
        label={say('export.as')}
        hint={say(`registerExchange.formatHint.${format}`)}
        value={format}
        choices={registerFormat.options.map(value => ({ value, label: say(`export.format.${value}`) }))}
        onChoose={setFormat}
      />
    </PlaceDialog>
  )
}
