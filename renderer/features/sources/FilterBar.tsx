import { ListFilter, Plus, X } from 'lucide-react'
import { useMemo } from 'react'
import { compareWords } from '../../../shared/formats.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { choiceLabel, type Field, field, fieldLabel, fieldNames, isField, type Names } from './fields.ts'
import {
  type Condition,
  type Filter,
  isFiltering,
  needsValue,
  noFilter,
  type Test,
  testLabel,
  testsOf,
} from './filter.ts'
import type { LibrarySource } from './use-library.ts'

/** Values offered at most: of a field that says something else in every source a list helps nobody. */
const mostOffered = 300

/** What a condition on a field begins with: the first thing that can be asked of it. */
export const conditionOn = (name: Field): Condition => ({
  field: name,
  test: testsOf[field(name).kind][0] ?? 'is',
  value: '',
})

type FilterBarProps = {
  filter: Filter
  sources: readonly LibrarySource[]
  names: Names
  onChange: (filter: Filter) => void
}

/** The conditions of a filter, each a field, what is asked of it, and a value. */
export const FilterBar = ({ filter, sources, names, onChange }: FilterBarProps) => {
  const { conditions, join } = filter
  const put = (at: number, condition: Condition) =>
    onChange({ ...filter, conditions: conditions.map((one, place) => (place === at ? condition : one)) })
  const add = () => onChange({ ...filter, conditions: [...conditions, conditionOn('publisher')] })
  return (
    <div className="sources-filter" role="group" aria-label={say('library.filter')}>
      <ListFilter size={16} aria-hidden="true" />
      {conditions.length < 2 ? null : (
        <select
          className="input"
          aria-label={say('library.join')}
          value={join}
          onChange={event => onChange({ ...filter, join: event.target.value === 'any' ? 'any' : 'all' })}
        >
          <option value="all">{say('library.joinAll')}</option>
          <option value="any">{say('library.joinAny')}</option>
        </select>
      )}
      {conditions.map((condition, at) => (
        <ConditionEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is told from others by its place alone.
          key={at}
          condition={condition}
          sources={sources}
          names={names}
          onChange={next => put(at, next)}
          onRemove={() => onChange({ ...filter, conditions: conditions.filter((_, place) => place !== at) })}
        />
      ))}
      <Button look="quiet" icon={<Plus size={14} />} label={say('library.addCondition')} onClick={add} />
      {isFiltering(filter) || conditions.length > 0 ? (
        <Button
          look="quiet"
          icon={<X size={14} />}
          label={say('library.clearFilter')}
          onClick={() => onChange(noFilter)}
        />
      ) : null}
    </div>
  )
}

type ConditionEditorProps = {
  condition: Condition
  sources: readonly LibrarySource[]
  names: Names
  onChange: (condition: Condition) => void
  onRemove: () => void
}

const ConditionEditor = ({ condition, sources, names, onChange, onRemove }: ConditionEditorProps) => {
  const { field: name, test, value } = condition
  const { kind } = field(name)
  const offered = useMemo(() => (kind === 'choice' ? valuesOf(name, sources, names) : []), [kind, name, sources, names])
  const chooseField = (chosen: string) => {
    if (!isField(chosen)) return
    const same = testsOf[field(chosen).kind].includes(test)
    onChange({ ...conditionOn(chosen), ...(same ? { test } : {}), value: field(chosen).kind === kind ? value : '' })
  }
  return (
    <span className="sources-condition">
      <select
        className="input"
        aria-label={say('library.field')}
        value={name}
        onChange={event => chooseField(event.target.value)}
      >
        {fieldNames.map(one => (
          <option key={one} value={one}>
            {fieldLabel(one)}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={say('library.test')}
        value={test}
        onChange={event => onChange({ ...condition, test: event.target.value as Test })}
      >
        {testsOf[kind].map(one => (
          <option key={one} value={one}>
            {say(testLabel(one, kind))}
          </option>
        ))}
      </select>
      {!needsValue(test) ? null : kind === 'choice' ? (
        <select
          className="input"
          aria-label={say('library.value')}
          value={value}
          onChange={event => onChange({ ...condition, value: event.target.value })}
        >
          <option value="">{say('library.chooseValue')}</option>
          {[...new Set([...(value === '' ? [] : [value]), ...offered])].map(one => (
            <option key={one} value={one}>
              {choiceLabel(name, one)}
            </option>
          ))}
        </select>
      ) : (
        <input
          className="input"
          aria-label={say('library.value')}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          placeholder={kind === 'date' ? say('library.dateHint') : undefined}
          value={value}
          onChange={event => onChange({ ...condition, value: event.target.value })}
        />
      )}
      <Button
        look="quiet"
        iconOnly
        icon={<X size={14} />}
        label={say('library.removeCondition', { field: fieldLabel(name) })}
        onClick={onRemove}
      />
    </span>
  )
}

/** The values that a field has in the case, in the order of a dictionary. */
const valuesOf = (name: Field, sources: readonly LibrarySource[], names: Names): string[] => {
  const values = new Set<string>()
  for (const source of sources) {
    for (const one of field(name).words(source, names)) values.add(one)
    if (values.size >= mostOffered) break
  }
  return [...values].sort(compareWords)
}
