import { FloatingFocusManager } from '@floating-ui/react'
import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import { useCommands } from '../../../commands.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { usePopover } from '../../../ui/popover.ts'
import { facets, isFiltering, noFilter, withValue } from './filter.ts'
import { MarginFilterPanel } from './MarginFilterPanel.tsx'
import type { MarginFiltering } from './use-margin-filter.ts'
import { useValueNames } from './value-names.ts'

type MarginFilterBarProps = { placed: readonly ExcerptMark[]; filtering: MarginFiltering }

/** Which excerpts the margin shows, how many it hides, and the way to see all again. */
export const MarginFilterBar = ({ placed, filtering }: MarginFilterBarProps) => {
  const [isOpen, setOpen] = useState(false)
  const { filter, change, shown } = filtering
  const names = useValueNames(isFiltering(filter))
  const { refs, floatingStyles, context, getReferenceProps, getFloatingProps } = usePopover(isOpen, setOpen)
  useCommands([
    {
      id: 'reader.filter',
      title: say('margin.filter'),
      group: say('margin.group'),
      shortcut: 'Shift+F',
      run: () => setOpen(placed.length > 0),
    },
    {
      id: 'reader.filterNothing',
      title: say('margin.clearAll'),
      group: say('margin.group'),
      run: () => change(noFilter),
    },
  ])
  if (placed.length === 0) return null
  const isActive = isFiltering(filter)
  return (
    <div
      className={isActive ? 'reader-margin-bar active' : 'reader-margin-bar'}
      role="group"
      aria-label={say('margin.filter')}
    >
      <button
        type="button"
        ref={refs.setReference}
        className="button quiet"
        title={say('margin.filter')}
        {...getReferenceProps()}
      >
        <ListFilter size={14} aria-hidden="true" />
        <span className="unseen">{say('margin.filter')}</span>
        <span role="status">
          {isActive
            ? say('margin.shown', { shown: shown.length, count: placed.length })
            : say('reader.excerptCount', { count: placed.length })}
        </span>
      </button>
      {isActive ? <Button look="quiet" label={say('margin.clear')} onClick={() => change(noFilter)} /> : null}
      {isActive ? (
        <ul className="reader-margin-chips">
          {facets.flatMap(facet =>
            filter[facet].map(value => (
              <li key={`${facet} ${value}`}>
                <button
                  type="button"
                  className="reader-margin-chip"
                  aria-label={say('margin.without', { name: names(facet, value) })}
                  onClick={() => change(withValue(filter, facet, value, false))}
                >
                  <span>{names(facet, value)}</span>
                  <X size={12} aria-hidden="true" />
                </button>
              </li>
            )),
          )}
        </ul>
      ) : null}
      {isOpen ? (
        <FloatingFocusManager context={context} modal={false}>
          <div
            ref={refs.setFloating}
            className="popover reader-margin-panel"
            style={floatingStyles}
            {...getFloatingProps({ 'aria-label': say('margin.filter') })}
          >
            <MarginFilterPanel placed={placed} filter={filter} onChange={change} />
          </div>
        </FloatingFocusManager>
      ) : null}
    </div>
  )
}
