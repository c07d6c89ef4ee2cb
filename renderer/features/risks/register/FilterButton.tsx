import { FloatingFocusManager } from '@floating-ui/react'
import { ListFilter } from 'lucide-react'
import { useState } from 'react'
import type { RegisterRow } from '../../../../shared/contract/risks.ts'
import { say } from '../../../say.ts'
import { usePopover } from '../../../ui/popover.ts'
import { fieldLabel } from './fields.ts'
import { conditionsIn, type Facet, type Filter, facets, marks, valuesOf } from './listing.ts'
import { changeFilter } from './view.ts'
import { facetWords } from './words.ts'

const toggled = <Value extends string>(values: readonly Value[], value: Value): Value[] =>
  values.includes(value) ? values.filter(one => one !== value) : [...values, value]

/** What of a facet is asked for, with one value more or less. */
const toggledFacet = (asked: Filter, facet: Facet, value: string): Partial<Filter> => ({
  [facet]: toggled<string>(asked[facet], value),
})

/** Opens what the register can be narrowed by. Each choice shows at once in the table. */
export const FilterButton = ({ risks, filter }: { risks: readonly RegisterRow[]; filter: Filter }) => {
  const [isOpen, setOpen] = useState(false)
  const { refs, floatingStyles, context, getReferenceProps, getFloatingProps } = usePopover(isOpen, setOpen)
  const count = conditionsIn(filter)
  const label = count === 0 ? say('register.filter') : say('register.filterCount', { count })
  return (
    <>
      <button
        type="button"
        id="register-filter"
        ref={refs.setReference}
        className="button quiet"
        {...getReferenceProps()}
      >
        <ListFilter size={16} aria-hidden="true" />
        {label}
      </button>
      {isOpen ? (
        <FloatingFocusManager context={context} modal={false}>
          <div
            ref={refs.setFloating}
            className="popover register-filter"
            style={floatingStyles}
            {...getFloatingProps({ 'aria-label': say('register.filter') })}
          >
            {facets.map(facet => (
              <FacetChoices key={facet} facet={facet} risks={risks} filter={filter} />
            ))}
            <fieldset>
              <legend className="label">{say('register.marks')}</legend>
              {marks.map(mark => (
                <label key={mark}>
                  <input
                    type="checkbox"
                    checked={filter.marks.includes(mark)}
                    onChange={() => changeFilter({ marks: toggled(filter.marks, mark) })}
                  />
                  {say(`register.mark.${mark}`)}
                </label>
              ))}
              <label>
                <input
                  type="checkbox"
                  checked={filter.archived}
                  onChange={() => changeFilter({ archived: !filter.archived })}
                />
                {say('register.archivedToo')}
              </label>
            </fieldset>
          </div>
        </FloatingFocusManager>
      ) : null}
    </>
  )
}

type FacetChoicesProps = { facet: Facet; risks: readonly RegisterRow[]; filter: Filter }

const FacetChoices = ({ facet, risks, filter }: FacetChoicesProps) => (
  <fieldset>
    <legend className="label">{fieldLabel(facet)}</legend>
    {valuesOf(risks, facet).map(({ value, count }) => (
      <label key={value}>
        <input
          type="checkbox"
          checked={(filter[facet] as readonly string[]).includes(value)}
          onChange={() => changeFilter(toggledFacet(filter, facet, value))}
        />
        <span className="register-words">{facetWords(facet, value)}</span>
        <span className="small muted">{count}</span>
      </label>
    ))}
  </fieldset>
)

/** What is asked for, each with a way to ask for it no longer. */
export const conditionsOf = (asked: Filter): { key: string; words: string; drop: () => void }[] => [
  ...facets.flatMap(facet =>
    asked[facet].map(value => ({
      key: `${facet} ${value}`,
      words: `${fieldLabel(facet)}: ${facetWords(facet, value)}`,
      drop: () => changeFilter(toggledFacet(asked, facet, value)),
    })),
  ),
  ...asked.marks.map(mark => ({
    key: mark,
    words: say(`register.mark.${mark}`),
    drop: () => changeFilter({ marks: toggled(asked.marks, mark) }),
  })),
  ...(asked.archived
    ? [{ key: 'archived', words: say('register.archivedToo'), drop: () => changeFilter({ archived: false }) }]
    : []),
]
