import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { takeAllSteps } from '../../../../main/store/disk/copy.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { hasSqlite, sqliteSays } from '../../../faults/sqlite.ts'
import { addParty, newCase, newFolder, opened, partyNames } from '../support.ts'

const insert = (name: string) =>
  `insert into party (id, name, shortName, sequence, created, updated) values ('${name}', '${name}', 'x', 1, '', '')`

describe.skipIf(!hasSqlite)('beside the program sqlite3', () => {
  test('a closed case is a plain database', async () => {
    const file = await newCase()
    file.write('Add', db => addParty(db, 'One'))
    file.close()
    expect(sqliteSays(file.path, 'pragma integrity_check; select name from party; pragma journal_mode')).toBe(
      'ok\nOne\ndelete\n',
    )
  })

  test('a crashed pair is recovered by it, with every acknowledged edit', async () => {
    const file = await newCase()
    for (let n = 0; n < 30; n++) file.write('Add', db => addParty(db, `p${n}`))
    const copy = join(newFolder(), 'copy.gloss')
    copyFileSync(file.path, copy)
    copyFileSync(`${file.path}-wal`, `${copy}-wal`)
    expect(sqliteSays(copy, 'pragma integrity_check; select count(*) from party')).toBe('ok\n30\n')
  })

  test('it may read and even write an open case: nothing is lost on either side, and the log has it', async () => {
    const file = await newCase()
    file.write('Add', db => addParty(db, 'One'))
    expect(sqliteSays(file.path, 'select name from party')).toBe('One\n')
    file.write('Add', db => addParty(db, 'Two'))
    sqliteSays(file.path, insert('Three'))
    expect(partyNames(file)).toEqual(['One', 'Three', 'Two'])
    file.write('Add', db => addParty(db, 'Four'))
    expect(file.read(db => db.all('select tx, op, id from change where tx = 0'))).toEqual([
      { tx: 0, op: 'insert', id: 'Three' },
    ])
    expect(file.undo()).toMatchObject({ ok: true, value: { label: 'Add' } })
    expect(partyNames(file)).toEqual(['One', 'Three', 'Two'])
    expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
  })

  test('a case with no edits yet notices the edit of another program', async () => {
    const file = await newCase()
    file.close()
    const again = await opened(file.path)
    expect(partyNames(again)).toEqual([])
    sqliteSays(file.path, insert('Other'))
    expect(partyNames(again)).toEqual(['Other'])
  })

  test('a case that another program left in WAL mode, with a log, is opened and put back', async () => {
    const file = await newCase()
    file.close()
    const copy = join(newFolder(), 'copy.gloss')
    // Copied while the other program has it open: the log is still there.
    sqliteSays(
      file.path,
      `pragma journal_mode = wal;\n${insert('Logged')};\n.shell cp "${file.path}" "${copy}"; cp "${file.path}-wal" "${copy}-wal"`,
    )
    expect(readFileSync(copy)[18]).toBe(2)
    const again = await opened(copy)
    expect(partyNames(again)).toEqual(['Logged'])
    again.write('Add', db => addParty(db, 'Ours'))
    again.close()
    expect(existsSync(`${copy}-wal`)).toBe(false)
    expect(sqliteSays(copy, 'pragma journal_mode; pragma integrity_check; select count(*) from party')).toBe(
      'delete\nok\n2\n',
    )
  })

  test('a file that was replaced under an open case is read anew', async () => {
    const file = await newCase()
    file.close()
    const backup = join(newFolder(), 'backup.gloss')
    const again = await opened(file.path)
    takeAllSteps(again.copy(backup))
    sqliteSays(backup, insert('Restored'))
    renameSync(backup, file.path)
    expect(partyNames(again)).toEqual(['Restored'])
  })
})
