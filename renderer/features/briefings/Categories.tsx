import { useMemo } from 'react'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { useWhyFixed } from '../../ui/fixed.ts'

type ChoicesProps<Value extends string> = {
  label: string
  hint: string
  options: readonly Value[]
  /** The words of an option; itself where it is a word of the case. */
  words?: (option: Value) => string
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Some of several; none chosen means all. They are kept in the order that they are offered in. */
export const Choices = <Value extends string>({
  label,
  hint,
  options,
  words = one => one,
  chosen,
  onChange,
}: ChoicesProps<Value>) => {
  const isFixed = useWhyFixed() !== null
  // A category that no record has any more stays in sight as long as it is chosen: it filters all the same.
  const offered = [...options, ...chosen.filter(one => !options.includes(one))]
  return (
    <fieldset className="briefings-choices">
      <legend className="label">{label}</legend>
      <div>
        {offered.map(one => (
          <label key={one} className="briefings-tick">
            <input
              type="checkbox"
              disabled={isFixed}
              checked={chosen.includes(one)}
              onChange={() =>
                onChange(offered.filter(other => (other === one ? !chosen.includes(one) : chosen.includes(other))))
              }
            />
            <span>{words(one)}</span>
          </label>
        ))}
      </div>
      <span className="small muted">{offered.length === 0 ? say('briefings.noCategories') : hint}</span>
    </fieldset>
  )
}

type CategoriesProps = { chosen: readonly string[]; onChange: (categories: string[]) => void }

/** In the order of the matrix. */
export const TermCategories = (props: CategoriesProps) => {
  const terms = useRead('terms.list', {}).value
  const options = useMemo(() => [...new Set(terms?.map(term => term.category))], [terms])
  return terms === undefined ? null : (
    <Choices label={say('briefings.categories')} hint={say('briefings.categoriesHint')} options={options} {...props} />
  )
}

export const RiskCategories = (props: CategoriesProps) => {
  const risks = useRead('risks.register', {}).value
  const options = useMemo(
    () => [...new Set(risks?.map(risk => risk.category))].filter(one => one !== '').toSorted(),
    [risks],
  )
  return risks === undefined ? null : (
    <Choices label={say('briefings.categories')} hint={say('briefings.categoriesHint')} options={options} {...props} />
  )
}
