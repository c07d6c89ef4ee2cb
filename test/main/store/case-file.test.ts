import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CaseFile, openCase } from '../../../main/store/case-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = '2025-03-11T09:30:00.000Z'
const opened = async (path: string, options = {}): Promise<CaseFile> => {
  const outcome = await openCase(path, options)
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}
const addParty = (name: string) => (db: { run(sql: string, p?: (string | number)[]): number }) =>
  db.run('insert into party (id, name, shortName, sequence, created, updated) values (?, ?, ?, 1, ?, ?)', [
    `id-${name}`,
    name,
    name,
    at,
    at,
  ])
const names = (file: CaseFile) =>
  file.read(db => db.all<{ name: string }>('select name from party order by name').map(row => row.name))

describe('a case', () => {
  test('keeps what was written, in one plain file after close', async () => {
    const path = join(folder, 'a.gloss')
    const file = await opened(path, { create: true, actor: 'Ann' })
    const written = file.write('Add a party', addParty('Ukraine'))
    expect(written).toEqual({ value: 1, changed: ['party'], tx: 1 })
    expect(existsSync(`${path}-wal`)).toBe(true)
    file.close()
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(existsSync(`${path}-lock`)).toBe(false)
    const again = await opened(path)
    expect(names(again)).toEqual(['Ukraine'])
    again.close()
  })
  test('undo and redo', async () => {
    const path = join(folder, 'a.gloss')
    const file = await opened(path, { create: true })
    file.write('One', addParty('One'))
    file.write('Two', addParty('Two'))
    expect(file.history()).toMatchObject({ undo: 'Two', redo: null })
    expect(file.undo()).toEqual({ ok: true, value: { label: 'Two' }, changed: ['party'] })
    expect(file.undo()).toMatchObject({ ok: true, value: { label: 'One' } })
    expect(names(file)).toEqual([])
    expect(file.undo()).toMatchObject({ ok: false })
    expect(file.redo()).toMatchObject({ ok: true, value: { label: 'One' } })
    expect(file.redo()).toMatchObject({ ok: true, value: { label: 'Two' } })
    expect(names(file)).toEqual(['One', 'Two'])
    file.close()
  })
})
