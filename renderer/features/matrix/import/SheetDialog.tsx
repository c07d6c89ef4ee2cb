import { useEffect, useMemo, useState } from 'react'
import type { ExchangePreview } from '../../../../shared/contract/exchange.ts'
import type { Book } from '../../../../shared/model/sheet.ts'
import { type Named, needsReporter } from '../../../../shared/rules/exchange/matrix-guess.ts'
import { call } from '../../../api.ts'
import { notify } from '../../../notices.ts'
import { SheetDifferences } from '../../../parts/SheetDifferences.tsx'
import { SheetFile } from '../../../parts/SheetFile.tsx'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SelectField, TextField } from '../../../ui/Field.tsx'
import { SheetColumns } from './SheetColumns.tsx'
import { laidOut, planOf, readingOf, type SheetReading, sheetOf } from './sheet-plan.ts'
import './import.css'

const kinds = ['matrix', 'terms', 'records'] as const

const words = {
  term: say('exchange.what.term'),
  claim: say('exchange.what.claim'),
  source: say('exchange.what.source'),
  party: say('exchange.what.party'),
}
const whatOf = (what: string): string => words[what as keyof typeof words] ?? what

/** Reads a spreadsheet in: what its columns are, what would change, and only then the change, as one step of undo. */
export const SheetDialog = ({ onClose }: { onClose: () => void }) => {
  const terms = useRead('terms.list', {}).value
  const sources = useRead('sources.changes', { since: null }).value?.rows
  const parties = useRead('parties.list', {}).value
  const named = useMemo<Named | null>(
    () => (terms && sources && parties ? { terms, sources, parties } : null),
    [terms, sources, parties],
  )
  const [reading, setReading] = useState<SheetReading | null>(null)
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const { preview, refusal } = usePreview(reading)
  const take = (read: { book: Book } | { refusal: string }) => {
    setFault('refusal' in read ? read.refusal : '')
    setWithout(new Set())
    setReading('refusal' in read || named === null ? null : readingOf(read.book, named))
  }
  const change = (next: SheetReading) => {
    setReading(next)
    setWithout(new Set())
  }
  const doable = preview?.differences.filter(({ kind }) => kind !== 'unreadable' && kind !== 'same') ?? []
  const count = doable.filter(({ key }) => !without.has(key)).length
  const apply = async () => {
    if (reading === null) return
    setBusy(true)
    const outcome = await perform('exchange.apply', { plan: planOf(reading), without: [...without] })
    setBusy(false)
    if (!outcome.ok) return setFault(outcome.message)
    notify({ tone: 'plain', text: outcome.value.message })
    onClose()
  }
  return (
    <Dialog
      title={say('exchange.title')}
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
        accept=".xlsx,.csv,.tsv,.txt"
        choose={say('exchange.choose')}
        drop={say('exchange.drop')}
        fileName={reading?.book.fileName}
        isDisabled={isBusy || named === null}
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
      {reading === null || named === null ? null : (
        <div className="sheet-parts">
          <section aria-label={say('exchange.layout')}>
            <h3>{say('exchange.layout')}</h3>
            <Layout reading={reading} named={named} onChange={change} />
            {reading.kind === 'records' ? null : <SheetColumns reading={reading} named={named} onChange={change} />}
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
const usePreview = (reading: SheetReading | null) => {
  const [answer, setAnswer] = useState<{ preview: ExchangePreview | null; refusal: string }>({
    preview: null,
    refusal: '',
  })
  useEffect(() => {
    if (reading === null) return setAnswer({ preview: null, refusal: '' })
    let isOver = false
    void call('exchange.preview', planOf(reading)).then(outcome => {
      if (isOver) return
      setAnswer(outcome.ok ? { preview: outcome.value, refusal: '' } : { preview: null, refusal: outcome.message })
    })
    return () => {
      isOver = true
    }
  }, [reading])
  return answer
}

type LayoutProps = { reading: SheetReading; named: Named; onChange: (next: SheetReading) => void }

const Layout = ({ reading, named, onChange }: LayoutProps) => {
  const { book, layout, list, kind } = reading
  const head = kind === 'matrix' ? layout.head : list.head
  const last = sheetOf(reading).rows.length
  const setHead = (at: number) =>
    onChange(kind === 'matrix' ? laidOut(reading, named, { head: at }) : { ...reading, list: { ...list, head: at } })
  const { reportedBy } = layout
  return (
    <div className="sheet-layout">
      {book.sheets.length < 2 || kind === 'records' ? null : (
        <SelectField
          label={say('exchange.sheet')}
          value={String(reading.sheet)}
          choices={book.sheets.map((one, at) => ({
            value: String(at),
            label: one.hidden ? say('exchange.hiddenSheet', { name: one.name }) : one.name,
          }))}
          onChoose={at => onChange(readingOf(book, named, Number(at)))}
        />
      )}
      <SelectField
        label={say('exchange.readAs')}
        value={kind}
        choices={kinds.map(value => ({ value, label: say(`exchange.kind.${value}`) }))}
        onChoose={next => onChange({ ...reading, kind: next })}
      />
      {kind === 'matrix' ? (
        <SelectField
          label={say('exchange.termsIn')}
          value={layout.termsIn}
          choices={(['rows', 'columns'] as const).map(value => ({ value, label: say(`exchange.termsIn.${value}`) }))}
          onChoose={termsIn => onChange(laidOut(reading, named, { termsIn }))}
        />
      ) : null}
      {kind === 'records' ? null : (
        <TextField
          label={say(kind === 'matrix' && layout.termsIn === 'columns' ? 'exchange.headColumn' : 'exchange.headRow')}
          type="number"
          min={1}
          max={last}
          value={head + 1}
          onChange={event => {
            const at = event.target.valueAsNumber - 1
            if (at >= 0 && at < 200_000) setHead(at)
          }}
        />
      )}
      {kind === 'matrix' && needsReporter(layout) ? (
        <SelectField
          label={say('exchange.reportedBy')}
          value={reportedBy !== null && 'id' in reportedBy ? reportedBy.id : ''}
          choices={[
            { value: '', label: say('exchange.newSource', { title: book.fileName }) },
            ...named.sources.map(({ id, title }) => ({ value: id, label: title || say('imports.untitled') })),
          ]}
          onChoose={id => {
            const source = named.sources.find(one => one.id === id)
            onChange({
              ...reading,
              layout: { ...layout, reportedBy: source ? { id: source.id } : { title: book.fileName } },
            })
          }}
        />
      ) : null}
    </div>
  )
}
