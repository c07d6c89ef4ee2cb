import { expect, test } from 'vitest'
import type { CaseFile } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { addExcerpt, addNote, addParty, addSource, addTextVersion, contentOf, newCase, partyNames } from '../support.ts'
import { chanceFrom, randomCommands } from './random-commands.ts'

const label = (of: string) => `Back: ${of}`

const idsIn = (file: CaseFile) =>
  file.read(db => db.all<{ id: number }>('select id from tx order by id')).map(({ id }) => id)

test('any command taken back out of order leaves a sound case, and undo gives the case back as it was', async () => {
  let [taken, partly, refused] = [0, 0, 0]
  for (let seed = 0; seed < Number(process.env.GLOSSATOR_UNDO_RUNS ?? 4); seed++) {
    const chance = chanceFrom(1300 + seed)
    const file = await newCase()
    const command = file.read(randomCommands)
    for (let move = 0; move < 90; move++) {
      if (chance.below(3) > 0) {
        file.write(`Command ${move}`, db => command(db, chance))
        continue
      }
      const ids = idsIn(file)
      if (ids.length === 0) continue
      const before = file.read(contentOf)
      const outcome = file.takeBack(chance.oneOf(ids), label)
      if (!outcome.ok) {
        refused++
        expect(outcome.code).toBe('stale')
        expect(file.read(contentOf)).toEqual(before)
        continue
      }
      taken++
      if (outcome.value.skipped.length > 0) partly++
      expect(file.read(db => db.all('pragma foreign_key_check'))).toEqual([])
      const after = file.read(contentOf)
      expect(after).not.toEqual(before)
      expect(file.undo()).toMatchObject({ ok: true, value: { skipped: [] } })
      expect(file.read(contentOf)).toEqual(before)
      expect(file.redo()).toMatchObject({ ok: true, value: { skipped: [] } })
      expect(file.read(contentOf)).toEqual(after)
    }
    expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
  }
  expect([taken > 10, partly > 5, refused > 5]).toEqual([true, true, true])
})

test('a row that later rows point at stays, with all that is part of it', async () => {
  const file = await newCase()
  file.write('Import', db => {
    addSource(db, 's', 'Source')
    addTextVersion(db, 's', 1, 'The fund is made.')
    addParty(db, 'One')
  })
  file.write('Excerpt', db => addExcerpt(db, 'e', 's', 's-v1', 'fund'))
  const before = file.read(contentOf)
  const taken = file.takeBack(1, label)
  // The source and its text, at which the excerpt and its place point, and the file that the text needs.
  expect(taken.ok && taken.value.skipped).toHaveLength(3)
  expect(partyNames(file)).toEqual([])
  expect(file.read(contentOf)).toEqual({ ...before, party: [] })
})

test('another text of the same length is not taken for the one that was added', async () => {
  const file = await newCase()
  file.write('Note', db => addNote(db, 'n', 'Title', 'a'.repeat(2000)))
  file.write('Other text', db => db.run(`update note set text = replace(text, 'a', 'b')`))
  expect(file.takeBack(1, label).ok).toBe(false)
  file.write('As it was', db => db.run(`update note set text = replace(text, 'b', 'a')`))
  expect(file.takeBack(1, label)).toMatchObject({ ok: true, value: { skipped: [] } })
})

test('a row does not come back where another has its unique value, nor do its own', async () => {
  const file = await newCase()
  const term = (id: string) => (db: { run(sql: string, values: string[]): number }) =>
    db.run(
      `insert into term (id, ref, category, name, question, valueType, units, bases, options, tolerance, importance,
         sequence, created, updated) values (?, 'T-01', 'c', 'n', '', 'text', '[]', '[]', '[]', 0, 'low', 0, '', '')`,
      [id],
    )
  file.write('Term', term('one'))
  file.write('Conflict', db =>
    db.run(
      `insert into conflict (id, term, kind, size, reason, foundBy, state, rationale, decidedBy, created, updated)
       values ('c', 'one', 'value', '', '', 'analyst', 'open', '', '', '', '')`,
    ),
  )
  file.write('Removed', db => db.run('delete from term'))
  file.write('Other term', term('two'))
  const before = file.read(contentOf)
  expect(file.takeBack(3, label)).toMatchObject({ ok: false, code: 'stale' })
  expect(file.read(contentOf)).toEqual(before)
  file.write('Away', db => db.run('delete from term'))
  expect(file.takeBack(3, label)).toMatchObject({ ok: true, value: { skipped: [] } })
  expect(file.read(db => db.all('select 1 from conflict'))).toHaveLength(1)
  expect(file.takeBack(99, label)).toMatchObject({ ok: false, code: 'stale' })
})
