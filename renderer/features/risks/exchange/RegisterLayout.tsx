import { useState } from 'react'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { guessRegister } from '../../../../shared/rules/exchange/risks/guess-register.ts'
import { savedFrom, savedMapping, savedOn } from '../../../../shared/rules/exchange/risks/saved-mapping.ts'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField, TextField } from '../../../ui/Field.tsx'
import { type Reading, readingOf, sheetOf } from './reading.ts'

type RegisterLayoutProps = { reading: Reading; scales: Scales; onChange: (next: Reading) => void }

const orders = ['unsaid', 'day', 'month'] as const

/** Which sheet is read, by which mapping, from which row, and what its days and impacts are. */
export const RegisterLayout = ({ reading, scales, onChange }: RegisterLayoutProps) => {
  const { book, at, mapping, asRecords } = reading
  const sheet = sheetOf(reading)
  const { value: saved = [] } = useRead('savedViews.list', { screen: 'register mapping' })
  const [name, setName] = useState('')
  const change = (patch: Partial<Reading['mapping']>) => onChange({ ...reading, mapping: { ...mapping, ...patch } })
  const keep = async () => {
    const settings = JSON.parse(JSON.stringify(savedFrom(sheet, mapping)))
    const before = saved.find(one => one.name === name.trim())
    const outcome = before
      ? await perform('savedViews.update', { id: before.id, patch: { settings } })
      : await perform('savedViews.create', { screen: 'register mapping', name: name.trim(), settings })
    if (outcome.ok) setName('')
  }
  if (asRecords) return <p className="small muted">{say('registerExchange.isOurs')}</p>
  return (
    <>
      <p className="small muted">{say(`registerExchange.shape.${mapping.shape}`)}</p>
      <div className="sheet-layout">
        {book.sheets.length < 2 ? null : (
          <SelectField
            label={say('exchange.sheet')}
            value={String(at)}
            choices={book.sheets.map((one, place) => ({
              value: String(place),
              label: one.hidden ? say('exchange.hiddenSheet', { name: one.name }) : one.name,
            }))}
            onChoose={place => onChange(readingOf(book, scales, Number(place)))}
          />
        )}
        {saved.length === 0 ? null : (
          <SelectField
            label={say('registerExchange.mapping')}
            value=""
            choices={[
              { value: '', label: say('registerExchange.chooseMapping') },
              ...saved.map(one => ({ value: one.id as string, label: one.name })),
            ]}
            onChoose={id => {
              const found = savedMapping.safeParse(saved.find(one => one.id === id)?.settings).data
              if (found) onChange({ ...reading, mapping: savedOn(sheet, found, scales) })
            }}
          />
        )}
        <TextField
          label={say('exchange.headRow')}
          type="number"
          min={1}
          max={sheet.rows.length}
          value={mapping.head + 1}
          onChange={event => {
            const head = event.target.valueAsNumber - 1
            if (head >= 0 && head < sheet.rows.length)
              onChange({ ...reading, mapping: guessRegister(sheet, scales, head) })
          }}
        />
        <SelectField
          label={say('registerExchange.days')}
          value={mapping.dayFirst === null ? 'unsaid' : mapping.dayFirst ? 'day' : 'month'}
          choices={orders.map(value => ({ value, label: say(`registerExchange.days.${value}`) }))}
          onChoose={order => change({ dayFirst: order === 'unsaid' ? null : order === 'day' })}
        />
        <SelectField
          label={say('registerExchange.dimension')}
          value={mapping.dimension}
          choices={scales.dimensions.map(value => ({ value, label: value }))}
          onChoose={dimension => change({ dimension })}
        />
      </div>
      <div className="sheet-keep">
        <TextField
          label={say('registerExchange.keepAs')}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <Button writes label={say('registerExchange.keep')} disabled={name.trim() === ''} onClick={() => void keep()} />
      </div>
    </>
  )
}
