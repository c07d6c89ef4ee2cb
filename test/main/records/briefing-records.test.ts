import fc from 'fast-check'
import { expect, test } from 'vitest'
import { briefingHtml } from '../../../main/exporters/briefing/document.ts'
import type { BriefingRecords } from '../../../main/exporters/briefing/records.ts'
import { briefingRecords, settled } from '../../../main/records/briefing-records.ts'
import { readCaseDocument } from '../../../main/records/case-document.ts'
import { updateCaseInfo } from '../../../main/records/case-info.ts'
import { keepAnchor } from '../../../main/records/excerpts.ts'
import { createNote } from '../../../main/records/notes.ts'
import type { Table } from '../../../main/records/table.ts'
import * as tables from '../../../main/records/tables.ts'
import { fillSample } from '../../../main/sample.ts'
import type { CaseFile, Database } from '../../../main/store/case-file.ts'
import { makeAnchor } from '../../../shared/rules/anchoring.ts'
import { checkBriefing } from '../../../shared/rules/tradecraft.ts'
import { seedsDirectory } from '../../support/case.ts'
import { newCase } from '../store/support.ts'

type Choice = <Item>(from: readonly Item[]) => Item | undefined
type Command = (db: Database, choose: Choice, number: number) => void

const some =
  <Row extends { id: string }>(
    table: Table<Row>,
    change: (db: Database, row: Row, choose: Choice, number: number) => void,
  ): Command =>
  (db, choose, number) => {
    const row = choose(table.all(db))
    if (row) change(db, row, choose, number)
  }

const copied = <Row extends { id: string }>(table: Table<Row>): Command =>
  some(table, (db, { id: _, ...row }) => {
    table.create(db, row as never)
  })

const removed = <Row extends { id: string }>(table: Table<Row>): Command =>
  some(table, (db, { id }) => table.remove(db, id))

/** Edits of every kind of record that a briefing draws from, and of some that it does not. */
const commands: Command[] = [
  (db, _, number) => updateCaseInfo(db, { name: `Case ${number}`, scheme: null }),
  some(tables.parties, (db, { id }, _, number) => tables.parties.update(db, id, { sequence: -number })),
  some(tables.lineages, (db, { id }, _, number) => tables.lineages.update(db, id, { name: `Origin ${number}` })),
  some(tables.sources, (db, { id }, choose) =>
    tables.sources.update(db, id, { reliability: choose(['A', 'D', 'F'] as const) ?? 'F' }),
  ),
  some(tables.sources, (db, { id }, choose) =>
    tables.sources.update(db, id, {
      tags:
        choose([
          [],
          tables.tags
            .all(db)
            .slice(0, 2)
            .map(tag => tag.id),
        ]) ?? [],
    }),
  ),
  removed(tables.sources),
  some(tables.textVersions, (db, { id: _, created: __, ...version }) => {
    const last = db.get<{ number: number }>('select max(number) as number from textVersion where source = ?', [
      version.source,
    ])
    const next = tables.textVersions.create(db, { ...version, number: (last?.number ?? 0) + 1 })
    for (const { id } of tables.bareExcerpts.all(db, 'source = ?', [version.source]))
      keepAnchor(db, id, next, makeAnchor(version.text, 0, 10))
  }),
  some(tables.bareExcerpts, (db, { id }, choose) =>
    tables.bareExcerpts.update(db, id, { credibility: choose(['1', '4'] as never[]) ?? null }),
  ),
  removed(tables.bareExcerpts),
  some(tables.terms, (db, { id }, _, number) =>
    tables.terms.update(db, id, { sequence: -number, name: `Term ${number}` }),
  ),
  removed(tables.terms),
  copied(tables.relations),
  removed(tables.relations),
  copied(tables.claims),
  some(tables.claims, (db, { id, evidence }) =>
    tables.claims.update(db, id, { evidence: evidence.slice(1), raw: 'other words' }),
  ),
  removed(tables.claims),
  some(tables.conflicts, (db, { id }, choose) =>
    tables.conflicts.update(db, id, {
      risks:
        choose([
          [],
          tables.risks
            .all(db)
            .slice(0, 1)
            .map(risk => risk.id),
        ]) ?? [],
    }),
  ),
  removed(tables.conflicts),
  copied(tables.positions),
  removed(tables.positions),
  some(tables.risks, (db, { id, indicators, actions }, choose) =>
    tables.risks.update(db, id, {
      indicators: indicators.map(each => ({ ...each, state: choose(['seen', 'not seen'] as const) ?? 'seen' })),
      actions: actions.slice(1),
    }),
  ),
  removed(tables.risks),
  copied(tables.assessments),
  removed(tables.assessments),
  copied(tables.criteriaTable),
  removed(tables.editions),
  some(tables.briefings, (db, { id, blocks }, _, number) =>
    tables.briefings.update(db, id, { title: `Told ${number}`, blocks: blocks.toReversed() }),
  ),
  copied(tables.briefings),
  (db, _, number) => createNote(db, { title: `Note ${number}`, document: { type: 'doc', content: [] } }),
  removed(tables.notes),
  some(tables.tags, (db, { id }, _, number) => tables.tags.update(db, id, { name: `tag ${number}` })),
]

const html = (records: BriefingRecords): string[] =>
  records.briefings.map(({ id }) => briefingHtml(records, id, { fonts: [], engine: { chromium: 140 } }).html)

/** What the records say is what the whole document says, part by part, and so are the documents and findings made of them. */
const sameAsWhole = (file: CaseFile) =>
  file.read(db => {
    const [records, whole] = [briefingRecords(db), readCaseDocument(db)]
    for (const [name, value] of Object.entries(records)) {
      if (name === 'state') continue
      const wanted = name === 'notes' ? whole.notes.map(({ id, title }) => ({ id, title })) : whole[name as 'claims']
      expect({ [name]: value }).toEqual({ [name]: wanted })
    }
    expect(html(records)).toEqual(html(whole))
    for (const briefing of records.briefings)
      expect(checkBriefing(briefing, records)).toEqual(checkBriefing(briefing, whole))
  })

test('whatever is edited, undone and done again, the records of a briefing are those of the whole case', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ command: fc.nat(), chosen: fc.nat(), after: fc.nat(5) }), { minLength: 12, maxLength: 20 }),
      async steps => {
        const file = await newCase({ create: db => fillSample(db, seedsDirectory) })
        sameAsWhole(file)
        for (const [number, { command, chosen, after }] of steps.entries()) {
          file.write('Edit', db =>
            commands[command % commands.length]?.(db, from => from[chosen % from.length], number),
          )
          if (after === 0) file.undo()
          if (after === 1) file.redo()
          // Several edits are caught up with at once, too.
          if (after !== 2) sameAsWhole(file)
        }
        sameAsWhole(file)
        file.close()
      },
    ),
    { numRuns: Number(process.env.GLOSSATOR_RUNS ?? 2), seed: Number(process.env.GLOSSATOR_SEED ?? 3) },
  )
}, 120_000)

test('an edit of a briefing reads none of the records again, an edit of a claim only that claim', async () => {
  const file = await newCase({ create: db => fillSample(db, seedsDirectory) })
  const before = settled(file.read(briefingRecords))
  file.write('Edit', db => tables.briefings.update(db, before.briefings[0]?.id ?? '', { title: 'Another' }))
  const after = file.read(briefingRecords)
  expect(after.briefings[0]?.title).toBe('Another')
  expect(before.briefings[0]?.title).not.toBe('Another')
  expect(after.state).toBe(before.state)
  expect(after.claims).toBe(before.claims)
  const [claim, other] = after.claims
  file.write('Edit', db => tables.claims.update(db, claim?.id ?? '', { raw: 'other words' }))
  const now = file.read(briefingRecords)
  expect(now.state).not.toBe(before.state)
  expect([now.claims[0]?.raw, before.claims[0]?.raw]).toEqual(['other words', claim?.raw])
  expect(now.claims[1]).toBe(other)
  expect(now.risks).toBe(before.risks)
  file.close()
})

test('records that were not asked for while the case was as it was cannot be had afterwards', async () => {
  const file = await newCase({ create: db => fillSample(db, seedsDirectory) })
  const [early, whole] = [file.read(briefingRecords), readNow(file)]
  expect(early.terms).toEqual(whole.terms)
  file.write('Edit', db => tables.risks.remove(db, whole.risks[0]?.id ?? ''))
  expect(early.terms).toEqual(whole.terms)
  expect(() => early.risks).toThrow('after the case changed')
  file.close()
})

const readNow = (file: CaseFile) => file.read(db => readCaseDocument(db))
