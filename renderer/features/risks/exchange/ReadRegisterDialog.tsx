import type { RegisterDifference } from '../../../../shared/contract/register-exchange.ts'
import { call } from '../../../api.ts'
import { ReadSheetDialog } from '../../../parts/ReadSheetDialog.tsx'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { RegisterColumns, RegisterValues } from './RegisterColumns.tsx'
import { RegisterLayout } from './RegisterLayout.tsx'
import { planOf, type Reading, readingOf } from './reading.ts'
import './exchange.css'

const sayWhat = (what: RegisterDifference['what']): string => say(`registerExchange.what.${what}`)
const whatOf = (what: string): string => sayWhat(what as RegisterDifference['what'])

/** Reads a register in from a spreadsheet, or from what was exported of one. */
export const ReadRegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const { value: scales } = useRead('criteria.read', {})
  return (
    <ReadSheetDialog<Reading>
      title={say('registerExchange.title')}
      accept=".xlsx,.csv,.tsv,.txt,.json"
      choose={say('registerExchange.choose')}
      drop={say('registerExchange.drop')}
      readingOf={scales ? book => readingOf(book, scales) : null}
      preview={reading => call('registerExchange.preview', planOf(reading))}
      apply={(reading, without) => perform('registerExchange.apply', { plan: planOf(reading), without })}
      whatOf={whatOf}
      layout={(reading, onChange) =>
        scales === undefined ? null : (
          <>
            <RegisterLayout reading={reading} scales={scales} onChange={onChange} />
            {reading.asRecords ? null : (
              <>
                <RegisterValues reading={reading} scales={scales} onChange={onChange} />
                <RegisterColumns reading={reading} scales={scales} onChange={onChange} />
              </>
            )}
          </>
        )
      }
      onClose={onClose}
    />
  )
}
