import { expect, test } from 'vitest'
import { briefings, editions, notes } from '../../../../main/records/tables.ts'
import { type CaseFile, caseSchema, type Database } from '../../../../main/store/case-file.ts'
import { checkIntegrity } from '../../../../main/store/integrity.ts'
import { caseMigrations } from '../../../../main/store/migrations.ts'
import { briefing as briefingSchema } from '../../../../shared/model/briefing.ts'
import { edition as editionSchema } from '../../../../shared/model/edition.ts'
import { idOf } from '../../../support/records.ts'
import { newCase, opened } from '../support.ts'

const before = { ...caseSchema, migrations: caseMigrations.slice(0, 7) }
const at = '2025-06-01T08:00:00.000Z'
const [talks, gone, minutes] = [idOf(11), idOf(12), idOf(21)]

const judgement = { text: 'It will hold.', likelihood: 'likely', confidence: null, confidenceBasis: '', excerpts: [] }
const empty = { type: 'doc', content: [{ type: 'paragraph', attrs: { textAlign: null } }] }
const everyKind = [
  { kind: 'bottom line', document: empty },
  { kind: 'key judgements', judgements: [judgement, { ...judgement, text: 'It may not.' }] },
  { kind: 'prose', heading: 'Outlook', document: empty },
  { kind: 'matrix', heading: '', categories: ['Money'] },
  { kind: 'conflicts', heading: '' },
  { kind: 'heat map', heading: '' },
  { kind: 'register', heading: '' },
  { kind: 'gaps', heading: '' },
  { kind: 'sources', heading: '' },
  { kind: 'scale key', heading: '' },
  { kind: 'endnotes', heading: '' },
  { kind: 'evidence annex', heading: '' },
]

const add = (db: Database, id: string, title: string, blocks: unknown[]) =>
  db.run(
    `insert into briefing (id, title, subtitle, author, audience, marking, cutOff, blocks, created, updated)
     values (?, ?, '', '', '', 'TLP:AMBER', '2025-05', ?, ?, ?)`,
    [id, title, JSON.stringify(blocks), at, at],
  )

/** A case of the schema before: a briefing of every kind of block, edited once; another, removed; a note with a mention. */
const oldCase = async (): Promise<CaseFile> => {
  const file = await newCase({ schema: before })
  file.write('Filled', db => {
    db.run(`insert into caseInfo (id, name, analyst, marking, created) values (1, 'A case', '', 'TLP:AMBER', ?)`, [at])
    add(db, talks, 'Talks', everyKind)
    add(db, gone, 'Gone', [{ kind: 'gaps', heading: 'Gaps' }])
    db.run(
      `insert into edition (id, briefing, number, "by", format, positions, created, updated) values (?, ?, 1, '', 'pdf', '[]', ?, ?)`,
      [idOf(31), talks, at, at],
    )
    db.run(`insert into note (id, title, document, text, created, updated) values (?, 'Minutes', ?, '', ?, ?)`, [
      minutes,
      JSON.stringify(empty),
      at,
      at,
    ])
    db.run(`insert into noteMention (note, record, target) values (?, 'term', ?)`, [minutes, idOf(41)])
  })
  file.write('Edited', db =>
    db.run(`update briefing set blocks = ? where id = ?`, [JSON.stringify(everyKind.slice(0, 3)), talks]),
  )
  file.write('Removed', db => db.run('delete from briefing where id = ?', [gone]))
  return file
}

const migrated = async () => {
  const file = await oldCase()
  file.close()
  return opened(file.path)
}

test('every block and judgement gets an id and its filters, and what was written stays as it was', async () => {
  const file = await migrated()
  const found = file.read(db => briefings.need(db, talks))
  expect(briefingSchema.parse(found)).toEqual(found)
  expect(found).toMatchObject({ distribution: [], numbered: false, contents: true, answers: [], cutOff: '2025-05' })
  expect(found.blocks.map(({ kind, heading }) => [kind, heading])).toEqual([
    ['bottom line', ''],
    ['key judgements', ''],
    ['prose', 'Outlook'],
  ])
  expect(found.blocks[0]).toMatchObject({ document: empty })
  const judged = found.blocks[1]
  expect(judged?.kind === 'key judgements' && judged.judgements).toMatchObject([
    { ...judgement, alternative: '', marking: '' },
    { ...judgement, text: 'It may not.' },
  ])
  const ids = found.blocks.flatMap(block => [
    block.id as string,
    ...(block.kind === 'key judgements' ? block.judgements.map(({ id }) => id as string) : []),
  ])
  expect(new Set(ids).size).toBe(5)
  expect(file.read(db => checkIntegrity(db, { thorough: true }))).toEqual([])
})

test('taking back edits of before gives blocks that this version reads', async () => {
  const file = await migrated()
  file.undo()
  file.undo()
  const [full, back] = file.read(db => [briefings.need(db, talks), briefings.need(db, gone)] as const)
  expect(full.blocks.map(({ kind }) => kind)).toEqual(everyKind.map(({ kind }) => kind))
  expect(full.blocks.find(({ kind }) => kind === 'matrix')).toMatchObject({ categories: ['Money'], axis: 'sources' })
  expect(back.blocks).toMatchObject([{ kind: 'gaps', heading: 'Gaps', caption: '', categories: [] }])
  for (const one of [full, back]) expect(briefingSchema.parse(one)).toEqual(one)
  file.redo()
  file.redo()
  expect(file.read(db => briefings.need(db, talks)).blocks).toHaveLength(3)
})

test('editions name what they told of, notes keep what they mention and may mention notes', async () => {
  const file = await migrated()
  const [issued] = file.read(db => editions.all(db))
  expect(editionSchema.parse(issued)).toMatchObject({
    title: 'Talks',
    marking: 'TLP:AMBER',
    cutOff: '2025-05',
    told: [],
  })
  const mentions = () => file.read(db => db.all('select record, target from noteMention where note = ?', [minutes]))
  expect(mentions()).toEqual([{ record: 'term', target: idOf(41) }])
  file.write('Mentioned', db => {
    db.run(`insert into noteMention (note, record, target) values (?, 'note', ?)`, [minutes, minutes])
  })
  expect(mentions()).toHaveLength(2)
  expect(file.read(db => notes.all(db))).toHaveLength(1)
})
