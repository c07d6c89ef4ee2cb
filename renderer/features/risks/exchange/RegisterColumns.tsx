import { registerField } from '../../../../shared/contract/register-exchange.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { columnLetters } from '../../../../shared/rules/exchange/cells.ts'
import { ownWords } from '../../../../shared/rules/exchange/risks/value-words.ts'
import { say } from '../../../say.ts'
import { columnsOf, type Reading, withField } from './reading.ts'

type MappingProps = { reading: Reading; scales: Scales; onChange: (next: Reading) => void }

/** Keys have no spaces. */
type Hyphened<Words extends string> = Words extends `${infer Head} ${infer Rest}` ? `${Head}-${Hyphened<Rest>}` : Words
const hyphened = <Words extends string>(words: Words) => words.replaceAll(' ', '-') as Hyphened<Words>

/** What each column of the sheet is taken for, beside its first words. */
export const RegisterColumns = ({ reading, scales, onChange }: MappingProps) => (
  <table className="sheet-columns">
    <thead>
      <tr>
        <th scope="col">{say('exchange.column')}</th>
        <th scope="col">{say('exchange.head')}</th>
        <th scope="col">{say('exchange.takenFor')}</th>
      </tr>
    </thead>
    <tbody>
      {columnsOf(reading).map(({ at, head, first }) => (
        <tr key={at}>
          <th scope="row">{columnLetters(at)}</th>
          <td>
            <span className="sheet-head">{head}</span>
            <span className="small muted">{first.slice(0, 120)}</span>
          </td>
          <td>
            <select
              className="input"
              aria-label={say('exchange.takeColumnFor', { column: columnLetters(at), head })}
              value={reading.mapping.columns.find(one => one.at === at)?.field ?? ''}
              onChange={event => {
                const field = registerField.safeParse(event.target.value).data ?? null
                onChange(withField(reading, at, field, scales))
              }}
            >
              <option value="">{say('exchange.ignore')}</option>
              {registerField.options.map(field => (
                <option key={field} value={field}>
                  {say(`registerExchange.field.${hyphened(field)}`)}
                </option>
              ))}
            </select>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What the words of the other register mean here; what nobody has said comes first. */
export const RegisterValues = ({ reading, scales, onChange }: MappingProps) => {
  const { mapping } = reading
  if (mapping.values.length === 0) return null
  const open = mapping.values.filter(({ ours }) => ours === '').length
  return (
    <details className="sheet-values" open={open > 0}>
      <summary>{say('registerExchange.values', { count: mapping.values.length, open })}</summary>
      <table className="sheet-columns">
        <thead>
          <tr>
            <th scope="col">{say('registerExchange.valueField')}</th>
            <th scope="col">{say('registerExchange.theirs')}</th>
            <th scope="col">{say('registerExchange.ours')}</th>
          </tr>
        </thead>
        <tbody>
          {mapping.values
            .map((value, at) => ({ ...value, at }))
            .toSorted((one, other) => Number(one.ours !== '') - Number(other.ours !== '') || one.at - other.at)
            .map(({ field, theirs, ours, at }) => (
              <tr key={`${field} ${theirs}`}>
                <th scope="row">{say(`registerExchange.value.${hyphened(field)}`)}</th>
                <td>{theirs}</td>
                <td>
                  <select
                    className="input"
                    aria-label={say('registerExchange.meaningOf', { words: theirs })}
                    value={ours}
                    onChange={event =>
                      onChange({
                        ...reading,
                        mapping: {
                          ...mapping,
                          values: mapping.values.with(at, { field, theirs, ours: event.target.value }),
                        },
                      })
                    }
                  >
                    <option value="">{say('exchange.ignore')}</option>
                    {ownWords(field, scales).map(word => (
                      <option key={word} value={word}>
                        {word}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </details>
  )
}
