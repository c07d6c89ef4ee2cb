import { expect, test } from 'vitest'
import { movedColumn, resizedColumn, toggledColumn, widestColumn } from '../../../renderer/parts/table-columns.ts'

test('columns move within their row, the last one stays, and none is wider than the screen', () => {
  const columns = (['title', 'kind', 'grade'] as const).map(name => ({ field: name as string, width: 100 }))
  const namesOf = (all: readonly { field: string }[]) => all.map(one => one.field)
  expect(namesOf(movedColumn(columns, 'title', 1))).toEqual(['kind', 'title', 'grade'])
  expect(namesOf(movedColumn(columns, 'grade', 5))).toEqual(['title', 'kind', 'grade'])
  expect(namesOf(movedColumn(columns, 'grade', -9))).toEqual(['grade', 'title', 'kind'])
  expect(namesOf(toggledColumn(columns, { field: 'kind', width: 100 }))).toEqual(['title', 'grade'])
  expect(namesOf(toggledColumn(columns, { field: 'url', width: 100 }))).toEqual(['title', 'kind', 'grade', 'url'])
  expect(namesOf(toggledColumn(columns.slice(0, 1), { field: 'title', width: 100 }))).toEqual(['title'])
  expect(resizedColumn(columns, 'kind', 9_999)[1]?.width).toBe(widestColumn)
})
