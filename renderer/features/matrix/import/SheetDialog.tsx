import { useMemo } from 'react'
import { type Named, needsReporter } from '../../../../shared/rules/exchange/matrix-guess.ts'
import { call } from '../../../api.ts'
import { ReadSheetDialog } from '../../../parts/ReadSheetDialog.tsx'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
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

/** Reads in terms, claims or a whole matrix from a spreadsheet. */
export const SheetDialog = ({ onClose }: { onClose: () => void }) => {
  const terms = useRead('terms.list', {}).value
  const sources = useRead('sources.changes', { since: null }).value?.rows
  const parties = useRead('parties.list', {}).value
  const named = useMemo<Named | null>(
    () => (terms && sources && parties ? { terms, sources, parties } : null),
    [terms, sources, parties],
  )
  return (
    <ReadSheetDialog<SheetReading>
      title={say('exchange.title')}
      accept=".xlsx,.csv,.tsv,.txt"
      choose={say('exchange.choose')}
      drop={say('exchange.drop')}
      readingOf={named && (book => readingOf(book, named))}
      preview={reading => call('exchange.preview', planOf(reading))}
      apply={(reading, without) => perform('exchange.apply', { plan: planOf(reading), without })}
      whatOf={whatOf}
      layout={(reading, onChange) =>
        named === null ? null : (
          <>
            <Layout reading={reading} named={named} onChange={onChange} />
            {reading.kind === 'records' ? null : <SheetColumns reading={reading} named={named} onChange={onChange} />}
          </>
        )
      }
      onClose={onClose}
    />
  )
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
