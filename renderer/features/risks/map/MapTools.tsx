import { Download, MoveUpRight } from 'lucide-react'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/Field.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { changeLooks, type Looks, useLooks } from './looks.ts'

const views = [
  { view: 'map', name: 'heatMap.asMap' },
  { view: 'categories', name: 'heatMap.byCategory' },
  { view: 'words', name: 'heatMap.inWords' },
] as const satisfies readonly { view: Looks['view']; name: string }[]

/** Strokes as they lie on a cell. */
const HatchIcon = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" fill="none" stroke="currentColor">
    <rect x="0.5" y="0.5" width="13" height="13" rx="1.5" />
    <path d="M1 6L6 1M1 11L11 1M3 13L13 3M8 13L13 8" />
  </svg>
)

type MapToolsProps = { scales: Scales | null; onSave: (format: 'png' | 'svg') => void }

/** What the map shows, and how. */
export const MapTools = ({ scales, onSave }: MapToolsProps) => {
  const looks = useLooks()
  const named = scales?.appetite.map(({ category }) => category) ?? []
  const other = say(named.length === 1 ? 'heatMap.allCategories' : 'heatMap.otherCategories')
  const choices = [
    { value: 'selected', label: say('heatMap.appetiteSelected') },
    { value: 'every', label: say('heatMap.appetiteEvery') },
    ...[...new Set(named)].map(category => ({
      value: `:${category}`,
      label: say('heatMap.appetiteOf', { category: category === '' ? other : category }),
    })),
    { value: 'none', label: say('heatMap.appetiteNone') },
  ]
  const appetite = choices.some(({ value }) => value === looks.appetite) ? looks.appetite : 'selected'
  return (
    <div className="heat-tools" role="toolbar" aria-label={say('heatMap.views')}>
      <span className="heat-views">
        {views.map(({ view, name }) => (
          <Button
            key={view}
            label={say(name)}
            look="quiet"
            aria-pressed={looks.view === view}
            onClick={() => changeLooks({ view })}
          />
        ))}
      </span>
      <span className="heat-tools-end">
        {looks.view === 'map' && named.length > 0 ? (
          <SelectField
            label={say('heatMap.appetite')}
            value={appetite}
            choices={choices}
            onChoose={chosen => changeLooks({ appetite: chosen })}
          />
        ) : null}
        <Button
          label={say('heatMap.arrows')}
          icon={<MoveUpRight size={14} />}
          iconOnly
          look="quiet"
          aria-pressed={looks.arrows}
          disabled={looks.view !== 'map'}
          onClick={() => changeLooks({ arrows: !looks.arrows })}
        />
        <Button
          label={say('heatMap.patterns')}
          icon={<HatchIcon />}
          iconOnly
          look="quiet"
          aria-pressed={looks.patterns}
          disabled={looks.view === 'words'}
          onClick={() => changeLooks({ patterns: !looks.patterns })}
        />
        <Menu
          label={say('heatMap.saveAs')}
          className="button quiet icon-only"
          items={[
            { id: 'png', label: say('heatMap.savePng'), run: () => onSave('png') },
            { id: 'svg', label: say('heatMap.saveSvg'), run: () => onSave('svg') },
          ]}
        >
          <Download size={14} aria-hidden="true" />
        </Menu>
      </span>
    </div>
  )
}
