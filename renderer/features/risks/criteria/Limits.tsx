import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { levelLetter } from '../../../../shared/model/criteria.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { useWhyFixed } from '../../../ui/fixed.ts'
import { addDimension, removeDimension, withAppetite, withCadence, withDimension } from './draft.ts'
import { NumberInput } from './NumberInput.tsx'
import type { CriteriaHands } from './use-criteria.ts'

type Edited = Pick<CriteriaHands, 'scales' | 'edit'>

/** On what an impact is felt. */
export const Dimensions = ({ scales, edit }: Edited) => {
  const isFixed = useWhyFixed() !== null
  return (
    <section className="criteria-part" aria-labelledby="criteria-dimensions">
      <h2 id="criteria-dimensions">{say('criteria.dimensions')}</h2>
      <ul className="criteria-list">
        {scales.dimensions.map((dimension, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dimension is known by its place; its word is being typed.
          <li key={at}>
            <input
              className="input"
              aria-label={say('criteria.dimension', { number: at + 1 })}
              aria-invalid={dimension.trim() === ''}
              readOnly={isFixed}
              value={dimension}
              onChange={event => edit(withDimension(scales, at, event.target.value))}
            />
            <Button
              writes
              look="quiet"
              iconOnly
              icon={<X size={14} />}
              label={say('criteria.removeWord', { word: dimension })}
              disabled={scales.dimensions.length < 2}
              onClick={() => edit(removeDimension(scales, at))}
            />
          </li>
        ))}
      </ul>
      <Button
        writes
        look="quiet"
        icon={<Plus size={14} />}
        label={say('criteria.addDimension')}
        onClick={() => edit(addDimension(scales))}
      />
    </section>
  )
}

/** The highest level that is borne, by category; what no line names is spoken for by the line of all others. */
export const Appetite = ({ scales, edit }: Edited) => {
  const isFixed = useWhyFixed() !== null
  const list = useId()
  const [category, setCategory] = useState('')
  const register = useRead('risks.register', {}).value ?? []
  const used = [...new Set(register.map(risk => risk.category).filter(Boolean))].sort()
  const stated = scales.appetite.map(limit => limit.category)
  const missing = used.filter(one => !stated.includes(one))
  const add = () => {
    if (category.trim() === '' || stated.includes(category.trim())) return
    edit(withAppetite(scales, category.trim(), 'M'))
    setCategory('')
  }
  const lines = [...scales.appetite.filter(limit => limit.category !== ''), { category: '' }]
  const levelOf = (name: string) => scales.appetite.find(limit => limit.category === name)?.level ?? ''
  return (
    <section className="criteria-part" aria-labelledby="criteria-appetite">
      <h2 id="criteria-appetite">{say('criteria.appetite')}</h2>
      <ul className="criteria-list">
        {lines.map(({ category: name }) => {
          const shown = name === '' ? say('criteria.everyOther') : name
          return (
            <li key={name}>
              <span className={name === '' ? 'muted' : ''}>{shown}</span>
              <select
                className="input"
                aria-label={say('criteria.appetiteOf', { category: shown })}
                disabled={isFixed}
                value={levelOf(name)}
                onChange={event => {
                  const level = levelLetter.options.find(one => one === event.target.value)
                  if (level !== undefined || name === '') edit(withAppetite(scales, name, level ?? null))
                }}
              >
                {name === '' ? <option value="">{say('criteria.noAppetite')}</option> : null}
                {levelLetter.options.map(level => (
                  <option key={level} value={level}>
                    {level}
                  </option>
                ))}
              </select>
              {name === '' ? (
                <span className="criteria-gap" />
              ) : (
                <Button
                  writes
                  look="quiet"
                  iconOnly
                  icon={<X size={14} />}
                  label={say('criteria.removeAppetite', { category: name })}
                  onClick={() => edit(withAppetite(scales, name, null))}
                />
              )}
            </li>
          )
        })}
      </ul>
      <form
        className="criteria-add"
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <input
          className="input"
          list={list}
          aria-label={say('criteria.newCategory')}
          placeholder={say('criteria.newCategory')}
          readOnly={isFixed}
          value={category}
          onChange={event => setCategory(event.target.value)}
        />
        <datalist id={list}>
          {missing.map(one => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <Button
          writes
          type="submit"
          look="quiet"
          iconOnly
          icon={<Plus size={14} />}
          label={say('criteria.addAppetite')}
        />
      </form>
      {missing.length > 0 && levelOf('') === '' ? (
        <p className="small muted">{say('criteria.withoutAppetite', { categories: missing.join(', ') })}</p>
      ) : null}
    </section>
  )
}

/** After how many days a risk of each level is looked at again, where it says nothing itself. */
export const Cadence = ({ scales, edit }: Edited) => (
  <section className="criteria-part" aria-labelledby="criteria-cadence">
    <h2 id="criteria-cadence">{say('criteria.cadence')}</h2>
    <ul className="criteria-list">
      {levelLetter.options.toReversed().map(level => (
        <li key={level}>
          <span>{level}</span>
          <NumberInput
            label={say('criteria.cadenceOf', { level })}
            value={scales.cadence.find(one => one.level === level)?.days ?? null}
            most={36_500}
            whole
            canBeEmpty
            onChange={days => edit(withCadence(scales, level, days))}
          />
          <span className="small muted">{say('criteria.days')}</span>
        </li>
      ))}
    </ul>
  </section>
)
