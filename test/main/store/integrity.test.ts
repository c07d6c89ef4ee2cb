import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openCase } from '../../../main/store/case-file.ts'
import { takeAllSteps } from '../../../main/store/disk/copy.ts'
import { checkIntegrity, missingParts, quickFault } from '../../../main/store/integrity.ts'
import { treesOf } from '../../../main/store/trees.ts'
import { addNote, addParty, newCase, newFolder } from './support.ts'

const pageSize = 4096

const filled = async () => {
  const file = await newCase()
  file.write('Fill', db => {
    for (let n = 0; n < 50; n++) addParty(db, `Party ${n}`, n)
    for (let n = 0; n < 200; n++) addNote(db, `note-${n}`, `Note ${n}`, 'words '.repeat(300))
  })
  const roots = file.read(db =>
    db.all<{ name: string; rootpage: number }>(`select name, rootpage from sqlite_schema where rootpage > 0`),
  )
  file.close()
  return { bytes: readFileSync(file.path), roots }
}

const written = (bytes: Uint8Array): string => {
  const path = join(newFolder(), 'damaged.gloss')
  writeFileSync(path, bytes)
  return path
}

const damagedAt = (bytes: Uint8Array, page: number): string => {
  const copy = bytes.slice()
  copy.fill(0xa5, (page - 1) * pageSize, page * pageSize)
  return written(copy)
}

describe('the quick check', () => {
  test('looks at every table and index of the schema', async () => {
    const file = await newCase()
    file.read(db => {
      const trees = treesOf(db).map(({ table, index }) => index ?? table)
      const all = db.all<{ name: string }>('select name from sqlite_schema where rootpage > 0').map(({ name }) => name)
      expect(trees.sort()).toEqual(all.filter(name => !name.startsWith('sqlite_stat')).sort())
      expect(quickFault(db)).toBeNull()
    })
  })

  test('a damaged root of any tree is met at opening, and can be looked at', async () => {
    const { bytes, roots } = await filled()
    for (const { name, rootpage } of roots) {
      const path = damagedAt(bytes, rootpage)
      const outcome = await openCase(path)
      expect(outcome, name).toMatchObject({ ok: false, code: 'damaged' })
      if (!outcome.ok) expect(outcome.message, name).toContain(path)
      const looked = await openCase(path, { readOnly: true })
      expect(looked.ok, name).toBe(true)
      if (looked.ok) looked.value.close()
    }
  })

  test.each([
    ['a first page of zeros', (bytes: Uint8Array) => bytes.fill(0, 0, pageSize)],
    ['a file that is cut', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - pageSize * 3)],
    ['a file that ends within a page', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1000)],
    ['a schema of random bytes', (bytes: Uint8Array) => bytes.fill(0x77, 100, pageSize)],
  ])('%s is damage', async (_, damage) => {
    const { bytes } = await filled()
    const path = written(damage(new Uint8Array(bytes)))
    expect(await openCase(path)).toMatchObject({ ok: false, code: 'damaged' })
  })

  test('a trigger of the log that is gone is no damage, but is missing', async () => {
    const file = await newCase()
    expect(file.read(missingParts)).toEqual([])
    file.write('Tamper', db => {
      addParty(db, 'Zero')
      db.run('drop trigger log_party_update')
      db.run('drop trigger search_text_update')
    })
    const missing = file.read(missingParts)
    expect(missing.map(({ kind, table }) => [kind, table])).toEqual([
      ['log', 'party'],
      ['search', 'search_fts'],
    ])
    takeAllSteps(file.repair())
    expect(file.read(missingParts)).toEqual([])
    file.write('Add', db => addParty(db, 'One'))
    expect(file.undo()).toMatchObject({ ok: true })
    expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
  })

  test('the search index is made anew while work goes on; given up on the way, it is known to miss records', async () => {
    const file = await newCase()
    file.write('Notes', db => {
      for (let number = 0; number < 350; number++) addNote(db, `note ${1000 + number}`, `Fund ${number}`, 'words')
    })
    const found = () => file.read(db => db.all(`select docid from search_fts where search_fts match 'fund'`)).length
    const begun = file.repair()
    expect(begun.next().done).toBe(false)
    expect(found()).toBe(100)
    expect(file.read(missingParts).map(({ kind }) => kind)).toEqual(['search'])
    const steps = file.repair()
    steps.next()
    file.write('Edits', db => {
      db.run(`delete from note where id in ('note 1000', 'note 1349')`)
      db.run(`update note set title = 'Plan' where id in ('note 1001', 'note 1348')`)
      addNote(db, 'note 1175b', 'Fund', 'words')
      addNote(db, 'note 0', 'Fund', 'words')
    })
    takeAllSteps(steps)
    expect(found()).toBe(350 - 4 + 2)
    expect(file.read(missingParts)).toEqual([])
    expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
    expect(file.history().undo).toBe('Edits')
  })
})
