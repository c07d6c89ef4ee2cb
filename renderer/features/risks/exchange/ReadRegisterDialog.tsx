import { useEffect, useState } from 'react'
import type { RegisterDifference, RegisterPreview } from '../../../../shared/contract/register-exchange.ts'
import type { Book } from '../../../../shared/model/sheet.ts'
import { call } from '../../../api.ts'
import { notify } from '../../../notices.ts'
import { SheetDifferences } from '../../../parts/SheetDifferences.tsx'
import { SheetFile } from '../../../parts/SheetFile.tsx'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { RegisterColumns, RegisterValues } from './RegisterColumns.tsx'
import { RegisterLayout } from './RegisterLayout.tsx'
import { planOf, type Reading, readingOf } from './reading.ts'
import './exchange.css'

const sayWhat = (what: RegisterDifference['what']): string => say(`registerExchange.what.${what}`)
const whatOf = (what: string): string => sayWhat(what as RegisterDifference['what'])

/** Reads a register in: what its columns and words are, what would change, and only then the change, as one step of undo. */
export const ReadRegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const { value: scales } = useRead('criteria.read', {})
  const [reading, setReading] = useState<Reading | null>(null)
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const { preview, refusal } = usePreview(reading)
  const take = (read: { book: Book } | { refusal: string }) => {
    setFault('refusal' in read ? read.refusal : '')
    setWithout(new Set())
    setReading('refusal' in read || scales === undefined ? null : readingOf(read.book, scales))
  }
  const change = (next: Reading) => {
    setReading(next)
    setWithout(new Set())
  }
  const doable = preview?.differences.filter(({ kind }) => kind === 'new' || kind === 'changed') ?? []
  const count = doable.filter(({ key }) => !without.has(key)).length
  const apply = async () => {
    if (reading === null) return
    setBusy(true)
    const outcome = await perform('registerExchange.apply', { plan: planOf(reading), without: [...without] })
    setBusy(false)
    if (!outcome.ok) return setFault(outcome.message)
    notify({ tone: 'plain', text: outcome.value.message })
    onClose()
  }
  return (
    <Dialog
      title={say('registerExchange.title')}
      full
      closeLabel={say('shell.close')}
      onClose={onClose}
      footer={
        <>
          <Button label={say('shell.cancel')} onClick={onClose} />
          <Button
            writes
            look="primary"
            label={say('exchange.apply', { count })}
            disabled={count === 0 || isBusy}
            onClick={() => void apply()}
          />
        </>
      }
    >
      <SheetFile
        accept=".xlsx,.csv,.tsv,.txt,.json"
        choose={say('registerExchange.choose')}
        drop={say('registerExchange.drop')}
        fileName={reading?.book.fileName}
        isDisabled={isBusy || scales === undefined}
        onRead={take}
      />
      {fault === '' ? null : (
        <p className="refusal" role="alert">
          {fault}
        </p>
      )}
      {reading?.book.warnings.map(warning => (
        <p key={warning} className="small muted">
          {warning}
        </p>
      ))}
      {reading === null || scales === undefined ? null : (
        <div className="sheet-parts">
          <section aria-label={say('exchange.layout')}>
            <h3>{say('exchange.layout')}</h3>
            <RegisterLayout reading={reading} scales={scales} onChange={change} />
            {reading.asRecords ? null : (
              <>
                <RegisterValues reading={reading} scales={scales} onChange={change} />
                <RegisterColumns reading={reading} scales={scales} onChange={change} />
              </>
            )}
          </section>
          <section aria-label={say('exchange.differences')}>
            <h3>{say('exchange.differences')}</h3>
            {refusal === '' ? null : <p role="alert">{refusal}</p>}
            {preview === null ? null : (
              <SheetDifferences preview={preview} whatOf={whatOf} without={without} onChange={setWithout} />
            )}
          </section>
        </div>
      )}
    </Dialog>
  )
}

/** What reading in would do. While another answer is on its way the last one stays. */
const usePreview = (reading: Reading | null) => {
  const [answer, setAnswer] = useState<{ preview: RegisterPreview | null; refusal: string }>({
    preview: null,
    refusal: '',
  })
  useEffect(() => {
    if (reading === null) return setAnswer({ preview: null, refusal: '' })
    let isOver = false
    void call('registerExchange.preview', planOf(reading)).then(outcome => {
      if (isOver) return
      setAnswer(outcome.ok ? { preview: outcome.value, refusal: '' } : { preview: null, refusal: outcome.message })
    })
    return () => {
      isOver = true
    }
  }, [reading])
  return answer
}
