import { expect, test } from 'vitest'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { presets } from '../../../../shared/rules/register/presets.ts'
import { scalesDifferences } from '../../../../shared/rules/register/scales-diff.ts'

const three = presets.find(({ id }) => id === 'three')?.scales as Scales

test('the same scales do not differ, and two presets do in every part that differs', () => {
  for (const { scales } of presets) expect(scalesDifferences(scales, scales)).toEqual([])
  const [icd, phia] = presets
  if (!icd || !phia) throw new Error('The first two presets are gone')
  const parts = scalesDifferences(icd.scales, phia.scales).map(({ part, what, before, after }) => [
    part,
    what,
    before,
    after,
  ])
  expect(parts).toContainEqual(['name', '', 'ICD 203', 'PHIA probability yardstick'])
  expect(parts).toContainEqual(['likelihood', 'likely', '55–80 %', '55–75 %'])
  expect(parts).toContainEqual(['likelihood', 'very likely', '80–95 %', null])
  expect(parts).toContainEqual(['likelihood', 'highly likely', null, '80–90 %'])
})

test('each part is told by name, before and after', () => {
  const [first, second, third] = three.impacts
  if (!first || !second || !third) throw new Error('The three impacts are gone')
  const changed: Scales = {
    ...three,
    impacts: [second, first, { ...third, description: 'All is lost.' }],
    dimensions: ['financial', 'harvest'],
    appetite: [{ category: '', level: 'M' }],
    cadence: [{ level: 'H', days: 10 }],
    grid: [
      ['L', 'L', 'L'],
      ['L', 'M', 'M'],
      ['L', 'M', 'VH'],
    ],
  }
  expect(scalesDifferences(three, changed)).toEqual([
    { part: 'impact', what: 'major', before: 'The main aim is missed.', after: 'All is lost.' },
    { part: 'order', what: '', before: 'minor, moderate, major', after: 'moderate, minor, major' },
    { part: 'dimension', what: 'political', before: '', after: null },
    { part: 'dimension', what: 'security', before: '', after: null },
    { part: 'dimension', what: 'legal', before: '', after: null },
    { part: 'dimension', what: 'harvest', before: null, after: '' },
    { part: 'cell', what: 'possible / minor', before: 'L', after: 'M' },
    { part: 'cell', what: 'possible / moderate', before: 'M', after: 'L' },
    { part: 'cell', what: 'likely / minor', before: 'L', after: 'M' },
    { part: 'cell', what: 'likely / moderate', before: 'M', after: 'L' },
    { part: 'cell', what: 'likely / major', before: 'H', after: 'VH' },
    { part: 'appetite', what: '', before: null, after: 'M' },
    { part: 'cadence', what: 'H', before: '30', after: '10' },
    { part: 'cadence', what: 'M', before: '90', after: null },
    { part: 'cadence', what: 'L', before: '180', after: null },
  ])
})

test('what is only spelled in capitals is the same thing, spelled anew', () => {
  const loud: Scales = {
    ...three,
    likelihoods: three.likelihoods.map(band => ({ ...band, word: band.word.toUpperCase() })),
  }
  expect(scalesDifferences(three, loud)).toEqual([
    { part: 'likelihood', what: 'UNLIKELY', before: 'unlikely', after: 'UNLIKELY' },
    { part: 'likelihood', what: 'POSSIBLE', before: 'possible', after: 'POSSIBLE' },
    { part: 'likelihood', what: 'LIKELY', before: 'likely', after: 'LIKELY' },
  ])
})
