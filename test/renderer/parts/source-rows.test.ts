import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withChanges } from '../../../renderer/parts/source-rows.ts'
import { librarySource } from '../../support/library-sources.ts'

const ids = fc.uniqueArray(fc.integer({ min: 100, max: 140 }).map(String), { maxLength: 20 })
const rowsOf = (all: readonly string[], title: string) => all.toSorted().map(id => librarySource(id, { title }))

test('changes upon rows give the rows that there are, in their order', () => {
  fc.assert(
    fc.property(ids, ids, ids, (before, changed, gone) => {
      const lost = gone.filter(id => !changed.includes(id))
      const rows = withChanges(rowsOf(before, 'old'), {
        at: '',
        whole: false,
        rows: rowsOf(changed, 'new'),
        gone: lost as never[],
      })
      const there = [...new Set([...before, ...changed])].filter(id => !lost.includes(id)).toSorted()
      expect(rows.map(({ id, title }) => [id, title])).toEqual(
        there.map(id => [id, changed.includes(id) ? 'new' : 'old']),
      )
    }),
  )
})

test('a whole answer takes the place of everything, and no change leaves the rows as they are', () => {
  const rows = rowsOf(['1', '2'], 'old')
  expect(withChanges(rows, { at: '', whole: true, rows: rowsOf(['3'], 'new'), gone: [] })).toEqual(rowsOf(['3'], 'new'))
  expect(withChanges(rows, { at: '', whole: false, rows: [], gone: [] })).toBe(rows)
})
