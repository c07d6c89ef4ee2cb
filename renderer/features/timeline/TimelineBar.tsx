import { Maximize2, X, ZoomIn, ZoomOut } from 'lucide-react'
import { type RefObject, useMemo } from 'react'
import { compareWords } from '../../../shared/formats.ts'
import { partialDate } from '../../../shared/model/partial-date.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { PickerButton } from '../../ui/PickerButton.tsx'
import { type Dated, type Grouping, groupings, kindWords, sourceTitle, titleWords } from './entries.ts'
import { type ChangeView, everything, fits, isFiltering, kinds, type TimelineView } from './filter.ts'
import type { TimePlace } from './place.ts'

type Names = ReadonlyMap<string, string>

/** Choices offered at most: a longer list helps nobody, and the filter by words finds the rest. */
const mostOffered = 300

const rowWords = {
  kind: 'timeline.byKind',
  term: 'timeline.byTerm',
  source: 'timeline.bySource',
  party: 'timeline.byParty',
} as const satisfies Record<Grouping, string>

type TimelineBarProps = {
  view: TimelineView
  entries: readonly Dated[]
  parties: Names
  place: TimePlace
  find: RefObject<HTMLInputElement | null>
  onChange: ChangeView
}

/** What the timeline shows: which kinds, which term, source and party, and which words; and how it shows it. */
export const TimelineBar = ({ view, entries, parties, place, find, onChange }: TimelineBarProps) => {
  const counts = useMemo(() => {
    const fitting = entries.filter(fits(view, 'kinds'))
    return new Map(kinds.map(kind => [kind, fitting.filter(entry => entry.kind === kind).length]))
  }, [entries, view])
  const terms = useMemo(
    () => named(entries, entry => (entry.term === null ? null : [entry.term, titleWords(entry)])),
    [entries],
  )
  const sources = useMemo(() => named(entries, entry => [entry.source, sourceTitle(entry)]), [entries])
  const toggle = (kind: (typeof kinds)[number]) =>
    onChange(now => {
      const shown = now.kinds.length === 0 ? kinds : now.kinds
      const next = shown.includes(kind) ? shown.filter(one => one !== kind) : [...shown, kind]
      // All of them and none of them are the same: everything is shown.
      return { kinds: next.length === kinds.length ? [] : kinds.filter(one => next.includes(one)) }
    })
  return (
    <div className="timeline-bar-of" role="group" aria-label={say('timeline.bar')}>
      <div className="timeline-bar-line">
        <div className="timeline-look" role="group" aria-label={say('timeline.look')}>
          <Button
            label={say('timeline.asAxis')}
            aria-pressed={view.look === 'axis'}
            onClick={() => onChange({ look: 'axis' })}
          />
          <Button
            label={say('timeline.asTable')}
            aria-pressed={view.look === 'table'}
            onClick={() => onChange({ look: 'table' })}
          />
        </div>
        <div className="timeline-kinds" role="group" aria-label={say('timeline.kinds')}>
          {kinds.map(kind => (
            <button
              key={kind}
              type="button"
              className={`timeline-kind ${kind.replace(' ', '-')}`}
              aria-pressed={view.kinds.length === 0 || view.kinds.includes(kind)}
              onClick={() => toggle(kind)}
            >
              <span className="timeline-bar" aria-hidden="true" />
              {say('timeline.kindCount', { kind: kindWords(kind), count: counts.get(kind) ?? 0 })}
            </button>
          ))}
        </div>
        {view.look === 'table' ? null : (
          <div className="timeline-zoom">
            <label>
              <span className="small muted">{say('timeline.rows')}</span>
              <select
                className="input"
                value={view.rows}
                onChange={event => onChange({ rows: groupings.find(one => one === event.target.value) ?? 'kind' })}
              >
                {groupings.map(one => (
                  <option key={one} value={one}>
                    {say(rowWords[one])}
                  </option>
                ))}
              </select>
            </label>
            <Button
              look="quiet"
              iconOnly
              icon={<ZoomOut size={16} />}
              label={say('timeline.zoomOut')}
              onClick={() => place.zoom(1 / 1.6)}
            />
            <Button
              look="quiet"
              iconOnly
              icon={<ZoomIn size={16} />}
              label={say('timeline.zoomIn')}
              onClick={() => place.zoom(1.6)}
            />
            <Button
              look="quiet"
              iconOnly
              icon={<Maximize2 size={16} />}
              label={say('timeline.fit')}
              onClick={() => place.show(null)}
            />
          </div>
        )}
      </div>
      <div className="timeline-bar-line">
        <input
          ref={find}
          type="search"
          className="input timeline-find"
          aria-label={say('timeline.words')}
          placeholder={say('timeline.words')}
          value={view.words}
          onChange={event => onChange({ words: event.target.value })}
        />
        <Select
          label={say('timeline.term')}
          all={say('timeline.everyTerm')}
          value={view.term}
          choices={terms}
          onChoose={term => onChange({ term })}
        />
        <SourceFilter value={view.source} choices={sources} onChoose={source => onChange({ source })} />
        {parties.size === 0 ? null : (
          <Select
            label={say('timeline.party')}
            all={say('timeline.everyParty')}
            value={view.party}
            choices={[...parties]}
            onChoose={party => onChange({ party })}
          />
        )}
        {view.dated.length === 0 ? null : (
          <Button
            icon={<X size={14} />}
            label={say('timeline.onDates', {
              dates: view.dated
                .map(written => {
                  const date = partialDate.safeParse(written)
                  return date.success ? partialDateWords(date.data) : written
                })
                .join(', '),
            })}
            onClick={() => onChange({ dated: [] })}
          />
        )}
        {isFiltering(view) ? (
          <Button look="quiet" label={say('timeline.clear')} onClick={() => onChange(everything)} />
        ) : null}
      </div>
    </div>
  )
}

const named = (entries: readonly Dated[], nameOf: (entry: Dated) => [id: string, name: string] | null) => {
  const names = new Map<string, string>()
  for (const entry of entries) {
    const [id, name] = nameOf(entry) ?? []
    if (id !== undefined && name !== undefined) names.set(id, name)
  }
  return [...names].sort(([, left], [, right]) => compareWords(left, right))
}

type SelectProps = {
  label: string
  all: string
  value: string
  choices: readonly (readonly [id: string, name: string])[]
  onChoose: (id: string) => void
}

const Select = ({ label, all, value, choices, onChoose }: SelectProps) => {
  const offered = choices.filter(([id], at) => at < mostOffered || id === value)
  return (
    <select className="input" aria-label={label} value={value} onChange={event => onChoose(event.target.value)}>
      <option value="">{all}</option>
      {offered.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

type SourceFilterProps = Pick<SelectProps, 'value' | 'choices' | 'onChoose'>

/** No source has it for its id. */
const everySource = 'every'

/** One source of thousands, by letters of its title. */
const SourceFilter = ({ value, choices, onChoose }: SourceFilterProps) => {
  const words = choices.find(([id]) => id === value)?.[1] ?? say('timeline.everySource')
  return (
    <PickerButton label={say('timeline.source')} words={words}>
      {close => (
        <Picker
          label={say('timeline.source')}
          placeholder={say('parts.sourcePlaceholder')}
          options={choices.map(([id, label]) => ({ id, label }))}
          recent={value === '' ? [] : [{ id: everySource, label: say('timeline.everySource') }]}
          mostAtFirst={50}
          nothing={say('parts.noSources')}
          autoFocus
          onPick={id => {
            onChoose(id === everySource ? '' : id)
            close()
          }}
          onCancel={close}
        />
      )}
    </PickerButton>
  )
}
