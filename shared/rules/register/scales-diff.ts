import { levelLetter, type Scales } from '../../model/criteria.ts'

/**
 * One thing in which two sets of scales differ. `what` names it: a word, a dimension, a category, a level; null as `before` or `after`: it
 * is not there. Things are the same when they have the same name, in small
 * letters or capitals.
 */
export type ScalesDifference = {
  part: 'name' | 'likelihood' | 'impact' | 'order' | 'dimension' | 'cell' | 'appetite' | 'cadence'
  what: string
  before: string | null
  after: string | null
}

type Entry = readonly [name: string, value: string]

const key = (name: string) => name.trim().toLocaleLowerCase('en')
const byKey = (entries: readonly Entry[]) => new Map(entries.map(entry => [key(entry[0]), entry]))

const differing = (
  part: ScalesDifference['part'],
  from: readonly Entry[],
  to: readonly Entry[],
): ScalesDifference[] => {
  const [here, there] = [byKey(from), byKey(to)]
  return [...new Set([...here.keys(), ...there.keys()])].flatMap(name => {
    const [old, own] = [here.get(name), there.get(name)]
    const what = own?.[0] ?? old?.[0] ?? ''
    const values = { part, what, before: old?.[1] ?? null, after: own?.[1] ?? null }
    if (values.before !== values.after) return [values]
    return old && own && old[0] !== own[0] ? [{ part, what, before: old[0], after: own[0] }] : []
  })
}

const bands = ({ likelihoods }: Scales): Entry[] => likelihoods.map(({ word, low, high }) => [word, `${low}–${high} %`])
const impacts = ({ impacts }: Scales): Entry[] => impacts.map(({ word, description }) => [word, description])
const dimensions = ({ dimensions }: Scales): Entry[] => dimensions.map(dimension => [dimension, ''])
const appetite = ({ appetite }: Scales): Entry[] => appetite.map(({ category, level }) => [category, level])
const cadence = ({ cadence }: Scales): Entry[] => cadence.map(({ level, days }) => [level, String(days)])

/** Levels by the words of their row and column. */
const cells = ({ grid, likelihoods, impacts }: Scales): Entry[] =>
  grid.flatMap((row, at) =>
    row.map((level, column): Entry => [`${likelihoods[at]?.word ?? ''} / ${impacts[column]?.word ?? ''}`, level]),
  )

/** Impacts that both have, in the order of each: a scale turned round keeps its words. */
const order = (from: Scales, to: Scales): ScalesDifference[] => {
  const [here, there] = [byKey(impacts(from)), byKey(impacts(to))]
  const line = (scales: Scales) =>
    scales.impacts
      .map(({ word }) => word)
      .filter(word => here.has(key(word)) && there.has(key(word)))
      .join(', ')
  const [before, after] = [line(from), line(to)]
  return key(before) === key(after) ? [] : [{ part: 'order', what: '', before, after }]
}

/** A cell of new words is new with them, and one whose words are spelled anew has its level still. */
const isLevelOfBoth = ({ before, after }: ScalesDifference): boolean =>
  [before, after].every(level => levelLetter.safeParse(level).success)

/** What became of one set of scales in another. Cells are compared where both have their words: those of new words are new with them. */
export const scalesDifferences = (from: Scales, to: Scales): ScalesDifference[] => [
  ...(from.name === to.name ? [] : [{ part: 'name' as const, what: '', before: from.name, after: to.name }]),
  ...differing('likelihood', bands(from), bands(to)),
  ...differing('impact', impacts(from), impacts(to)),
  ...order(from, to),
  ...differing('dimension', dimensions(from), dimensions(to)),
  ...differing('cell', cells(from), cells(to)).filter(isLevelOfBoth),
  ...differing('appetite', appetite(from), appetite(to)),
  ...differing('cadence', cadence(from), cadence(to)),
]
