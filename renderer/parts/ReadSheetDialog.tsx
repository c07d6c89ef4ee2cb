import { type ReactNode, useEffect, useState } from 'react'
import type { Book } from '../../shared/model/sheet.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { notify } from '../notices.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { isDoable, SheetDifferences, type SheetPreview } from './SheetDifferences.tsx'
import { SheetFile } from './SheetFile.tsx'
import './sheet-parts.css'

type ReadSheetDialogProps<Reading extends { book: Book }> = {
  title: string
  accept: string
  choose: string
  drop: string
  /** The way of reading a file that fits best; null while what it is compared with has yet to come. */
  readingOf: ((book: Book) => Reading) | null
  preview: (reading: Reading) => Promise<Outcome<SheetPreview>>
  apply: (reading: Reading, without: string[]) => Promise<Outcome<{ message: string }>>
  /** What a record is called. */
  whatOf: (what: SheetPreview['differences'][number]['what']) => string
  /** How the file is read, to be changed by the analyst. */
  layout: (reading: Reading, onChange: (next: Reading) => void) => ReactNode
  onClose: () => void
}

/** Reads a spreadsheet in: what its columns are, what would change, and only then the change, as one step of undo. */
export const ReadSheetDialog = <Reading extends { book: Book }>(props: ReadSheetDialogProps<Reading>) => {
  const { title, accept, choose, drop, readingOf, whatOf, layout, onClose } = props
  const [reading, setReading] = useState<Reading | null>(null)
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const { preview, refusal } = usePreview(reading, props.preview)
  const take = (read: { book: Book } | { refusal: string }) => {
    setFault('refusal' in read ? read.refusal : '')
    setWithout(new Set())
    setReading('refusal' in read || readingOf === null ? null : readingOf(read.book))
  }
  const change = (next: Reading) => {
    setReading(next)
    setWithout(new Set())
  }
  const count = preview?.differences.filter(one => isDoable(one) && !without.has(one.key)).length ?? 0
  const apply = async () => {
    if (reading === null) return
    setBusy(true)
    const outcome = await props.apply(reading, [...without])
    setBusy(false)
    if (!outcome.ok) return setFault(outcome.message)
    notify({ tone: 'plain', text: outcome.value.message })
    onClose()
  }
  return (
    <Dialog
      title={title}
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
        accept={accept}
        choose={choose}
        drop={drop}
        fileName={reading?.book.fileName}
        isDisabled={isBusy || readingOf === null}
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
      {reading === null ? null : (
        <div className="sheet-parts">
          <section aria-label={say('exchange.layout')}>
            <h3>{say('exchange.layout')}</h3>
            {layout(reading, change)}
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
const usePreview = <Reading,>(
  reading: Reading | null,
  ask: (reading: Reading) => Promise<Outcome<SheetPreview>>,
): { preview: SheetPreview | null; refusal: string } => {
  const [answer, setAnswer] = useState<{ preview: SheetPreview | null; refusal: string }>({
    preview: null,
    refusal: '',
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it is asked is the same for the life of the dialog.
  useEffect(() => {
    if (reading === null) return setAnswer({ preview: null, refusal: '' })
    let isOver = false
    void ask(reading).then(outcome => {
      if (isOver) return
      setAnswer(outcome.ok ? { preview: outcome.value, refusal: '' } : { preview: null, refusal: outcome.message })
    })
    return () => {
      isOver = true
    }
  }, [reading])
  return answer
}
