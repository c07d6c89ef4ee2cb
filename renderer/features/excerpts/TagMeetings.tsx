import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { ExcerptFilter, Proximity } from '../../../shared/model/excerpt-filter.ts'
import type { TagId } from '../../../shared/model/id.ts'
import { TagMark } from '../../parts/TagMark.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Characters } from './BesideChoice.tsx'
import type { TagOf } from './ExcerptCell.tsx'
import { shadeOf } from './meetings.ts'
import { type Part, proximityOf } from './question.ts'
import './meetings.css'

type TagMeetingsProps = {
  filter: ExcerptFilter
  tagOf: TagOf
  /** Shows the excerpts where two tags meet, or those of one. */
  onChoose: (parts: Part[]) => void
}

/** Tags shown until more are asked for: the table is square. */
const mostTags = 30

const tagPart = (tag: TagId): Part => ({
  kind: 'condition',
  negated: false,
  field: 'tag',
  condition: { field: 'tag', tag, below: false },
})

/** What finds the excerpts where two tags meet: those that bear both, and those that bear one beside the other. */
const meetingParts = (one: TagId, other: TagId, beside: Proximity | null): Part[] => {
  if (one === other) return [tagPart(one)]
  if (beside === null) return [tagPart(one), tagPart(other)]
  const near: Part = { kind: 'beside', negated: false, beside, of: { join: 'all', parts: [tagPart(other)] } }
  return [tagPart(one), { kind: 'group', negated: false, group: { join: 'any', parts: [tagPart(other), near] } }]
}

/** How often tags meet, as a square table: a press on a number shows the excerpts. */
export const TagMeetings = ({ filter, tagOf, onChoose }: TagMeetingsProps) => {
  const [beside, setBeside] = useState<Proximity | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const [[row, column], setActive] = useState([0, 0])
  const grid = useRef<HTMLTableElement>(null)
  const { value, refusal } = useRead('excerpts.cooccurrence', { filter, beside })
  const counted = useMemo(() => {
    const meetings = new Map(value?.pairs.map(pair => [[pair.one, pair.other].sort().join(' '), pair.meetings]))
    return (one: TagId, other: TagId) => meetings.get([one, other].sort().join(' ')) ?? 0
  }, [value])
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (value === undefined) return <div aria-busy="true" />
  const tags = (showsAll ? value.counts : value.counts.slice(0, mostTags)).flatMap(({ tag, excerpts }) => {
    const known = tagOf(tag)
    return known === undefined ? [] : [{ ...known, excerpts }]
  })
  const most = Math.max(1, ...value.pairs.map(pair => pair.meetings))

  const press = (event: KeyboardEvent) => {
    const steps: Record<string, [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      Home: [0, -tags.length],
      End: [0, tags.length],
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const within = (at: number) => Math.max(0, Math.min(tags.length - 1, at))
    const next: [number, number] = [within(row + step[0]), within(column + step[1])]
    setActive(next)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join(' ')}"]`)?.focus()
  }
  return (
    <section className="excerpts-meetings" aria-label={say('excerpts.meetings')}>
      <div className="excerpts-bar">
        <label className="excerpts-labelled">
          {say('excerpts.meet')}
          <select
            className="input"
            value={beside?.kind ?? 'one'}
            onChange={event => setBeside(proximityOf(event.target.value, beside))}
          >
            <option value="one">{say('excerpts.onOne')}</option>
            <option value="overlapping">{say('excerpts.onOverlapping')}</option>
            <option value="same paragraph">{say('excerpts.inOneParagraph')}</option>
            <option value="near">{say('excerpts.nearEachOther')}</option>
          </select>
        </label>
        {beside?.kind === 'near' ? <Characters beside={beside} onChange={setBeside} /> : null}
        {value.counts.length > mostTags ? (
          <Button
            look="quiet"
            label={
              showsAll
                ? say('excerpts.fewerTags', { count: mostTags })
                : say('excerpts.allTags', { count: value.counts.length })
            }
            onClick={() => setShowsAll(before => !before)}
          />
        ) : null}
      </div>
      {tags.length === 0 ? (
        <EmptyState sentence={say('excerpts.noTags')} />
      ) : (
        <div className="excerpts-square">
          <table
            ref={grid}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table, whose cells are walked by the arrows.
            role="grid"
            aria-label={say('excerpts.meetings')}
            onKeyDown={press}
          >
            <thead>
              <tr>
                <td />
                {tags.map(tag => (
                  <th key={tag.id} scope="col" title={tag.name}>
                    <span>{tag.name}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tags.map((one, at) => (
                <tr key={one.id}>
                  <th scope="row" title={one.name}>
                    <TagMark colour={one.colour} />
                    <span>{one.name}</span>
                  </th>
                  {tags.map((other, place) => {
                    const meetings = at === place ? one.excerpts : counted(one.id, other.id)
                    return (
                      <td key={other.id} className={at === place ? 'own' : `shade-${shadeOf(meetings, most)}`}>
                        <button
                          type="button"
                          className="excerpts-meeting"
                          data-cell={`${at} ${place}`}
                          tabIndex={at === row && place === column ? 0 : -1}
                          aria-label={
                            at === place
                              ? say('excerpts.ownCount', { tag: one.name, count: meetings })
                              : say('excerpts.meetingCount', { one: one.name, other: other.name, count: meetings })
                          }
                          onFocus={() => setActive([at, place])}
                          onClick={() => onChoose(meetingParts(one.id, other.id, beside))}
                        >
                          {meetings === 0 ? '·' : meetings}
                        </button>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
