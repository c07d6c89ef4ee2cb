import { useMemo, useState } from 'react'
import type { ExcerptMark } from '../../../../shared/contract/excerpts.ts'
import { compareWords } from '../../../../shared/formats.ts'
import { anchorState } from '../../../../shared/model/anchor.ts'
import { highlightColour } from '../../../../shared/model/excerpt.ts'
import { treeLines } from '../../../../shared/rules/tree.ts'
import { useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import {
  countsOf,
  type Facet,
  facets,
  isFiltering,
  type MarginFilter,
  noFilter,
  restingValues,
  shownMarks,
  tagPaths,
  withValue,
} from './filter.ts'
import { useValueNames } from './value-names.ts'

type PanelProps = {
  placed: readonly ExcerptMark[]
  filter: MarginFilter
  onChange: (filter: MarginFilter) => void
}

type Choice = { facet: Facet; value: string; name: string; count: number; level: number; colour?: string | undefined }

/** More choices than can be taken in at a glance come with a box to look one up. */
const mostAtAGlance = 24

/** What the excerpts of a source can be told apart by, each value with the number it would show. */
export const MarginFilterPanel = ({ placed, filter, onChange }: PanelProps) => {
  const [words, setWords] = useState('')
  const { value: tags } = useRead('tags.list', {})
  const nameOf = useValueNames(true)
  const paths = useMemo(() => tagPaths(tags ?? []), [tags])
  const counts = useMemo(() => countsOf(placed, filter, paths), [placed, filter, paths])
  const everything = useMemo(() => countsOf(placed, noFilter, paths), [placed, paths])

  const choicesOf = (facet: Facet): Choice[] => {
    const known = everything[facet]
    const choice = (value: string, level = 1, colour?: string): Choice[] =>
      known.has(value) || filter[facet].includes(value)
        ? [{ facet, value, name: nameOf(facet, value), count: counts[facet].get(value) ?? 0, level, colour }]
        : []
    switch (facet) {
      case 'has':
        return restingValues.flatMap(value => choice(value))
      case 'colour':
        return highlightColour.options.flatMap(colour => choice(colour, 1, colour))
      case 'state':
        return anchorState.options.flatMap(value => choice(value))
      case 'tag':
        return treeLines(tags ?? []).flatMap(({ one, level }) => choice(one.id, level, one.colour))
      default:
        return [...new Set([...known.keys(), ...filter[facet]])]
          .flatMap(value => choice(value))
          .sort((left, right) => compareWords(left.name, right.name))
    }
  }
  const all = facets.map(facet => ({ facet, choices: choicesOf(facet) }))
  const isLong = all.reduce((sum, { choices }) => sum + choices.length, 0) > mostAtAGlance
  const wanted = words.trim().toLowerCase()
  return (
    <>
      {isFiltering(filter) ? (
        <p className="reader-margin-sum">
          {say('margin.shown', { shown: shownMarks(placed, filter, paths).length, count: placed.length })}
          <Button look="quiet" label={say('margin.clear')} onClick={() => onChange(noFilter)} />
        </p>
      ) : null}
      {isLong ? (
        <input
          className="input"
          aria-label={say('margin.look')}
          placeholder={say('margin.look')}
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      ) : null}
      {all.map(({ facet, choices }) => {
        const fitting = choices.filter(({ name }) => name.toLowerCase().includes(wanted))
        // One value that all of them have tells none apart.
        const isTelling = choices.length > 1 || filter[facet].length > 0 || facet === 'tag' || facet === 'risk'
        return fitting.length === 0 || !isTelling ? null : (
          <fieldset key={facet}>
            <legend className="label">{say('margin.facet', { facet })}</legend>
            {fitting.map(one => (
              <ChoiceRow
                key={one.value}
                choice={one}
                isChosen={filter[facet].includes(one.value)}
                onChoose={chosen => onChange(withValue(filter, facet, one.value, chosen))}
              />
            ))}
          </fieldset>
        )
      })}
    </>
  )
}

type ChoiceRowProps = { choice: Choice; isChosen: boolean; onChoose: (chosen: boolean) => void }

const ChoiceRow = ({ choice: { name, count, level, colour }, isChosen, onChoose }: ChoiceRowProps) => (
  <label
    className={count === 0 ? 'reader-margin-choice none' : 'reader-margin-choice'}
    style={{ paddingInlineStart: `${(level - 1) * 14}px` }}
  >
    <input type="checkbox" checked={isChosen} onChange={event => onChoose(event.target.checked)} />
    {colour === undefined ? null : <span aria-hidden="true" className={`reader-margin-swatch reader-${colour}`} />}
    <span className="reader-margin-name">{name}</span>
    <span className="numeric muted">{say('margin.count', { count })}</span>
  </label>
)
