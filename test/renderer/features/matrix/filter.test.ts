import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filteredColumns,
  filteredRows,
  lookOf,
  type MatrixFilter,
  noFilter,
  partsAsked,
  showings,
} from '../../../../renderer/features/matrix/filter.ts'
import { positionId } from '../../../../shared/model/id.ts'
import { partialDate } from '../../../../shared/model/partial-date.ts'
import { idOf, termWith } from '../../../support/records.ts'
import { frameOf, rowWith } from './frames.ts'

const none = { claims: 0, origins: 0, open: 0, settled: 0, unread: 0, silent: 0, unsupported: 0, risks: 0 }
const position = {
  id: positionId.parse(idOf(1)),
  words: 'yes',
  validAt: partialDate.parse('2025-03'),
  stage: null,
  likelihood: null,
  confidence: 'low',
  stale: false,
  unsupported: false,
} as const

const frame = frameOf([
  rowWith(1, 'Money', { position }),
  rowWith(2, 'Money', { position, facts: { ...none, claims: 2, open: 1 } }),
  rowWith(3, 'Talks', { position, facts: { ...none, claims: 2, settled: 1 } }),
  rowWith(4, 'Talks', { position, states: 'vs', facts: { ...none, claims: 1, silent: 1 } }),
  rowWith(5, 'Aid', { position, states: 'vu', facts: { ...none, claims: 1, unread: 1 } }),
  rowWith(6, 'Aid', { position, facts: { ...none, claims: 1, unsupported: 1 } }),
  rowWith(7, 'Aid', { position: { ...position, unsupported: true } }),
  rowWith(8, 'Aid', { position: { ...position, stale: true } }),
  { ...rowWith(9, 'Aid'), term: termWith(9, { category: 'Aid', name: 'Größe des Fonds', importance: 'high' }) },
])

const shown = (filter: Partial<MatrixFilter>) =>
  filteredRows(frame, { ...noFilter, ...filter }).map(({ term }) => Number(term.ref.slice(2)))

describe('the filter', () => {
  test.each([
    [{}, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [{ showing: 'conflicts' }, [2]],
    [{ showing: 'gaps' }, [4, 5]],
    [{ showing: 'unsupported' }, [6, 7]],
    [{ showing: 'stale' }, [8]],
    [{ showing: 'unassessed' }, [9]],
    [{ category: 'Talks' }, [3, 4]],
    [{ category: 'Talks', showing: 'gaps' }, [4]],
    [{ importance: 'high' }, [9]],
    [{ column: 'b' }, [1, 2, 3, 4, 6, 7, 8, 9]],
    [{ column: 'gone' }, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [{ words: 'grosse FON' }, []],
    [{ words: 'große FON' }, [9]],
    [{ words: 'grö t-09' }, [9]],
    [{ words: 'aid' }, [5, 6, 7, 8, 9]],
    [{ words: 'onds' }, []],
  ] as const)('%j', (filter, expected) => {
    expect(shown(filter)).toEqual(expected)
  })

  test('one column is shown alone; one that is gone leaves all', () => {
    expect(filteredColumns(frame.columns, { ...noFilter, column: 'b' })).toEqual([1])
    expect(filteredColumns(frame.columns, { ...noFilter, column: 'gone' })).toEqual([0, 1])
    expect(filteredColumns(frame.columns, noFilter)).toEqual([0, 1])
  })

  test('each part narrows: more is asked, never more is shown', () => {
    const filters = fc.record({
      showing: fc.constantFrom(...showings),
      category: fc.constantFrom(null, 'Money', 'Talks', 'Aid'),
      importance: fc.constantFrom(null, 'low' as const, 'medium' as const, 'high' as const),
      words: fc.constantFrom('', 't', 'aid'),
      column: fc.constantFrom(null, 'a', 'b'),
    })
    fc.assert(
      fc.property(filters, filter => {
        const all = shown(filter)
        for (const key of ['showing', 'category', 'importance', 'words', 'column'] as const) {
          const wider = shown({ ...filter, [key]: noFilter[key] })
          expect(all.every(number => wider.includes(number))).toBe(true)
        }
      }),
    )
  })

  test('how much is asked, and what another version saved', () => {
    expect(partsAsked(noFilter)).toBe(0)
    expect(partsAsked({ showing: 'gaps', category: 'Aid', importance: 'low', words: ' x', column: '' })).toBe(5)
    const look = { axis: 'dates', grain: 'month', filter: noFilter, folded: ['Aid'] }
    expect(lookOf(JSON.parse(JSON.stringify(look)))).toEqual(look)
    expect(lookOf({ axis: 'moons' })).toBeNull()
  })
})
