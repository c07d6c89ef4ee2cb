import { type TermField, termField } from '../../../../shared/contract/exchange.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { columnLetters } from '../../../../shared/rules/exchange/cells.ts'
import type { Named } from '../../../../shared/rules/exchange/matrix-guess.ts'
import { say } from '../../../say.ts'
import { choiceOf, columnsOf, type SeenColumn, type SheetReading, withChoice } from './sheet-plan.ts'

type SheetColumnsProps = { reading: SheetReading; named: Named; onChange: (next: SheetReading) => void }

/** What each column of the sheet is taken for, beside its first words. */
export const SheetColumns = ({ reading, named, onChange }: SheetColumnsProps) => {
  const isTurned = reading.kind === 'matrix' && reading.layout.termsIn === 'columns'
  const placeOf = (at: number) => (isTurned ? String(at + 1) : columnLetters(at))
  return (
    <table className="sheet-columns">
      <thead>
        <tr>
          <th scope="col">{say(isTurned ? 'exchange.row' : 'exchange.column')}</th>
          <th scope="col">{say('exchange.head')}</th>
          <th scope="col">{say('exchange.takenFor')}</th>
        </tr>
      </thead>
      <tbody>
        {columnsOf(reading)
          .filter(({ head, first }) => head !== '' || first !== '')
          .map(column => (
            <tr key={column.at}>
              <th scope="row">{placeOf(column.at)}</th>
              <td>
                <span className="sheet-head">{column.head}</span>
                <span className="small muted">{column.first.slice(0, 120)}</span>
              </td>
              <td>
                <select
                  className="input"
                  aria-label={say('exchange.takeColumnFor', { column: placeOf(column.at), head: column.head })}
                  value={choiceOf(reading, column.at)}
                  onChange={event => onChange(withChoice(reading, column, event.target.value, named))}
                >
                  <Choices reading={reading} named={named} column={column} />
                </select>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

/** The part of a key for a field: keys have no spaces. */
const wordOf = (field: TermField) => (field === 'value type' ? 'value-type' : field)

const Choices = ({ reading, named, column }: { reading: SheetReading; named: Named; column: SeenColumn }) => (
  <>
    <option value="ignore">{say('exchange.ignore')}</option>
    {reading.kind !== 'matrix' ? null : (
      <>
        <option value="new source">{say('exchange.newSource', { title: column.head })}</option>
        <option value="new party">{say('exchange.newParty', { name: column.head })}</option>
        {partialDate.safeParse(column.head.trim()).success ? (
          <option value="date">{say('exchange.asDate', { date: column.head })}</option>
        ) : null}
        <option value="stage">{say('exchange.asStage')}</option>
        <optgroup label={say('exchange.sources')}>
          {named.sources.map(({ id, title }) => (
            <option key={id} value={`source ${id}`}>
              {title || say('imports.untitled')}
            </option>
          ))}
        </optgroup>
        <optgroup label={say('exchange.parties')}>
          {named.parties.map(({ id, name }) => (
            <option key={id} value={`party ${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </>
    )}
    <optgroup label={say('exchange.fields')}>
      {termField.options.map(field => (
        <option key={field} value={`field ${field}`}>
          {say(`exchange.field.${wordOf(field)}`)}
        </option>
      ))}
    </optgroup>
  </>
)
