import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allTables } from '../../../main/records/check-records.ts'
import { type CaseFile, openCase } from '../../../main/store/case-file.ts'
import { anchor } from '../../../shared/model/anchor.ts'
import { caseInfo } from '../../../shared/model/case-info.ts'
import { original, originalPointer } from '../../../shared/model/original.ts'
import { recordName } from '../../../shared/model/record-name.ts'
import { openTestCase, type TestCase } from '../../support/case.ts'

let one: TestCase
let file: CaseFile
beforeAll(async () => {
  one = await openTestCase()
  await one.workbench.close()
  const opened = await openCase(one.path)
  if (!opened.ok) throw new Error(opened.message)
  file = opened.value
})
afterAll(async () => {
  file.close()
  await one.close()
})

const columnsOf = (table: string) =>
  file.read(db => db.all<{ name: string }>('select name from pragma_table_info(?)', [table])).map(({ name }) => name)

const sqlOf = (table: string) =>
  file.read(db => db.get<{ sql: string }>('select sql from sqlite_schema where name = ?', [table]))?.sql ?? ''

describe('the records and the schema say the same', () => {
  test.each(allTables.map(table => [table.name, table] as const))('%s', (name, table) => {
    expect(table.columns.toSorted()).toEqual(columnsOf(name).toSorted())
    const json = [...sqlOf(name).matchAll(/json_valid\((\w+)\)/g)].map(([, column]) => column)
    expect(table.json.toSorted()).toEqual(json.toSorted())
    for (const list of table.lists) {
      const parts = list.plain ? [] : Object.values(list.lists).map(part => part.table)
      expect(columnsOf(list.table).toSorted()).toEqual([list.owner, ...list.fields, 'sequence'].toSorted())
      for (const part of parts) expect(columnsOf(part)).not.toEqual([])
    }
  })

  test.each([
    ['caseInfo', ['id', ...Object.keys(caseInfo.shape)]],
    ['anchor', ['excerpt', ...Object.keys(anchor.shape)]],
    ['original', Object.keys(original.shape)],
    ['originalPointer', Object.keys(originalPointer.shape)],
  ])('%s', (name, fields) => {
    expect(columnsOf(name).toSorted()).toEqual(fields.toSorted())
  })

  test('every kind of record has its table', () => {
    for (const name of recordName.options) expect(columnsOf(name), name).not.toEqual([])
    expect(new Set(allTables.map(table => table.name)).size).toBe(allTables.length)
  })
})
