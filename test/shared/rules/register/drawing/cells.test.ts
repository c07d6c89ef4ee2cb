import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appetiteLines, cellsOf, flowsOf } from '../../../../../shared/rules/register/drawing/cells.ts'
import { mappedWith } from '../../../../support/mapped.ts'
import { icdScales } from '../../../../support/records.ts'

const place = fc.record({ likelihood: fc.nat(6), impact: fc.nat(4) })

test('every risk stands in exactly the cell of its place, in its order', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), places => {
      const risks = places.map((one, at) => mappedWith(at + 1, one))
      const cells = cellsOf(icdScales, risks).flat()
      expect(cells).toHaveLength(35)
      for (const cell of cells)
        expect(cell.risks).toEqual(
          risks.filter(
            risk => risk.place.likelihood === cell.place.likelihood && risk.place.impact === cell.place.impact,
          ),
        )
    }),
  )
})

describe('limits of the appetite', () => {
  const appetite = [
    { category: 'Political', level: 'H' as const },
    { category: '', level: 'M' as const },
    { category: 'Security', level: 'L' as const },
    { category: 'Legal', level: 'M' as const },
  ]
  test.each([
    ['Political', [['H', ['Political']]]],
    ['Other', [['M', ['']]]],
    [
      null,
      [
        ['L', ['Security']],
        ['M', ['', 'Legal']],
        ['H', ['Political']],
      ],
    ],
  ])('of %s', (category, expected) => {
    expect(appetiteLines({ appetite }, category).map(line => [line.level, line.categories])).toEqual(expected)
  })

  test('none where nothing is said', () => {
    expect(appetiteLines({ appetite: [] }, null)).toEqual([])
    expect(appetiteLines({ appetite: appetite.slice(0, 1) }, 'Other')).toEqual([])
  })
})

test('arrows of many are put together by their ends; who stays has none', () => {
  const [low, high] = [
    { likelihood: 1, impact: 1 },
    { likelihood: 5, impact: 3 },
  ]
  const risks = [
    mappedWith(1, low, { inherent: high, target: low }),
    mappedWith(2, low, { inherent: high }),
    mappedWith(3, high, { inherent: low }),
    mappedWith(4, high, { target: low }),
  ]
  expect(flowsOf(risks, 'inherent')).toEqual([
    { from: high, to: low, count: 2 },
    { from: low, to: high, count: 1 },
  ])
  expect(flowsOf(risks, 'target')).toEqual([{ from: high, to: low, count: 1 }])
})
