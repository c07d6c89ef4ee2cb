import type { Scales } from '../../model/criteria.ts'

/**
 * One thing in which two sets of scales differ. `what` names it: a word, a dimension, a category, a level; null as `before` or `after`: it
 * is not there. Things are the same when they have the same name.
 */
export type ScalesDifference = {
  part: 'name' | 'likelihood' | 'impact' | 'order' | 'dimension' | 'cell' | 'appetite' | 'cadence'
  what: string
  before: string | null
  after: string | null
}

type Named = ReadonlyMap<string, string>

const differing = (part: ScalesDifference['part'], from: Named, to: Named): ScalesDifference[] =>
  [...new Set([...from.keys(), ...to.keys()])].flatMap(what => {
    const [before, after] = [from.get(what) ?? null, to.get(what) ?? null]
    return before === after ? [] : [{ part, what, before, after }]
  })

const bands = ({ likelihoods }: Scales): Named =>
  new Map(likelihoods.map(({ word, low, high }) => [word, `${low}–${high} %`]))
const impacts = ({ impacts }: Scales): Named => new Map(impacts.map(({ word, description }) => [word, description]))
const dimensions = ({ dimensions }: Scales): Named => new Map(dimensions.map(dimension => [dimension, dimension]))
const appetite = ({ appetite }: Scales): Named => new Map(appetite.map(({ category, level }) => [category, level]))
const cadence = ({ cadence }: Scales): Named => new Map(cadence.map(({ level, days }) => [level, String(days)]))

/** Levels by the words of their row and column. */
const cells = ({ grid, likelihoods, impacts }: Scales): Map<string, string> =>
  new Map(
    grid.flatMap((row, at) =>
      row.map((level, column): [string, string] => [
        `${likelihoods[at]?.word ?? ''} / ${impacts[column]?.word ?? ''}`,
        level,
      ]),
    ),
  )

/** Impacts that both have, in the order of each: a scale turned round keeps its words. */
const order = (from: Scales, to: Scales): ScalesDifference[] => {
  const [here, there] = [impacts(from), impacts(to)]
  const line = (scales: Scales) =>
    scales.impacts
      .map(({ word }) => word)
      .filter(word => here.has(word) && there.has(word))
      .join(', ')
  const [before, after] = [line(from), line(to)]
  return before === after ? [] : [{ part: 'order', what: '', before, after }]
}

/** What became of one set of scales in another. Cells are compared where both have their words: those of new words are new with them. */
export const scalesDifferences = (from: Scales, to: Scales): ScalesDifference[] => [
  ...(from.name === to.name ? [] : [{ part: 'name' as const, what: '', before: from.name, after: to.name }]),
  ...differing('likelihood', bands(from), bands(to)),
  ...differing('impact', impacts(from), impacts(to)),
  ...order(from, to),
  ...differing('dimension', dimensions(from), dimensions(to)),
  ...differing('cell', cells(from), cells(to)).filter(({ before, after }) => before !== null && after !== null),
  ...differing('appetite', appetite(from), appetite(to)),
  ...differing('cadence', cadence(from), cadence(to)),
]
